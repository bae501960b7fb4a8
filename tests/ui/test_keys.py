"""The hands stay on the keyboard: every key asks for one thing, and no stroke counts twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import samples
from tests.ui.conftest import Shown
from ui.view_models import (
    Action,
    ActionPressed,
    BackPressed,
    CaseSelected,
    CopiesChanged,
    CredentialSubmitted,
    FormSubmitted,
    HandOverTicked,
    Intent,
    ItemToggled,
    PaperEntry,
    PapersSubmitted,
    PaperToggled,
    PaymentMethodChosen,
    PersonToggled,
    PracticeCardPut,
    PracticeCardTaken,
    PreviewHeld,
    PrimaryPressed,
    PurposeChosen,
    ReceivedChanged,
    ReceptionSubmitted,
    RequesterChosen,
    ResidentChosen,
    ScanSubmitted,
    ScopeChosen,
    SheetAnswered,
    SignatureToggled,
    SpoilReasonChosen,
    SpoilSheetToggled,
    SpokenToggled,
    WithdrawalChosen,
)
from ui.views.papers_view import PapersView

Open = Callable[..., Shown]
ENTER = Qt.Key.Key_Return


def press(shown: Shown, key: Qt.Key | str) -> None:
    """Press a key, or type a text, where the focus is at each stroke."""
    for stroke in key if isinstance(key, str) else (key,):
        target = shown.window.focusWidget() or shown.window
        if isinstance(stroke, str):
            QTest.keyClicks(target, stroke)
        else:
            QTest.keyClick(target, stroke)


def presses_until(shown: Shown, count: int) -> bool:
    """Press Enter once more; whether ``count`` intents have been sent by now."""
    press(shown, ENTER)
    return len(shown.intents) == count


def primary(shown: Shown) -> QPushButton:
    """The blue button."""
    button = shown.window.findChild(QPushButton, "primary")
    assert button is not None
    return button


@pytest.mark.parametrize(
    ("name", "key", "intent"),
    [
        ("reception", "6", PurposeChosen("pension")),
        ("reception", "a", RequesterChosen("OWN")),
        ("reception", "C", RequesterChosen("AGENT")),
        ("reception", "g", RequesterChosen("OFFICIAL")),
        ("reception", ENTER, ReceptionSubmitted("", "架空年金事務所")),
        ("card", Qt.Key.Key_F5, ActionPressed(Action.WITHOUT_CARD)),
        ("resident_list", "2", ResidentChosen("r2")),
        ("compare", "3", SpokenToggled("address")),
        ("compare", ENTER, PrimaryPressed()),
        ("compare", Qt.Key.Key_Escape, BackPressed()),
        ("compare", Qt.Key.Key_F6, ActionPressed(Action.PARK)),
        ("compare", Qt.Key.Key_F8, ActionPressed(Action.WITHDRAW)),
        ("compare", Qt.Key.Key_F2, ActionPressed(Action.NEW_CASE)),
        ("compare", Qt.Key.Key_PageDown, CaseSelected("c30")),
        ("persons", "1", ScopeChosen("whole_household")),
        ("persons", "c", PersonToggled("r3")),
        ("persons", "I", PersonToggled("r9")),
        ("items", "2", ItemToggled("honseki")),
        ("items", "+", CopiesChanged(3)),
        ("items", "-", CopiesChanged(1)),
        ("form", "1", SignatureToggled()),
        ("form", ENTER, FormSubmitted("")),
        ("payment", "b", PaymentMethodChosen("cashless")),
        ("payment", "0", ReceivedChanged(100000)),
        ("hand_over", "2", HandOverTicked("sheets_counted")),
        ("uncertain", "2", SheetAnswered("999997-02-20261123-000031-1", came_out=False)),
        ("spoil", "2", SpoilReasonChosen("misprint")),
        ("withdraw", "2", WithdrawalChosen("papers_missing")),
        ("withdraw", ENTER, PrimaryPressed()),
        ("withdraw", Qt.Key.Key_Escape, BackPressed()),
        ("spoil", "b", SpoilSheetToggled("999997-02-20261123-000031-2")),
        ("collate", Qt.Key.Key_Escape, BackPressed()),
    ],
)
def test_a_key_asks_for_one_thing(open_window: Open, name: str, key: Qt.Key | str, intent: Intent) -> None:
    shown = open_window().show(samples.screen(name))

    press(shown, key)

    assert shown.intents == [intent]


def test_a_second_enter_is_not_heard_before_the_screen_was_rendered_again(open_window: Open) -> None:
    model = samples.screen("compare")
    shown = open_window().show(model)

    press(shown, ENTER)
    press(shown, ENTER)
    assert shown.intents == [PrimaryPressed()]

    shown.show(model)
    press(shown, ENTER)
    assert shown.intents == [PrimaryPressed(), PrimaryPressed()]


def test_enter_meant_for_the_screen_before_does_not_skip_the_next_one(
    open_window: Open, qtbot: QtBot
) -> None:
    shown = open_window(settle_ms=200).show(samples.screen("compare"))
    qtbot.waitUntil(lambda: presses_until(shown, 1))

    shown.show(samples.screen("persons"))
    press(shown, ENTER)
    assert len(shown.intents) == 1

    qtbot.waitUntil(lambda: presses_until(shown, 2))


def test_a_key_held_down_counts_once(open_window: Open) -> None:
    model = samples.screen("compare")
    shown = open_window().show(model)
    target = shown.window.focusWidget()
    assert target is not None
    held = [
        QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, autorep=True, count=1)
        for key, text in ((ENTER, "\r"), (Qt.Key.Key_F6, ""), (Qt.Key.Key_1, "1"), (Qt.Key.Key_Escape, ""))
    ]

    for event in held:
        QApplication.sendEvent(target, event)

    assert shown.intents == []


def test_enter_while_the_ime_composes_does_not_go_on(open_window: Open) -> None:
    shown = open_window().show(samples.screen("papers"))
    kana = shown.window.focusWidget()
    assert isinstance(kana, QLineEdit)

    QApplication.sendEvent(kana, QInputMethodEvent("かずみ", []))
    press(shown, ENTER)
    assert shown.intents == []

    commit = QInputMethodEvent("", [])
    commit.setCommitString("カズミ")
    QApplication.sendEvent(kana, commit)
    press(shown, ENTER)
    assert len(shown.intents) == 1


def test_a_disabled_step_is_not_taken(open_window: Open) -> None:
    shown = open_window().show(samples.screen("compare", primary_enabled=False))

    press(shown, ENTER)

    assert shown.intents == []


def test_number_b_runs_through_its_boxes_and_is_sent_once(open_window: Open) -> None:
    shown = open_window().show(samples.screen("code_b"))
    button = primary(shown)

    press(shown, "6004032035")
    assert not button.isEnabled()
    press(shown, "4821")
    assert button.isEnabled()
    press(shown, ENTER)

    assert shown.intents == [CredentialSubmitted("code_b", "60040320354821")]
    assert "4821" not in repr(shown.intents)
    assert all(not edit.text() for edit in shown.window.findChildren(QLineEdit))


def test_enter_goes_to_the_first_gap(open_window: Open) -> None:
    shown = open_window().show(samples.screen("papers"))
    view = shown.window.findChild(PapersView)
    assert view is not None
    view.birth.clear()

    press(shown, ENTER)

    assert shown.intents == []
    assert shown.window.focusWidget() is view.birth


def test_papers_are_sent_as_typed(open_window: Open) -> None:
    shown = open_window().show(samples.screen("papers"))
    primary(shown).setFocus()

    press(shown, "1")
    press(shown, ENTER)

    entries = (
        PaperEntry("health_eligibility", "0123", "R9.4.3"),
        PaperEntry("pension_book", "0123", "R9.4.3"),
    )
    submitted = PapersSubmitted("ワタナベ　カツミ", "S60.4.3", entries)
    assert shown.intents == [PaperToggled("driving_licence"), submitted]


def test_the_pin_is_dots_and_is_gone_on_the_next_attempt(open_window: Open) -> None:
    shown = open_window().show(samples.screen("pin"))
    field = shown.window.focusWidget()
    assert isinstance(field, QLineEdit)

    press(shown, "123")
    assert field.displayText() == "●●●"
    shown.show(samples.screen("pin", attempt=1))

    assert field.text() == ""


def test_what_is_typed_survives_a_render_of_the_same_attempt(open_window: Open) -> None:
    model = samples.screen("code_b")
    shown = open_window().show(model)

    press(shown, "600403")
    shown.show(replace(model, top=replace(model.top, now="令和8年11月23日 10:43")))
    press(shown, "2035")

    texts = [edit.text() for edit in shown.window.findChildren(QLineEdit)]
    assert texts == ["600403", "2035", ""]


def test_a_scan_is_sent_and_an_empty_field_lets_enter_go_on(open_window: Open) -> None:
    shown = open_window().show(samples.screen("collate"))

    press(shown, "6BF5-2 ABC")
    press(shown, ENTER)
    press(shown, ENTER)

    assert shown.intents == [ScanSubmitted("6BF5-2 ABC"), PrimaryPressed()]


def test_the_page_is_seen_while_f9_is_held(open_window: Open, qtbot: QtBot) -> None:
    buttons = (Action.BACK, Action.PREVIEW)
    shown = open_window().show(samples.screen("items", buttons=buttons))
    target = shown.window.focusWidget()
    assert target is not None

    for _ in range(3):
        # a held key as X repeats it, and as Qt does not always recognise
        QTest.keyPress(target, Qt.Key.Key_F9)
        QTest.keyRelease(target, Qt.Key.Key_F9)
    assert shown.intents == [PreviewHeld(held=True)]

    qtbot.waitUntil(lambda: shown.intents == [PreviewHeld(held=True), PreviewHeld(held=False)])


def test_the_training_strip_takes_the_digits_until_it_is_closed(open_window: Open) -> None:
    shown = open_window().show(samples.screen("compare", training=True, exercise=True))

    press(shown, "20")
    press(shown, Qt.Key.Key_Escape)
    assert shown.intents == [PracticeCardPut("p2"), PracticeCardTaken(), ActionPressed(Action.EXERCISE)]

    shown.show(samples.screen("compare", training=True))
    press(shown, "1")
    assert shown.intents[-1] == SpokenToggled("name")


def test_an_action_without_its_button_does_nothing(open_window: Open) -> None:
    shown = open_window().show(samples.screen("compare", buttons=(Action.BACK,)))

    for key in (Qt.Key.Key_F4, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F12):
        press(shown, key)

    assert shown.intents == []


def test_the_ring_lies_around_the_focus(open_window: Open, qtbot: QtBot) -> None:
    shown = open_window().show(samples.screen("papers"))
    ring = next(w for w in shown.window.findChildren(QWidget) if type(w).__name__ == "FocusRing")

    press(shown, Qt.Key.Key_Tab)
    focus = shown.window.focusWidget()
    assert focus is not None
    corner = focus.mapTo(shown.window, focus.rect().topLeft())

    qtbot.waitUntil(lambda: ring.geometry().contains(focus.rect().translated(corner)))
    assert ring.isVisible()
    assert ring.width() == focus.width() + 8
