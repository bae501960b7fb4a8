"""取下げ: why, before anything is withdrawn, so that a slip of the finger never does it."""

from __future__ import annotations

from functools import partial

from ui.view_models import WithdrawalChosen, WithdrawBody
from ui.views import words
from ui.views.body_view import BodyView
from ui.widgets.choices import ChoiceButton
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import TextLabel
from ui.widgets.panel import Panel, column
from ui.widgets.theme import Theme


class WithdrawView(BodyView):
    """The reason by digit; Enter records it, Esc leaves everything as it was."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._codes: tuple[str, ...] = ()
        self._buttons: list[ChoiceButton] = []
        self._reasons = FlowRow(theme, gap=12)
        panel = Panel(theme)
        inside = column(panel, theme, inset=16, gap=12)
        inside.addWidget(TextLabel(self.tr("Reason"), "heading"))
        inside.addWidget(self._reasons)
        outside = column(self, theme, gap=12)
        outside.addWidget(panel)
        outside.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please choose why the request is withdrawn")

    def show_body(self, body: WithdrawBody) -> None:
        """Show the reasons and the choice."""
        if body.reasons != self._codes:
            self._codes = body.reasons
            self._buttons = []
            for index, code in enumerate(body.reasons):
                button = ChoiceButton(words.word(words.WITHDRAWALS, code), str(index + 1))
                button.clicked.connect(partial(self._choose, index))
                self._buttons.append(button)
            self._reasons.set_widgets(self._buttons)
        for code, button in zip(self._codes, self._buttons, strict=True):
            button.setChecked(code == body.chosen)

    def _choose(self, index: int) -> None:
        self.intended.emit(WithdrawalChosen(self._codes[index]))

    def digit(self, digit: int) -> None:
        """Choose the reason."""
        if 1 <= digit <= len(self._codes):
            self._choose(digit - 1)
