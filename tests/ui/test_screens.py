"""Every screen, at both sizes of the counter: whole, with a focus, and in words a screen reader can say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.ui import body_samples, sample_values, samples
from tests.ui.conftest import LARGE, NORMAL, Shown
from tests.ui.wholeness import cut_widgets, overlapping, scrolled_away
from ui.view_models import Action, Banner, Mode, Tone, Trouble
from ui.widgets.choices import TickBox
from ui.widgets.theme import HIGH_CONTRAST, Theme

MAY_SCROLL = {"compare_latin"}
"""A name of 100 letters, twice, at 30 px: the digits bring the ticks into sight."""


@pytest.mark.parametrize("size", [NORMAL, LARGE], ids=["1366x768", "1920x1080"])
@pytest.mark.parametrize("name", body_samples.BODIES)
def test_a_screen_cuts_nothing(
    open_window: Callable[..., Shown], name: str, size: tuple[int, int, float]
) -> None:
    shown = open_window(size).show(samples.screen(name))

    assert shown.window.width() == size[0]
    assert cut_widgets(shown.window) == []
    assert overlapping(shown.window) == []
    if name not in MAY_SCROLL:
        assert scrolled_away(shown.window) == 0


@pytest.mark.parametrize("size", [NORMAL, LARGE], ids=["1366x768", "1920x1080"])
@pytest.mark.parametrize("name", body_samples.BODIES)
def test_trouble_and_banner_leave_a_screen_whole(
    open_window: Callable[..., Shown], name: str, size: tuple[int, int, float]
) -> None:
    trouble = Trouble(code="GATEWAY_ANSWER_MALFORMED")
    banner = Banner(mode=Mode.LINE_DOWN, tone=Tone.STOP, as_of="10:31")

    shown = open_window(size).show(samples.screen(name, trouble=trouble, banner=banner, training=True))

    assert cut_widgets(shown.window) == []
    assert overlapping(shown.window) == []


def test_the_bottom_bar_holds_all_buttons_that_come_together(open_window: Callable[..., Shown]) -> None:
    most = (
        Action.BACK,
        Action.VISITOR_PIN,
        Action.WITHOUT_CARD,
        Action.PARK,
        Action.WITHDRAW,
        Action.SIGN_OUT,
    )

    shown = open_window(LARGE).show(samples.screen("code_b", buttons=most))

    assert cut_widgets(shown.window) == []


def test_the_key_of_the_page_says_that_it_is_held(open_window: Callable[..., Shown]) -> None:
    at_items = (Action.BACK, Action.PRINT_FORM, Action.PREVIEW, Action.PARK, Action.WITHDRAW)

    shown = open_window(NORMAL).show(samples.screen("items", buttons=at_items))

    labels = [button.text() for button in shown.window.findChildren(QAbstractButton)]
    assert "紙面を見る（押している間）　F9" in labels
    assert cut_widgets(shown.window) == []


def test_the_high_contrast_theme_is_the_same_layout(open_window: Callable[..., Shown]) -> None:
    theme = Theme(tokens=HIGH_CONTRAST)

    shown = open_window(NORMAL, theme=theme).show(samples.screen("compare"))

    assert cut_widgets(shown.window) == []
    assert "#000000" in theme.stylesheet()
    assert "@" not in theme.stylesheet()


@pytest.mark.parametrize("name", body_samples.BODIES)
def test_a_screen_puts_the_focus_where_the_work_begins(open_window: Callable[..., Shown], name: str) -> None:
    shown = open_window().show(samples.screen(name))

    focus = shown.window.focusWidget()
    fields = {
        "code_b": QLineEdit,
        "pin": QLineEdit,
        "papers": QLineEdit,
        "papers_agent": QLineEdit,
        "papers_agent_stopped": TickBox,
        "collate": QLineEdit,
        "collate_wrong": QLineEdit,
        "payment": QLineEdit,
    }
    waits_for_a_device = name in ("card", "printing")
    if waits_for_a_device:
        assert focus is not None
        assert focus.objectName() == "middle"
    elif name in fields:
        assert isinstance(focus, fields[name])
    else:
        assert focus is not None
        assert focus.objectName() == "primary"


@pytest.mark.parametrize("name", body_samples.BODIES)
def test_everything_that_takes_the_focus_has_a_name_and_a_size_to_hit(
    open_window: Callable[..., Shown], name: str
) -> None:
    shown = open_window().show(samples.screen(name))

    for kind in (QLineEdit, QAbstractButton):
        for widget in shown.window.findChildren(kind):
            if not widget.isVisibleTo(shown.window):
                continue
            assert widget.accessibleName() or widget.property("text"), widget
            assert widget.height() >= 44, (widget, widget.height())


def test_nobody_is_named_in_the_left_column(open_window: Callable[..., Shown]) -> None:
    shown = open_window().show(samples.screen("compare"))

    left = shown.window.findChild(QWidget, "left")
    assert left is not None
    words = " ".join(str(label.property("text")) for label in left.findChildren(QWidget))

    assert "031" in words
    assert "渡" not in words


def test_a_new_case_leaves_nothing_of_the_one_before(open_window: Callable[..., Shown]) -> None:
    shown = open_window().show(samples.screen("compare"))

    shown.show(samples.screen("closed"))

    names = [widget.accessibleName() for widget in shown.window.findChildren(QWidget)]
    assert not any("渡" in name for name in names)
    assert not any(sample_values.ADDRESS in name for name in names)


def test_a_held_request_shows_no_reason(open_window: Callable[..., Shown]) -> None:
    shown = open_window().show(samples.screen("held"))

    words = " ".join(str(widget.property("text") or "") for widget in shown.window.findChildren(QWidget))

    assert "担当者が確認いたします" in words
    for reason in ("支援", "制限", "差止", "DV"):
        assert reason not in words
