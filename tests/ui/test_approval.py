"""The agent's fields and the wait for an approval, by keyboard and in the words that a clerk reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tests.ui import samples
from tests.ui.approval_samples import AGENT, APPROVAL_BODIES
from tests.ui.conftest import LARGE, NORMAL, Shown
from tests.ui.sample_values import page, paper_rows
from tests.ui.wholeness import cut_widgets
from ui.view_models import (
    Action,
    ActionPressed,
    AgentEntry,
    AgentFields,
    ApprovalBody,
    OriginalToggled,
    PapersBody,
    PapersSubmitted,
    PaperToggled,
    ScreenModel,
    Step,
)
from ui.views.agent_fields import AgentLines
from ui.views.approval_view import ApprovalView
from ui.widgets.resident_name_label import ResidentNameLabel
from ui.widgets.step_track import StepTrack

Open = Callable[..., Shown]


def agents_papers(agent: AgentFields, *shown: str) -> ScreenModel:
    said = PapersBody(papers=paper_rows(*shown), name_kana="カクウ", birth_date="S60.4.3", agent=agent)
    return samples.screen("papers_agent", body=said)


def press(shown: Shown, key: str | Qt.Key) -> None:
    target = shown.window.focusWidget()
    assert target is not None
    if isinstance(key, str):
        QTest.keyClicks(target, key)
    else:
        QTest.keyClick(target, key)


def lines(shown: Shown) -> AgentLines:
    found = shown.window.findChild(AgentLines)
    assert found is not None
    return found


def texts(shown: Shown) -> str:
    plain = [label.text() for label in shown.window.findChildren(QLabel) if label.isVisible()]
    names = [label.text() for label in shown.window.findChildren(ResidentNameLabel) if label.isVisible()]
    return " ".join(plain + names)


def steps(shown: Shown) -> list[str]:
    track = shown.window.findChild(StepTrack)
    assert track is not None
    return [label.text() for label in track.findChildren(QLabel) if label.isVisible()]


def test_enter_leads_through_all_that_is_taken_down_of_an_agent(open_window: Open) -> None:
    shown = open_window().show(agents_papers(AgentFields(), "driving_licence"))

    press(shown, Qt.Key.Key_Return)
    assert shown.window.focusWidget() is lines(shown).mandate
    press(shown, "R8.10.30")
    press(shown, Qt.Key.Key_Return)
    assert shown.window.focusWidget() is lines(shown).name
    lines(shown).name.setText("川島　次郎")
    press(shown, Qt.Key.Key_Return)
    assert shown.window.focusWidget() is lines(shown).address
    lines(shown).address.setText("架空県架空市字西２番地")
    press(shown, Qt.Key.Key_Return)
    assert shown.window.focusWidget() is lines(shown).original
    assert "委任状の原本を確かめ" in texts(shown)
    press(shown, "9")
    assert shown.intents == [OriginalToggled()]
    shown.show(agents_papers(AgentFields(original_seen=True), "driving_licence"))
    press(shown, Qt.Key.Key_Return)

    submitted = shown.intents[-1]
    assert isinstance(submitted, PapersSubmitted)
    assert submitted.agent == AgentEntry("川島　次郎", "架空県架空市字西２番地", "R8.10.30")


def test_the_captions_say_whose_name_and_whose_papers_are_meant(open_window: Open) -> None:
    shown = open_window().show(samples.screen("papers_agent"))

    told = texts(shown)

    for words in ("委任した方の氏名（カナ）", "委任した方の生年月日", "代理人の氏名", "代理人の住所"):
        assert words in told
    assert "代理人の本人確認書類" in told
    assert "委任" not in texts(open_window().show(samples.screen("papers")))


@pytest.mark.parametrize(
    ("fault", "focus", "said"),
    [
        ("mandate_date", "mandate", "令和8.10.30 か 2026.10.30 のように"),
        ("mandate_later", "mandate", "まだ来ていない日付です"),
        ("original", "original", "委任状の原本を確かめ"),
    ],
)
def test_the_cursor_goes_to_what_stops_the_mandate(
    open_window: Open, fault: str, focus: str, said: str
) -> None:
    shown = open_window().show(agents_papers(AGENT, "driving_licence"))

    shown.show(agents_papers(replace(AGENT, fault=fault), "driving_licence"))

    assert shown.window.focusWidget() is getattr(lines(shown), focus)
    assert said in texts(shown)


def test_the_digits_before_it_still_tick_the_papers(open_window: Open) -> None:
    shown = open_window().show(agents_papers(AGENT))
    shown.window.setFocus()

    press(shown, "8")

    assert shown.intents == [PaperToggled("questions")]


@pytest.mark.parametrize("size", [NORMAL, LARGE], ids=["1366x768", "1920x1080"])
def test_the_agents_own_name_is_large_where_it_is_compared(
    open_window: Open, size: tuple[int, int, float]
) -> None:
    for name in ("compare_agent", "form_agent", "hand_over_agent"):
        shown = open_window(size).show(samples.screen(name))
        found = [
            label
            for label in shown.window.findChildren(ResidentNameLabel)
            if label.text() == "川島　次郎" and label.isVisible()
        ]
        assert found, name
        assert found[0].height() >= 30 * size[2], name


def test_f8_takes_back_what_waits(open_window: Open) -> None:
    shown = open_window().show(samples.screen("approval", buttons=(Action.RECALL, Action.NEW_CASE)))

    press(shown, Qt.Key.Key_F8)
    press(shown, Qt.Key.Key_F2)

    assert shown.intents == [ActionPressed(Action.RECALL), ActionPressed(Action.NEW_CASE)]


def test_the_wait_is_told_in_minutes_and_goes_on_while_it_is_looked_at(open_window: Open) -> None:
    shown = open_window().show(samples.screen("approval"))
    view = shown.window.findChild(ApprovalView)
    assert "3分12秒" in texts(shown)
    assert "10:42 に承認をお願いしました" in texts(shown)

    waits = ApprovalBody(phase="waiting", since="10:42", waiting=193, pages=(page(),) * 3)
    shown.show(samples.screen("approval", body=waits))

    assert shown.window.findChild(ApprovalView) is view
    assert "3分13秒" in texts(shown)


def test_the_pages_are_turned_and_stay_turned_while_time_goes_on(open_window: Open) -> None:
    shown = open_window().show(samples.screen("approval"))

    press(shown, Qt.Key.Key_Plus)
    shown.show(samples.screen("approval"))

    assert "3枚のうち 2枚目" in texts(shown)


def test_who_gave_it_back_why_and_in_which_words(open_window: Open) -> None:
    shown = open_window().show(samples.screen("approval_returned"))

    told = texts(shown)

    assert "佐藤　一郎 さんが差し戻しました。" in told
    assert "書類の不足・確認" in told
    assert "委任状の日付と請求書の日付が合っていません" in told


def test_the_step_is_on_the_track_only_where_it_is_needed(open_window: Open) -> None:
    shown = open_window()

    assert "承認" in steps(shown.show(samples.screen("check")))
    assert "承認" not in steps(shown.show(samples.screen("issue")))
    assert any("承認" in step for step in steps(shown.show(samples.screen("approval"))))


@pytest.mark.parametrize("name", [name for name in APPROVAL_BODIES if name.startswith("approval")])
def test_all_eleven_steps_fit_with_every_one_before_it_done(open_window: Open, name: str) -> None:
    shown = open_window().show(replace(samples.screen(name), step=Step.HAND_OVER, with_approval=True))

    assert len(steps(shown)) == len(Step)
    assert cut_widgets(shown.window) == []


@pytest.mark.parametrize(
    ("news", "words"),
    [("approved", "承認されました"), ("returned", "差し戻されました"), ("trouble", "確認してください")],
)
def test_what_was_decided_meanwhile_stands_in_the_list_in_words(
    open_window: Open, news: str, words: str
) -> None:
    screen = samples.screen("card")
    rows = tuple(replace(row, news=news if row.number == "030" else "") for row in screen.cases)

    shown = open_window().show(replace(screen, cases=rows))

    left = shown.window.findChild(QWidget, "left")
    assert left is not None
    said = [label.text() for label in left.findChildren(QLabel) if label.isVisible()]
    assert said.count(words) == 1
    assert cut_widgets(shown.window) == []


def test_no_field_of_an_agent_is_left_for_the_next_visitor(open_window: Open) -> None:
    shown = open_window().show(samples.screen("papers_agent"))

    shown.show(replace(samples.screen("papers"), case_id="c99"))

    assert not [field for field in shown.window.findChildren(QLineEdit) if "川島" in field.text()]
