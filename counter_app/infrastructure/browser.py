"""Opens the sign-in page: in the system's browser, or (exercise) by leaving its address in a file."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path

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


class AddressFile:
    """Implements ``Browser`` for exercises: whoever plays the clerk finds the address in ``path``."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def open(self, url: str) -> None:
        """See ``Browser.open``. The file appears whole or not at all."""
        partial = self._path.with_name(f"{self._path.name}.partial")
        try:
            partial.write_text(url, encoding="ascii")
            partial.replace(self._path)
        except OSError as error:
            raise Unavailable(FailureCode.BROWSER_ABSENT) from error
