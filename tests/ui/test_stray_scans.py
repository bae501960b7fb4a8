"""A sheet scanned on any page but the collation does nothing, and the page says so; clerks lose no key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui import samples
from tests.ui.body_samples import BODIES
from tests.ui.conftest import Shown
from tests.ui.keyboard import CODES, ENTER, TYPED, VECTORS, Keyboard
from ui.view_models import (
    ActionPressed,
    CredentialSubmitted,
    HandOverTicked,
    PaymentBody,
    PersonToggled,
    PreviewHeld,
    PrimaryPressed,
    ReceivedChanged,
    ScanSubmitted,
    SpokenToggled,
)
from ui.view_models.frame import Action
from ui.views.key_gate import LONGEST_MS
from ui.views.papers_view import PapersView
from ui.views.typing_run import APART_MS, CODE_MARK

Open = Callable[..., Shown]
SAYS = "この画面では用紙を読み取りません。"
ELSEWHERE = sorted(name for name in BODIES if not name.startswith("collate"))
EMPTY = PaymentBody(amount=300)
WAITED = 150
"""Longer than any key is held back, in ms."""
TURNS = 6


def says_so(shown: Shown) -> bool:
    """Whether the page tells the clerk that no sheet is scanned here."""
    labels = shown.window.findChildren(QLabel)
    return any(SAYS in label.text() for label in labels if label.isVisibleTo(shown.window))


def texts(shown: Shown) -> list[str]:
    """What stands in every field."""
    return [field.text() for field in shown.window.findChildren(QLineEdit)]


def later(qtbot: QtBot, milliseconds: int = WAITED) -> None:
    """Let held keys come through."""
    timer = QTimer(singleShot=True, interval=milliseconds)
    with qtbot.waitSignal(timer.timeout):
        timer.start()


def test_every_code_of_the_town_begins_with_the_mark() -> None:
    assert all(vector["payload"].startswith(CODE_MARK) for vector in VECTORS["valid"])
    assert {name for name in CODES if name not in TYPED} == {"empty", "japanese"}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_no_code_does_anything_on_a_page_that_wants_none(open_window: Open, qtbot: QtBot, name: str) -> None:
    shown = open_window().show(samples.screen(name))
    keyboard, before = Keyboard(shown), texts(shown)

    # each page gets some of the codes, and each code comes on several pages
    codes = list(TYPED.values())[ELSEWHERE.index(name) % TURNS :: TURNS]
    assert len(codes) > 1
    for index, code in enumerate(codes):
        keyboard.scan(code, gap=(1, 12, 20)[index % 3])
        assert says_so(shown)
    later(qtbot)

    assert shown.intents == []
    assert texts(shown) == before


@pytest.mark.parametrize("name", ["payment", "hand_over", "items", "persons", "compare", "reception", "pin"])
def test_a_reader_as_slow_as_20_ms_is_told_by_the_clock_of_the_room_too(
    open_window: Open, qtbot: QtBot, name: str
) -> None:
    shown = open_window().show(samples.screen(name))
    keyboard, before = Keyboard(shown), texts(shown)
    keys = iter(TYPED["valid_0"][:24] + ENTER)
    timer = QTimer(interval=20, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: keyboard.type(next(keys, ""), gap=20))

    timer.start()
    later(qtbot, 20 * 40)

    assert next(keys, "") == ""
    assert shown.intents == []
    assert texts(shown) == before


def test_a_scan_in_the_paper_fields_is_not_entered_either(open_window: Open, qtbot: QtBot) -> None:
    shown = open_window().show(samples.screen("papers"))
    view = shown.window.findChild(PapersView)
    assert view is not None
    before = texts(shown)

    for field in shown.window.findChildren(QLineEdit):
        field.setFocus()
        Keyboard(shown).scan(TYPED["valid_0"])
        later(qtbot)

    assert shown.intents == []
    assert texts(shown) == before


def test_the_blue_button_is_not_pressed_by_the_spaces_of_a_code(open_window: Open, qtbot: QtBot) -> None:
    shown = open_window().show(samples.screen("payment", body=PaymentBody(amount=300, method="cashless")))
    focus = shown.window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "primary"

    Keyboard(shown).scan("  " + TYPED["valid_0"])
    later(qtbot)

    assert shown.intents == []


def test_the_rest_of_a_scan_that_began_on_the_page_before_does_nothing(
    open_window: Open, qtbot: QtBot
) -> None:
    shown = open_window().show(samples.screen("collate"))
    keyboard, code = Keyboard(shown), TYPED["valid_0"]
    keyboard.type(code[:-3], gap=12)

    shown.show(samples.screen("payment", body=EMPTY))
    keyboard.type("500" + ENTER, gap=12)
    later(qtbot)

    assert shown.intents == []
    assert texts(shown) == [""]


def test_a_line_feed_after_the_return_and_a_stutter_do_nothing(open_window: Open, qtbot: QtBot) -> None:
    shown = open_window().show(samples.screen("payment"))
    keyboard, code = Keyboard(shown), TYPED["valid_0"]

    keyboard.type(code[:60], gap=12)
    keyboard.press("1", gap=180)
    keyboard.type(code[60:] + ENTER, gap=12)
    keyboard.press(ENTER, gap=30)
    later(qtbot)

    assert shown.intents == []


def test_a_number_that_is_not_money_is_not_received(open_window: Open, qtbot: QtBot) -> None:
    shown = open_window().show(samples.screen("payment", body=EMPTY))

    for number in ("4901234567894", "4521"):
        Keyboard(shown).scan(number)
        later(qtbot)
        assert says_so(shown)

    assert shown.intents == []
    assert texts(shown) == [""]


def test_the_words_go_with_the_next_key_and_that_key_counts(open_window: Open, qtbot: QtBot) -> None:
    shown = open_window().show(samples.screen("compare"))
    keyboard = Keyboard(shown)
    keyboard.scan(TYPED["valid_0"])
    assert says_so(shown)

    keyboard.press("3", gap=600)
    qtbot.waitUntil(lambda: shown.intents == [SpokenToggled("address")])

    assert not says_so(shown)


def test_the_words_go_with_the_page(open_window: Open) -> None:
    shown = open_window().show(samples.screen("compare"))
    Keyboard(shown).scan(TYPED["valid_0"])

    shown.show(samples.screen("persons"))

    assert not says_so(shown)


def test_the_collation_takes_every_code_without_waiting(open_window: Open) -> None:
    shown = open_window().show(samples.screen("collate"))
    keyboard = Keyboard(shown)

    for code in TYPED.values():
        keyboard.scan(code)

    assert shown.intents == [ScanSubmitted(code) for code in TYPED.values()]
    assert not says_so(shown)


def test_a_scan_whose_field_had_lost_the_focus_finds_it_the_next_time(open_window: Open) -> None:
    shown = open_window().show(samples.screen("collate"))
    field = shown.window.focusWidget()
    keyboard = Keyboard(shown)
    keyboard.press(Qt.Key.Key_Tab, gap=500)
    assert shown.window.focusWidget() is not field

    keyboard.scan(TYPED["valid_0"])
    keyboard.scan(TYPED["valid_0"])

    assert shown.intents == [ScanSubmitted(TYPED["valid_0"])]


@pytest.mark.parametrize("gap", [12, 25, 40, 70, 120])
def test_a_fast_clerk_loses_no_key(open_window: Open, qtbot: QtBot, gap: int) -> None:
    shown = open_window().show(samples.screen("hand_over"))

    Keyboard(shown).type("12" + ENTER, gap=gap)

    wanted = [HandOverTicked("name_stated"), HandOverTicked("sheets_counted"), PrimaryPressed()]
    qtbot.waitUntil(lambda: shown.intents == wanted)
    assert not says_so(shown)


@pytest.mark.parametrize("gap", [30, 45, 61, 90])
def test_a_hand_that_rolls_over_the_keys_loses_none(open_window: Open, qtbot: QtBot, gap: int) -> None:
    shown = open_window().show(samples.screen("persons"))

    Keyboard(shown).type("abcdef", gap=gap)

    qtbot.waitUntil(lambda: shown.intents == [PersonToggled(f"r{number}") for number in range(1, 7)])


@pytest.mark.parametrize("gap", [12, 40, 100])
def test_an_amount_is_received_digit_by_digit(open_window: Open, qtbot: QtBot, gap: int) -> None:
    shown = open_window().show(samples.screen("payment", body=EMPTY))
    keyboard = Keyboard(shown)

    keyboard.type("1000", gap=gap)
    qtbot.waitUntil(lambda: len(shown.intents) == 4)
    keyboard.press(ENTER, gap=100)

    assert shown.intents[-2:] == [ReceivedChanged(1000), PrimaryPressed()]


@pytest.mark.parametrize("gap", [12, 50])
def test_number_b_and_birth_dates_may_be_typed_as_fast_as_an_exercise_does(
    open_window: Open, qtbot: QtBot, gap: int
) -> None:
    shown = open_window().show(samples.screen("code_b"))
    Keyboard(shown).type("60040320354821" + ENTER, gap=gap)
    qtbot.waitUntil(lambda: shown.intents == [CredentialSubmitted("code_b", "60040320354821")])

    shown.show(samples.screen("papers"))
    view = shown.window.findChild(PapersView)
    assert view is not None
    view.birth.clear()
    view.birth.setFocus()
    Keyboard(shown).type("S32.9.14", gap=gap)
    qtbot.waitUntil(lambda: view.birth.text() == "S32.9.14")


def test_a_key_that_lies_down_is_no_scan(open_window: Open, qtbot: QtBot) -> None:
    shown = open_window().show(samples.screen("items"))

    Keyboard(shown).type("+" * 12, gap=33)

    qtbot.waitUntil(lambda: len(shown.intents) == 12)
    assert not says_so(shown)


def test_no_wait_is_planned_that_a_clerk_could_feel() -> None:
    assert max(LONGEST_MS, APART_MS) < 80


def test_enter_and_function_keys_alone_do_not_wait(open_window: Open) -> None:
    shown = open_window().show(samples.screen("compare", buttons=(Action.PREVIEW, Action.PARK)))
    keyboard = Keyboard(shown)

    keyboard.press(ENTER, gap=500)
    keyboard.press(Qt.Key.Key_F6, gap=500)

    assert shown.intents == [PrimaryPressed(), ActionPressed(Action.PARK)]


def test_a_page_held_while_a_scan_comes_is_let_go(open_window: Open, qtbot: QtBot) -> None:
    shown = open_window().show(samples.screen("items", buttons=(Action.PREVIEW,)))
    keyboard = Keyboard(shown)

    keyboard.send(QEvent.Type.KeyPress, Qt.Key.Key_F9)
    keyboard.type("1" + TYPED["valid_0"], gap=5)
    keyboard.send(QEvent.Type.KeyRelease, Qt.Key.Key_F9)

    qtbot.waitUntil(lambda: shown.intents == [PreviewHeld(held=True), PreviewHeld(held=False)])
    assert says_so(shown)


def test_a_key_meant_for_the_page_before_does_not_act_on_the_next(open_window: Open, qtbot: QtBot) -> None:
    shown = open_window().show(samples.screen("compare"))
    Keyboard(shown).press("1", gap=500)

    shown.show(samples.screen("persons"))
    later(qtbot)

    assert shown.intents == []
