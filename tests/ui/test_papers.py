"""The papers page: Enter leads through what must be recorded, and what stops a paper is said at its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.ui import sample_values, samples
from tests.ui.conftest import LARGE, NORMAL, Shown
from tests.ui.wholeness import cut_widgets, overlapping, scrolled_away
from ui.view_models import PaperEntry, PapersBody, PapersSubmitted, Trouble
from ui.views.papers_view import PapersView

Open = Callable[..., Shown]


def body(*shown: str, **faults: str) -> PapersBody:
    return PapersBody(
        papers=sample_values.paper_rows(*shown, **faults), name_kana="カクウ", birth_date="S60.4.3"
    )


def untyped(page: PapersBody) -> PapersBody:
    return replace(page, papers=tuple(replace(paper, number="", expires="") for paper in page.papers))


def press(shown: Shown, key: str | Qt.Key) -> None:
    target = shown.window.focusWidget()
    assert target is not None
    if isinstance(key, str):
        QTest.keyClicks(target, key)
    else:
        QTest.keyClick(target, key)


def field(shown: Shown, name: str) -> QLineEdit:
    return next(edit for edit in shown.window.findChildren(QLineEdit) if edit.accessibleName() == name)


def texts(shown: Shown) -> str:
    return " ".join(label.text() for label in shown.window.findChildren(QLabel) if label.isVisible())


def test_enter_leads_through_number_and_expiry_and_says_what_is_missing(open_window: Open) -> None:
    shown = open_window().show(samples.screen("papers", body=untyped(body("driving_licence"))))

    press(shown, Qt.Key.Key_Return)
    assert shown.window.focusWidget() is field(shown, "運転免許証 番号の下4けた")
    assert "番号の下4けたを入力してください" in texts(shown)
    press(shown, "0123")
    assert "番号の下4けたを入力してください" not in texts(shown)
    press(shown, Qt.Key.Key_Return)
    assert shown.window.focusWidget() is field(shown, "運転免許証 有効期限")
    assert "有効期限を入力してください" in texts(shown)
    press(shown, "R9.4.3")
    assert shown.intents == []
    press(shown, Qt.Key.Key_Return)

    licence = PaperEntry("driving_licence", "0123", "R9.4.3")
    assert shown.intents == [PapersSubmitted("カクウ", "S60.4.3", (licence,))]


def test_a_paper_that_may_bear_no_expiry_is_not_asked_for_one(open_window: Open) -> None:
    shown = open_window().show(samples.screen("papers", body=untyped(body("pension_book"))))
    view = shown.window.findChild(PapersView)
    assert view is not None

    field(shown, "年金手帳 番号の下4けた").setText("7890")

    assert view.ready()


def test_questions_have_neither_number_nor_expiry(open_window: Open) -> None:
    shown = open_window().show(samples.screen("papers", body=untyped(body("questions"))))
    shown.window.setFocus()

    press(shown, Qt.Key.Key_Return)

    questions = PaperEntry("questions", "", "")
    assert shown.intents == [PapersSubmitted("カクウ", "S60.4.3", (questions,))]


@pytest.mark.parametrize(
    ("fault", "name", "said"),
    [
        ("number", "運転免許証 番号の下4けた", "番号の下4けたを入力してください"),
        ("expired", "運転免許証 有効期限", "期限が切れているため、確認に使えません"),
        ("expires_unreadable", "運転免許証 有効期限", "令和9.4.3 か 2027.4.3 のように"),
    ],
)
def test_the_cursor_goes_to_what_was_refused(open_window: Open, fault: str, name: str, said: str) -> None:
    shown = open_window().show(samples.screen("papers", body=body("driving_licence")))

    shown.show(samples.screen("papers", body=body("driving_licence", driving_licence=fault)))

    assert shown.window.focusWidget() is field(shown, name)
    assert said in texts(shown)


@pytest.mark.parametrize("size", [NORMAL, LARGE], ids=["1366x768", "1920x1080"])
def test_two_papers_stopped_are_whole_on_the_page(open_window: Open, size: tuple[int, int, float]) -> None:
    stopped = body(
        "health_eligibility", "care_insurance", health_eligibility="expired", care_insurance="number"
    )
    shown = open_window(size).show(samples.screen("papers", body=stopped))
    assert scrolled_away(shown.window) == 0

    shown.show(samples.screen("papers", body=stopped, trouble=Trouble(code="PAPER_EXPIRED")))

    assert cut_widgets(shown.window) == []
    assert overlapping(shown.window) == []
    focus = shown.window.focusWidget()
    assert focus is not None
    assert not focus.visibleRegion().isEmpty()
    assert focus.visibleRegion().boundingRect() == focus.rect()


def test_papers_come_back_as_they_were_left(open_window: Open) -> None:
    shown = open_window().show(samples.screen("compare"))

    shown.show(samples.screen("papers", body=body("driving_licence")))

    assert field(shown, "運転免許証 番号の下4けた").text() == "0123"
    assert field(shown, "運転免許証 有効期限").text() == "R9.4.3"
    press(shown, Qt.Key.Key_Return)
    licence = PaperEntry("driving_licence", "0123", "R9.4.3")
    assert shown.intents == [PapersSubmitted("カクウ", "S60.4.3", (licence,))]
