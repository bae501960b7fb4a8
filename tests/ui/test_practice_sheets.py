"""The training strip at collation: 8 and 9 scan, and and what they scan is typed as a device types it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui import samples
from tests.ui.conftest import Shown
from tests.ui.test_keys import Open, press
from ui.view_models import PracticeSheetScanned, PrimaryPressed, ScanSubmitted
from ui.views.practice_wedge import wedge_into

LINE = "6BF5-2 ABC+:/*.$%"


def _said(shown: Shown) -> str:
    window = shown.window
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)]
    buttons = [button.text() for button in window.findChildren(QPushButton) if button.isVisibleTo(window)]
    return "\n".join([*labels, *buttons])


def test_the_strip_at_collation_scans_by_8_and_9(open_window: Open) -> None:
    shown = open_window().show(samples.screen("collate", training=True, exercise=True, sheets=True))
    assert "次の紙を読み取る" in _said(shown)
    assert "練習：別の紙を読み取る" in _said(shown)

    press(shown, "89")

    assert shown.intents == [PracticeSheetScanned(), PracticeSheetScanned(other=True)]


def test_elsewhere_the_strip_has_no_sheets_and_its_keys_do_nothing(open_window: Open) -> None:
    shown = open_window().show(samples.screen("compare", training=True, exercise=True))
    assert "次の紙" not in _said(shown)

    press(shown, "89")

    assert shown.intents == []


def test_a_hint_names_the_keys_while_the_strip_is_closed(open_window: Open) -> None:
    shown = open_window().show(samples.screen("collate", training=True, sheets=True))
    assert "F12、つづけて8" in _said(shown)

    shown.show(samples.screen("collate", training=True, exercise=True, sheets=True))
    assert "F12、つづけて8" not in _said(shown)


def test_the_number_of_the_practice_card_is_said_while_the_strip_is_closed(open_window: Open) -> None:
    screen = samples.screen("code_b", training=True)
    shown = open_window().show(replace(screen, exercise_hint="code_b", exercise_fact="600403 2035 4821"))

    assert "照合番号Bは 600403 2035 4821" in _said(shown)


def test_a_sheet_is_typed_like_a_device_types_it(open_window: Open) -> None:
    shown = open_window().show(samples.screen("collate", training=True, exercise=True, sheets=True))
    shown.show(samples.screen("collate", training=True))

    wedge_into(shown.window)(LINE)

    assert shown.intents == [ScanSubmitted(LINE)]
    press(shown, Qt.Key.Key_Return)
    assert shown.intents == [ScanSubmitted(LINE), PrimaryPressed()]


def test_nothing_is_typed_where_no_sheet_is_asked_for(open_window: Open) -> None:
    shown = open_window().show(samples.screen("compare", training=True))

    wedge_into(shown.window)("123ABC")

    assert shown.intents == []
