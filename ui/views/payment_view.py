"""手数料: amount, received, change; large enough for the visitor to read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.view_models import PaymentBody, PaymentMethodChosen, ReceivedChanged
from ui.views import words
from ui.views.body_view import BodyView
from ui.widgets.choices import ChoiceButton
from ui.widgets.labels import TextLabel, fill, set_look
from ui.widgets.number_edit import NumberEdit, only_digits
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme

_METHODS = ("cash", "cashless")
_MOST_DIGITS = 6
"""Of what is received, in yen: up to 99 notes of 10,000; no drawer takes more for a fee."""


class PaymentView(BodyView):
    """The amount is never typed, only what was received; change is the presenter's."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._method = ""
        self._shown_once = False
        self._buttons: list[ChoiceButton] = []
        self._amount = TextLabel(role="money")
        self._change = TextLabel(role="money")
        self.received = NumberEdit(_MOST_DIGITS, by_hand=True)
        self.received.setProperty("size", "big")
        self.received.setFixedWidth(theme.px(220))
        self.received.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.received.textEdited.connect(self._on_edited)
        self._received_caption = TextLabel(self.tr("Received"), "data")
        self._received_caption.setBuddy(self.received)
        self.received.setAccessibleName(self._received_caption.text())
        self._change_caption = TextLabel(self.tr("Change"), "data")
        panel = Panel(theme)
        inside = column(panel, theme, inset=24, gap=20)
        methods = row(theme)
        for index, method in enumerate(_METHODS):
            button = ChoiceButton(words.word(words.PAYMENTS, method), "AB"[index])
            button.clicked.connect(partial(self._choose, index))
            methods.addWidget(button)
            self._buttons.append(button)
        methods.addStretch(1)
        inside.addLayout(methods)
        inside.addLayout(self._lines(theme))
        outside = column(self, theme)
        outside.addWidget(panel)
        outside.addStretch(1)

    def _lines(self, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(12))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(TextLabel(self.tr("Fee"), "data"), 0, 0)
        grid.addWidget(self._amount, 0, 1, right)
        grid.addWidget(self._received_caption, 1, 0)
        grid.addWidget(self.received, 1, 1, right)
        grid.addWidget(self._change_caption, 2, 0)
        grid.addWidget(self._change, 2, 1, right)
        grid.setColumnStretch(2, 1)
        return grid

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please take the fee")

    def show_body(self, body: PaymentBody) -> None:
        """Show amount, method and change."""
        self._method = body.method
        for method, button in zip(_METHODS, self._buttons, strict=True):
            button.setChecked(method == body.method)
        self._amount.setText(self._yen(body.amount))
        cash = body.method == "cash"
        for widget in (self._received_caption, self.received, self._change_caption, self._change):
            widget.setVisible(cash)
        if not self._shown_once and body.received is not None:
            self.received.setText(str(body.received))
        self._shown_once = True
        enough = body.change is not None and body.change >= 0
        self._change.setText(self._yen(body.change) if body.change is not None and enough else "－")
        set_look(self._change, "tone", "good" if enough else "quiet")

    def _yen(self, amount: int) -> str:
        return fill(self.tr("%1 yen"), QLocale().toString(amount))

    def _choose(self, index: int) -> None:
        self.intended.emit(PaymentMethodChosen(_METHODS[index]))

    def _on_edited(self, _text: str) -> None:
        # the field drops what is no digit only after this signal
        digits = only_digits(self.received.text())[:_MOST_DIGITS]
        self.intended.emit(ReceivedChanged(int(digits) if digits else None))

    def letter(self, index: int) -> None:
        """A and B: how it is paid; the digits belong to the amount."""
        if 0 <= index < len(_METHODS):
            self._choose(index)

    def clear_fields(self) -> None:
        """Empty what was received."""
        self.received.clear()

    def first_focus(self) -> QWidget | None:
        """What was received; the blue button where nothing is to be typed."""
        return self.received if self._method == "cash" else None
