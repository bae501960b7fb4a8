"""The pages of a request taken while the line is down: whole at both sizes, and led through by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from counter_app.domain.fallback import DeliveryWay
from counter_app.domain.identity import PaperKind
from counter_app.domain.issuance.states import SlipPrint
from tests.ui import samples, taking_samples
from tests.ui.conftest import LARGE, NORMAL, Shown
from tests.ui.wholeness import cut_widgets, overlapping, scrolled_away
from ui.view_models import (
    Action,
    ActionButton,
    Banner,
    BottomBar,
    CaseRow,
    CaseSummary,
    ClosedBody,
    DeferredBody,
    DeliveryChosen,
    Mode,
    PaperEntry,
    PaperToggled,
    PrimaryButton,
    ScreenModel,
    TakingBody,
    TakingSubmitted,
    Tone,
    Trouble,
)
from ui.views import words_deferring
from ui.views.deferred_view import DeferredView
from ui.views.taking_view import TakingView

Open = Callable[..., Shown]
SLIP = "02-20261124-1001"


def screen(name: str, *actions: Action, body: TakingBody | DeferredBody | None = None) -> ScreenModel:
    step, primary, sample = taking_samples.BODIES[name]
    assert primary is not None
    return replace(
        samples.screen("reception"),
        body=sample if body is None else body,
        step=step,
        bottom=BottomBar(
            buttons=tuple(ActionButton(action=action) for action in actions),
            primary=PrimaryButton(label=primary),
        ),
    )


def taking(*ticked: PaperKind) -> TakingBody:
    return TakingBody(
        papers=taking_samples.paper_rows(*ticked), deliveries=taking_samples.WAYS, delivery="return"
    )


def press(shown: Shown, key: str | Qt.Key) -> None:
    target = shown.window.focusWidget() or shown.window
    if isinstance(key, Qt.Key):
        QTest.keyClick(target, key)
    elif isinstance(target, QLineEdit):
        # kana and kanji come from the input method, not from keys
        target.insert(key)
    else:
        QTest.keyClicks(target, key)


def texts(shown: Shown) -> str:
    return " ".join(label.text() for label in shown.window.findChildren(QLabel) if label.isVisible())


def view_of(shown: Shown) -> TakingView:
    return shown.window.findChildren(TakingView)[0]


@pytest.mark.parametrize("size", [NORMAL, LARGE], ids=["1366x768", "1920x1080"])
@pytest.mark.parametrize("name", taking_samples.BODIES)
def test_a_page_cuts_nothing(open_window: Open, name: str, size: tuple[int, int, float]) -> None:
    shown = open_window(size).show(screen(name, Action.BACK, Action.PRINT_SLIP, Action.WITHDRAW))

    assert cut_widgets(shown.window) == []
    assert overlapping(shown.window) == []
    assert scrolled_away(shown.window) == 0


def test_how_long_a_case_waits_is_never_broken_over_two_lines(open_window: Open) -> None:
    row = CaseRow(case_id="c1", number="005", scope="", copies=0, state="parked", waiting=12, selected=False)
    around = screen(next(iter(taking_samples.BODIES)), Action.BACK)

    shown = open_window().show(replace(around, cases=(row,)))

    assert "　0\u2060分\u20601\u20602\u2060秒" in texts(shown)


@pytest.mark.parametrize("size", [NORMAL, LARGE], ids=["1366x768", "1920x1080"])
@pytest.mark.parametrize("name", taking_samples.BODIES)
def test_banner_trouble_slip_and_list_leave_a_page_whole(
    open_window: Open, name: str, size: tuple[int, int, float]
) -> None:
    row = CaseRow(
        case_id="c1",
        number="",
        scope="",
        copies=0,
        state="deferred",
        waiting=5025,
        selected=True,
        slip=SLIP,
    )
    around = replace(
        screen(name, Action.BACK, Action.PRINT_SLIP, Action.WITHDRAW),
        banner=Banner(mode=Mode.LINE_DOWN, tone=Tone.STOP, as_of="10:31"),
        trouble=Trouble(code="PRINTER_STOPPED"),
        cases=(row, replace(row, case_id="c2", number="031", state="parked", selected=False)),
        summary=CaseSummary(
            number="031",
            slip=SLIP,
            delivery="mail",
            contact="架空県架空町大字中原１２番地３",
            name_said="架空　花子",
        ),
    )

    shown = open_window(size).show(around)

    assert cut_widgets(shown.window) == []
    assert overlapping(shown.window) == []
    said = texts(shown)
    assert "受付のみできます" in said
    assert "10:31から" in said
    assert f"受付票 {SLIP}" in said


def test_the_number_is_the_largest_thing_on_its_page(open_window: Open) -> None:
    shown = open_window().show(screen("deferred"))
    (view,) = shown.window.findChildren(DeferredView)

    others = [label for label in view.findChildren(QLabel) if label is not view.number]
    assert view.number.font().pixelSize() > max(label.font().pixelSize() for label in others)
    assert view.number.text() == SLIP


@pytest.mark.parametrize("slip", words_deferring.SLIPS)
def test_what_is_known_of_the_slip_is_said_in_words(open_window: Open, slip: str) -> None:
    _, _, sample = taking_samples.BODIES["deferred"]
    assert isinstance(sample, DeferredBody)
    shown = open_window().show(screen("deferred", body=replace(sample, slip=slip)))
    (view,) = shown.window.findChildren(DeferredView)

    assert view.slip.text()
    assert ("F3" in view.slip.text()) == (slip in ("asked", "failed", "unknown"))


def test_enter_leads_through_all_that_is_missing_and_then_takes_the_request(open_window: Open) -> None:
    shown = open_window().show(screen("taking", body=taking(PaperKind.DRIVING_LICENCE)))
    view = view_of(shown)
    visited: list[QWidget | None] = []
    for typed in ("渡辺　葛美", "ワタナベ　クズミ", "S60.4.3", "000-0000-0000", "0123", "R9.4.3"):
        visited.append(shown.window.focusWidget())
        press(shown, typed)
        assert shown.intents == []
        press(shown, Qt.Key.Key_Return)

    assert visited[:4] == [view.name, view.kana, view.birth, view.contact]
    entry = PaperEntry("driving_licence", "0123", "R9.4.3")
    assert shown.intents == [
        TakingSubmitted("渡辺　葛美", "ワタナベ　クズミ", "S60.4.3", "000-0000-0000", (entry,))
    ]


def test_a_promise_that_cannot_be_kept_takes_the_hands_to_its_field(open_window: Open) -> None:
    shown = open_window().show(screen("taking", body=taking()))
    view_of(shown).promised.setText("R1.5.1")

    shown.show(screen("taking", body=replace(taking(), promised_fault=True)))

    assert shown.window.focusWidget() is view_of(shown).promised
    assert view_of(shown).promised.text() == "R1.5.1"


def test_a_request_without_papers_is_complete(open_window: Open) -> None:
    shown = open_window().show(screen("taking", body=taking()))
    for typed in ("渡辺", "ワタナベ", "S60.4.3", "000"):
        press(shown, typed)
        press(shown, Qt.Key.Key_Return)

    assert shown.intents == [TakingSubmitted("渡辺", "ワタナベ", "S60.4.3", "000", ())]


def test_digits_tick_papers_and_letters_choose_the_way_outside_the_fields(open_window: Open) -> None:
    shown = open_window().show(screen("taking", body=taking()))
    shown.window.setFocus()

    press(shown, "2")
    press(shown, "c")

    assert shown.intents == [PaperToggled("passport"), DeliveryChosen("mail")]


def test_a_date_that_is_none_takes_the_hands_to_its_field_and_keeps_what_was_typed(open_window: Open) -> None:
    shown = open_window().show(screen("taking", body=taking()))
    for typed in ("渡辺", "ワタナベ", "S60.14.3", "000"):
        press(shown, typed)
        press(shown, Qt.Key.Key_Return)

    shown.show(screen("taking", body=replace(taking(), birth_fault=True)))

    assert shown.window.focusWidget() is view_of(shown).birth
    assert view_of(shown).birth.text() == "S60.14.3"
    assert view_of(shown).name.text() == "渡辺"


@pytest.mark.parametrize(
    ("table", "enum", "more"),
    [(words_deferring.DELIVERIES, DeliveryWay, set()), (words_deferring.SLIPS, SlipPrint, {"sending"})],
    ids=["ways", "slips"],
)
def test_a_table_of_words_is_as_long_as_its_enum(
    table: dict[str, str], enum: type[StrEnum], more: set[str]
) -> None:
    assert set(table) == {member.value for member in enum} | more


@pytest.mark.parametrize(
    ("outcome", "number", "said"),
    [
        ("deferred", SLIP, f"請求 {SLIP} を受け付けました"),
        ("settled", "031", "受け付けた請求は案件になりました。最後は 031 です"),
    ],
)
def test_what_became_of_a_taken_request_is_said_when_its_page_is_left(
    open_window: Open, outcome: str, number: str, said: str
) -> None:
    shown = open_window().show(
        replace(samples.screen("closed"), body=ClosedBody(number=number, outcome=outcome))
    )

    assert said in texts(shown)
