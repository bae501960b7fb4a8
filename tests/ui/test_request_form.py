"""請求書: what is to be done next has the focus, and the blue button waits for a signed form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from tests.ui import samples
from tests.ui.conftest import Shown
from tests.ui.sample_values import FORM
from ui.view_models import Action, ActionPressed, FormSubmitted, ScreenModel, SignatureToggled
from ui.views.form_view import FormView
from ui.widgets.choices import TickBox
from ui.widgets.resident_name_label import ResidentNameLabel

Open = Callable[..., Shown]
ENTER = Qt.Key.Key_Return


def page(form: str = "", number: str = "", *, signed: bool = False) -> ScreenModel:
    """The page as the presenter shows it: no form, ``printing``, ``printed`` or ``paper``."""
    body = replace(FORM, form=form, number=number, signature_seen=signed)
    buttons: tuple[Action, ...] = (Action.BACK, Action.PARK, Action.WITHDRAW)
    if form != "printing":
        buttons = (Action.BACK, Action.PRINT_FORM, Action.PARK, Action.WITHDRAW)
    return samples.screen("form", body=body, buttons=buttons)


def focus(shown: Shown) -> QWidget:
    """What has the focus."""
    widget = shown.window.focusWidget()
    assert widget is not None
    return widget


def blue(shown: Shown) -> QPushButton:
    """The blue button."""
    button = shown.window.findChild(QPushButton, "primary")
    assert button is not None
    return button


def number_field(shown: Shown) -> QLineEdit:
    """Where the number of a paper form is typed."""
    view = shown.window.findChild(FormView)
    assert view is not None
    return view.paper_number


def test_the_hands_go_from_f3_to_the_signature_to_the_blue_button(open_window: Open) -> None:
    shown = open_window().show(page())
    assert "F3" in str(focus(shown).property("text"))
    assert not blue(shown).isEnabled()

    QTest.keyClick(focus(shown), Qt.Key.Key_F3)
    shown.show(page("printing"))
    assert focus(shown).objectName() == "middle"
    assert not blue(shown).isEnabled()

    shown.show(page("printed", "000031"))
    assert isinstance(focus(shown), TickBox)
    assert not blue(shown).isEnabled()

    QTest.keyClick(focus(shown), Qt.Key.Key_1)
    assert shown.intents == [ActionPressed(Action.PRINT_FORM), SignatureToggled()]


def test_a_form_signed_already_goes_on_by_the_blue_button(open_window: Open) -> None:
    shown = open_window().show(page("printed", "000031", signed=True))

    assert focus(shown) is blue(shown)
    QTest.keyClick(focus(shown), ENTER)

    assert shown.intents == [FormSubmitted("")]


def test_a_number_typed_and_not_recorded_comes_before_the_signature(open_window: Open) -> None:
    shown = open_window().show(page("printed", "000031"))
    number_field(shown).setText("71")
    shown.window.setFocus()

    QTest.keyClick(focus(shown), Qt.Key.Key_1)
    assert shown.intents == []
    assert focus(shown) is number_field(shown)
    QTest.keyClick(focus(shown), ENTER)

    assert shown.intents == [FormSubmitted("71")]


def test_enter_presses_what_is_ringed_before_there_is_a_form(open_window: Open) -> None:
    shown = open_window().show(page())

    number_field(shown).setFocus()
    QTest.keyClick(focus(shown), ENTER)
    assert shown.intents == []
    assert "F3" in str(focus(shown).property("text"))

    QTest.keyClick(focus(shown), ENTER)
    QTest.keyClick(focus(shown), ENTER)
    assert shown.intents == [ActionPressed(Action.PRINT_FORM)]


def test_a_paper_form_is_recorded_by_its_number_and_then_signed(open_window: Open) -> None:
    shown = open_window().show(page())

    number_field(shown).setFocus()
    QTest.keyClicks(focus(shown), "71")
    assert blue(shown).isEnabled()
    QTest.keyClick(focus(shown), ENTER)
    shown.show(page("paper", "71"))
    assert isinstance(focus(shown), TickBox)
    assert not blue(shown).isEnabled()

    QTest.keyClick(focus(shown), Qt.Key.Key_1)
    shown.show(page("paper", "71", signed=True))
    QTest.keyClick(focus(shown), ENTER)

    assert shown.intents == [FormSubmitted("71"), SignatureToggled(), FormSubmitted("71")]


def test_a_number_typed_before_f3_does_not_replace_the_printed_form(open_window: Open) -> None:
    shown = open_window().show(page())
    number_field(shown).setFocus()
    QTest.keyClicks(focus(shown), "7")

    shown.show(page("printing")).show(page("printed", "000031", signed=True))
    QTest.keyClick(focus(shown), ENTER)

    assert shown.intents == [FormSubmitted("")]


def test_a_name_is_in_one_font_and_a_sentence_keeps_the_gothic(open_window: Open) -> None:
    shown = open_window().show(page())

    fonts = {
        label.text(): {glyph.gothic for line in label.lines_for(label.width())[1] for glyph in line.glyphs}
        for label in shown.window.findChildren(ResidentNameLabel)
    }

    assert fonts[FORM.requester_name] == {False}
    assert fonts["・".join(FORM.persons)] == {False}
    assert True in fonts[FORM.address]
