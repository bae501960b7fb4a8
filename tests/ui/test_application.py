"""What surrounds the window: fonts that must be there, bugs and Qt's messages that must be heard."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication

from resources import glyphs
from ui.runtime.application import check_fonts, report_bugs_to, send_qt_messages_to


@pytest.fixture
def own_hooks() -> Iterator[None]:
    kept = (sys.excepthook, threading.excepthook)
    yield
    sys.excepthook, threading.excepthook = kept


@pytest.mark.usefixtures("own_hooks")
def test_a_bug_on_either_side_is_reported() -> None:
    reported: list[BaseException] = []
    report_bugs_to(reported.append)
    fault = RuntimeError("on the GUI thread")

    def fail() -> None:
        raise RuntimeError("on a lane")

    sys.excepthook(RuntimeError, fault, None)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    assert [str(error) for error in reported] == ["on the GUI thread", "on a lane"]


def test_what_qt_says_goes_to_the_log(qapp: QApplication) -> None:
    heard: list[tuple[str, str]] = []
    kept = qInstallMessageHandler(None)

    send_qt_messages_to(lambda severity, text: heard.append((severity, text)))
    qWarning("paper plane")
    qInstallMessageHandler(kept)

    assert heard == [("warning", "paper plane")]


def test_the_fonts_are_there_and_the_locale_is_japanese(dressed: QApplication) -> None:
    check_fonts()

    assert QLocale().language() is QLocale.Language.Japanese


def test_a_missing_font_is_said_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "_PLACES", (Path("nowhere.ttf"),))

    with pytest.raises(glyphs.FontAbsent, match="IPAmjMincho"):
        glyphs.font_path()
