"""手数料: whatever is typed into the amount, the page goes on; the method is chosen in either case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.exceptions import capture_exceptions

from tests.ui import samples
from tests.ui.conftest import Shown
from ui.view_models import PaymentBody, PaymentMethodChosen, ReceivedChanged

Open = Callable[..., Shown]
ODD = ("Z", "É", "²", "٣", "１", "円", "ｂ", "-", "+", ".", "\U00020bb7")
EMPTY = PaymentBody(amount=300)


def amount_field(shown: Shown) -> QLineEdit:
    """The field that has the focus."""
    field = shown.window.focusWidget()
    assert isinstance(field, QLineEdit)
    return field


@pytest.mark.parametrize(
    ("key", "method"),
    [(Qt.Key.Key_A, "cash"), (Qt.Key.Key_B, "cashless")],
)
@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_a_letter_chooses_the_method_with_and_without_shift(
    open_window: Open, key: Qt.Key, method: str, modifier: Qt.KeyboardModifier
) -> None:
    shown = open_window().show(samples.screen("payment", body=EMPTY))

    QTest.keyClick(amount_field(shown), key, modifier)

    assert shown.intents == [PaymentMethodChosen(method)]
    assert amount_field(shown).text() == ""


@pytest.mark.parametrize("text", ODD)
def test_nothing_typed_into_the_amount_raises(open_window: Open, text: str) -> None:
    shown = open_window().show(samples.screen("payment", body=EMPTY))
    field = amount_field(shown)

    with capture_exceptions() as raised:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, text))
        QTest.keyClicks(field, "5")

    assert raised == []
    assert field.text() == {"１": "15", "²": "25"}.get(text, "5")
    assert shown.intents[-1] == ReceivedChanged(int(field.text()))


def test_a_pasted_price_counts_its_digits_and_no_more_than_can_be_paid(open_window: Open) -> None:
    shown = open_window().show(samples.screen("payment", body=EMPTY))
    field = amount_field(shown)

    with capture_exceptions() as raised:
        QApplication.clipboard().setText("1,000円")
        field.paste()
        assert shown.intents[-1] == ReceivedChanged(1000)
        field.clear()
        QTest.keyClicks(field, "9" * 30)

    assert raised == []
    assert field.text() == "999999"
    assert shown.intents[-1] == ReceivedChanged(999999)


def test_the_focus_goes_along_with_the_method(open_window: Open) -> None:
    shown = open_window().show(samples.screen("payment", body=EMPTY, primary_enabled=False))
    first = amount_field(shown)

    shown.show(samples.screen("payment", body=replace(EMPTY, method="cashless")))
    focus = shown.window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "primary"

    shown.show(samples.screen("payment", body=EMPTY, primary_enabled=False))
    assert amount_field(shown) is first
