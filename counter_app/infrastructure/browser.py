"""Opens the sign-in page in the system's browser."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode


class SystemBrowser:
    """Implements ``Browser``. ``open_browser`` tells whether it could show the page; None: the system's."""

    def __init__(self, open_browser: Callable[[str], bool] | None = None) -> None:
        self._open = open_browser

    def open(self, url: str) -> None:
        """See ``Browser.open``."""
        import webbrowser  # noqa: PLC0415 - the window is painted sooner without

        try:
            shown = (self._open or webbrowser.open)(url)
        except (webbrowser.Error, OSError) as error:
            raise Unavailable(FailureCode.BROWSER_ABSENT) from error
        if not shown:
            raise Unavailable(FailureCode.BROWSER_ABSENT)
