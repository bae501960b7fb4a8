"""The approver's screens, and a whole approval by keyboard alone on the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from counter_app.domain.approvals import ReturnReason
from tests.fakes.pages import FakePages
from tests.ui import approver_samples, samples
from tests.ui.approver_samples import approver_screen
from tests.ui.conftest import LARGE, NORMAL, Shown
from tests.ui.wholeness import cut_widgets, overlapping, scrolled_away
from tests.unit.presenters.approver_under_test import Approver, record
from tests.unit.presenters.town import PACK
from ui import view_models as vm
from ui.presenters.approver_comparing import compared
from ui.view_models import Action, QueueBody, Trouble
from ui.views import approver_words, words
from ui.views.approver_queue import ApproverQueue
from ui.views.approver_sheet import SheetArea
from ui.views.case_list import CaseList
from ui.views.case_panel import CaseSummaryView
from ui.widgets.resident_name_label import ResidentNameLabel
from ui.widgets.theme import HIGH_CONTRAST, Theme

Open = Callable[..., Shown]
SIZES = pytest.mark.parametrize("size", [NORMAL, LARGE], ids=["1366x768", "1920x1080"])
PAGE_DOWN, PAGE_UP, ENTER = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Return


def press(shown: Shown, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    target = shown.window.focusWidget() or shown.window
    QTest.keyClick(target, key)


def said(shown: Shown) -> str:
    """All that is written in labels and names."""
    labels = [label.text() for label in shown.window.findChildren(QLabel) if label.isVisible()]
    names = [name.text() for name in shown.window.findChildren(ResidentNameLabel) if name.isVisible()]
    return "\n".join([*labels, *names])


def lines_below_sight(shown: Shown) -> int:
    """How far the lines to compare would have to be scrolled, in px."""
    areas = [area for area in shown.window.findChildren(QScrollArea) if area.accessibleName()]
    return max((area.verticalScrollBar().maximum() for area in areas), default=0)


@SIZES
@pytest.mark.parametrize("name", approver_samples.SCREENS)
def test_a_screen_cuts_nothing(open_window: Open, name: str, size: tuple[int, int, float]) -> None:
    shown = open_window(size).show(approver_screen(name))

    assert shown.window.width() == size[0]
    assert cut_widgets(shown.window) == []
    assert overlapping(shown.window) == []
    assert scrolled_away(shown.window) == 0


@SIZES
def test_all_lines_to_compare_are_in_sight_at_once(open_window: Open, size: tuple[int, int, float]) -> None:
    shown = open_window(size).show(approver_screen("looking"))

    assert lines_below_sight(shown) == 0


@SIZES
def test_what_needs_judgement_is_in_sight_however_many_are_on_the_page(
    open_window: Open, size: tuple[int, int, float]
) -> None:
    shown = open_window(size).show(approver_screen("wrong"))

    verdicts = [label for label in shown.window.findChildren(QLabel) if label.text() in ("不一致", "注意")]
    assert len(verdicts) == 3
    assert all(not label.visibleRegion().isEmpty() for label in verdicts)


@SIZES
@pytest.mark.parametrize("code", ["RENDERER_DIFFERS", "APPROVAL_DIFFERS"])
def test_trouble_leaves_the_page_whole(open_window: Open, code: str, size: tuple[int, int, float]) -> None:
    shown = open_window(size).show(approver_screen("looking", trouble=Trouble(code=code)))

    assert cut_widgets(shown.window) == []
    assert overlapping(shown.window) == []


def test_the_high_contrast_theme_is_the_same_layout(open_window: Open) -> None:
    shown = open_window(NORMAL, theme=Theme(tokens=HIGH_CONTRAST)).show(approver_screen("looking"))

    assert cut_widgets(shown.window) == []


def test_the_queue_stands_where_a_counter_has_its_cases(open_window: Open) -> None:
    shown = open_window().show(approver_screen("list"))

    assert shown.window.findChildren(ApproverQueue)[0].isVisible()
    assert not shown.window.findChildren(CaseList)[0].isVisible()
    assert not shown.window.findChildren(CaseSummaryView)[0].isVisible()
    text = said(shown)
    for word in (
        "承認を待つ案件",
        "030",
        "2番窓口　代理の方（委任状）",
        "0分52秒",
        "承認待ち 3",
        "住民課 承認",
    ):
        assert word in text


def test_a_training_promises_an_approver_no_practice_cards(open_window: Open) -> None:
    model = approver_screen("list")

    shown = open_window().show(replace(model, top=replace(model.top, training=True)))

    assert "訓練" in said(shown)
    assert "F12" not in said(shown)


def test_a_counter_knows_no_queue(open_window: Open) -> None:
    shown = open_window().show(samples.screen("check"))

    assert shown.window.findChildren(ApproverQueue) == []


@pytest.mark.parametrize(
    ("key", "intent"),
    [
        (PAGE_DOWN, vm.CaseSelected("a033")),
        (ENTER, vm.PrimaryPressed()),
        (Qt.Key.Key_F10, vm.ActionPressed(Action.SIGN_OUT)),
    ],
)
def test_the_list_is_served_by_keys(open_window: Open, key: Qt.Key, intent: vm.Intent) -> None:
    shown = open_window().show(approver_screen("list"))

    press(shown, key)

    assert shown.intents == [intent]


@pytest.mark.parametrize(
    ("key", "intent"),
    [
        (Qt.Key.Key_Escape, vm.ActionPressed(Action.TO_LIST)),
        (Qt.Key.Key_F8, vm.ActionPressed(Action.GIVE_BACK)),
        (Qt.Key.Key_F6, vm.ActionPressed(Action.PARK)),
        (ENTER, vm.PrimaryPressed()),
    ],
)
def test_a_page_is_served_by_keys(open_window: Open, key: Qt.Key, intent: vm.Intent) -> None:
    shown = open_window().show(approver_screen("seen"))

    press(shown, key)

    assert shown.intents == [intent]


def test_the_question_lies_in_the_page_and_esc_takes_it_back(open_window: Open) -> None:
    shown = open_window().show(approver_screen("asking"))

    assert "この紙面に承認の署名をします" in said(shown)
    press(shown, Qt.Key.Key_Escape)
    assert shown.intents == [vm.BackPressed()]


def test_a_digit_chooses_the_reason(open_window: Open) -> None:
    shown = open_window().show(approver_screen("returning"))

    press(shown, Qt.Key.Key_2)
    press(shown, Qt.Key.Key_9)
    press(shown, PAGE_DOWN)

    assert shown.intents == [vm.ReturnReasonChosen("papers")]


def test_page_down_reads_on_to_the_end_and_only_there_the_sheet_counts_as_seen(
    open_window: Open, qtbot: QtBot
) -> None:
    shown = open_window().show(approver_screen("looking"))
    bar = shown.window.findChildren(SheetArea)[0].verticalScrollBar()
    assert (bar.value(), shown.intents) == (0, [])

    press(shown, PAGE_DOWN)
    qtbot.wait(20)
    if bar.value() < bar.maximum():
        assert shown.intents == []
        press(shown, PAGE_DOWN)
    qtbot.waitUntil(lambda: shown.intents == [vm.SheetSeen(0)], timeout=2000)

    press(shown, PAGE_DOWN)
    assert shown.intents[1:] == [vm.SheetTurned(1)]


def test_f9_makes_the_page_large_and_what_is_read_stays_in_sight(open_window: Open) -> None:
    body = approver_samples.examine(seen=frozenset({0, 1}))
    shown = open_window().show(approver_screen("seen", body=body))
    area = shown.window.findChildren(SheetArea)[0]
    area.verticalScrollBar().setValue(200)
    small = area.width()

    QTest.keyPress(shown.window, Qt.Key.Key_F9)
    assert shown.intents[-1] == vm.PreviewHeld(held=True)
    shown.show(approver_screen("seen", body=replace(body, large=True)))

    assert area.width() > 1.7 * small
    assert 340 <= area.verticalScrollBar().value() <= 440
    assert "一致" not in said(shown)


def test_the_list_offers_no_keys_while_a_page_is_open(open_window: Open) -> None:
    shown = open_window().show(approver_screen("list"))
    assert "PgUp PgDn" in said(shown)

    shown.show(approver_screen("looking"))
    assert "PgUp PgDn" not in said(shown)


def test_page_up_on_a_later_sheet_goes_back_to_the_end_of_the_one_before(open_window: Open) -> None:
    shown = open_window().show(approver_screen("seen"))
    press(shown, PAGE_UP)
    assert shown.intents == [vm.SheetTurned(-1)]

    shown.show(approver_screen("seen", body=approver_samples.examine(seen=frozenset({0, 1}))))

    bar = shown.window.findChildren(SheetArea)[0].verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


def test_the_screen_says_which_key_reads_on_until_all_is_seen(open_window: Open) -> None:
    shown = open_window().show(approver_screen("looking"))
    assert "1 / 2 枚　最後までご確認ください　PgDn" in said(shown)

    shown.show(approver_screen("seen"))
    assert "2 / 2 枚　最後まで確認しました" in said(shown)


def test_the_next_record_finds_nothing_of_the_one_before(open_window: Open) -> None:
    shown = open_window().show(approver_screen("seen"))
    assert approver_samples.PRINCIPAL in said(shown)

    shown.show(replace(approver_screen("list"), body=QueueBody(waiting=2, number="030", outcome="kept")))

    text = said(shown)
    assert approver_samples.PRINCIPAL not in text
    assert approver_samples.AGENT not in text
    assert "030 番を保留にしました" in text


@pytest.mark.parametrize("name", approver_samples.SCREENS)
def test_everything_that_takes_the_focus_can_be_hit(open_window: Open, name: str) -> None:
    shown = open_window().show(approver_screen(name))

    for button in shown.window.findChildren(QAbstractButton):
        if button.isVisibleTo(shown.window):
            assert button.accessibleName() or button.text()
            assert button.height() >= 44, button.text()


class PagesToRead(FakePages):
    """Pages with something to scroll."""

    def preview(self, pdf: bytes, page: int, dots_per_inch: int) -> tuple[int, int, bytes]:
        sheet = approver_samples.sheet(300, 424)
        return sheet.width, sheet.height, sheet.rgba


def test_a_whole_approval_by_keyboard(open_window: Open, qtbot: QtBot) -> None:
    one = record()
    approver = Approver(one)
    approver.pages = PagesToRead()
    approver.presenter.end()
    approver.sign_in()
    shown = open_window()
    approver.presenter._view = shown.window

    def told(intent: vm.Intent) -> None:
        approver.clock.advance(1)
        approver.presenter.handle(intent)
        approver.lanes.run_all()

    shown.window.intent.connect(told)
    shown.window.render(approver.screen)
    press(shown, ENTER)
    assert approver.told[-1][0] == "ApproverLooking"
    press(shown, ENTER)
    assert approver.told[-1][0] == "ApproverLooking"

    def read_on() -> None:
        press(shown, PAGE_DOWN)
        assert approver.told[-1][1].get("approvable") is True

    qtbot.waitUntil(read_on, timeout=5000)
    press(shown, ENTER)
    assert "この紙面に承認の署名をします" in said(shown)
    assert approver.queue.approved == {}
    press(shown, ENTER)

    assert approver.queue.approved["a030"][1] == one.p0_sha256
    assert "030 番を承認しました" in said(shown)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (approver_words.VERDICTS, {"same", "attention", "differs"}),
        (approver_words.TRIGGERS, {"agent", "my_number", "resident_code", "identity"}),
        (approver_words.OUTCOMES, {"approved", "returned", "kept", "gone", "overtaken"}),
        (approver_words.SCOPE_SENTENCES, set(words.SCOPES)),
    ],
)
def test_a_table_of_words_holds_every_code(table: dict[str, str], expected: set[str]) -> None:
    assert set(table) == expected


def test_every_reason_and_every_line_has_its_word() -> None:
    assert set(approver_words.REASONS) == {reason.value for reason in ReturnReason}
    lines = compared(record(), PACK)
    assert set(approver_words.LINES) == {line.code for line in lines}
