from __future__ import annotations

import webbrowser

import pytest

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.browser import SystemBrowser

URL = "http://127.0.0.1:8080/authorize?state=x"


def _absent() -> pytest.RaisesExc[Unavailable]:
    return pytest.raises(Unavailable, check=lambda error: error.failure.code is FailureCode.BROWSER_ABSENT)


def _fails(_url: str) -> bool:
    raise webbrowser.Error("could not locate runnable browser")


def test_the_page_is_shown_in_the_browser() -> None:
    shown: list[str] = []

    def show(url: str) -> bool:
        shown.append(url)
        return True

    SystemBrowser(show).open(URL)

    assert shown == [URL]


def test_without_a_browser_that_is_said() -> None:
    with _absent():
        SystemBrowser(lambda _url: False).open(URL)
    with _absent():
        SystemBrowser(_fails).open(URL)
