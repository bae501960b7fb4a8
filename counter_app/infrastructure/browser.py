"""Opens the sign-in page in the system's browser."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode


class SystemBrowser:
    """Implements ``Browser``. ``open_browser`` tells whether it could show the page."""

    def __init__(self, open_browser: Callable[[str], bool] = webbrowser.open) -> None:
        self._open = open_browser

    def open(self, url: str) -> None:
        """See ``Browser.open``."""
        try:
            shown = self._open(url)
        except (webbrowser.Error, OSError) as error:
            raise Unavailable(FailureCode.BROWSER_ABSENT) from error
        if not shown:
            raise Unavailable(FailureCode.BROWSER_ABSENT)
