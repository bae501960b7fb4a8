"""Which view shows which page of an approver's window, and the two pages that are only a few words."""

from __future__ import annotations

from functools import partial

from ui.view_models import Body, ExamineBody, QueueBody, ReturnBody, ReturnReasonChosen
from ui.views import approver_words, words
from ui.views.approver_examine_view import ExamineView
from ui.views.body_view import BodyView
from ui.widgets.choices import ChoiceButton
from ui.widgets.labels import TextLabel, fill
from ui.widgets.panel import Panel, column
from ui.widgets.theme import Theme


class QueueView(BodyView):
    """No page is open: what became of the last one, and what Enter opens."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._waiting: int | None = None
        self._panel = Panel(theme, "good")
        self._said = TextLabel(role="data", wrap=True)
        column(self._panel, theme, inset=16).addWidget(self._said)
        self._hint = TextLabel(role="data", wrap=True)
        outside = column(self, theme, gap=12)
        outside.addWidget(self._panel)
        outside.addWidget(self._hint)
        outside.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        if self._waiting is None:
            return self.tr("The pages that wait are being asked for")
        if not self._waiting:
            return self.tr("No page waits for an approval")
        return self.tr("Please choose a case to examine")

    def show_body(self, body: QueueBody) -> None:
        """Show what became of the last one, and how to go on."""
        self._waiting = body.waiting
        self._panel.setVisible(bool(body.outcome))
        self._panel.set_panel_look("attention" if body.outcome in ("gone", "overtaken") else "good")
        self._said.setText(fill(words.word(approver_words.OUTCOMES, body.outcome), body.number))
        self._hint.setVisible(body.waiting is not None)
        if body.waiting:
            self._hint.setText(self.tr("PgUp and PgDn choose in the list at left, Enter opens the page."))
        else:
            self._hint.setText(self.tr("New ones appear at left by themselves."))


class ReturnView(BodyView):
    """Why the case goes back: one reason by its digit, then Enter."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._body: ReturnBody | None = None
        self._buttons: list[ChoiceButton] = []
        self._outside = column(self, theme, gap=8)
        self._note = TextLabel(role="tableSecond", wrap=True)
        self._note.setText(self.tr("The counter sees the reason, corrects the case and asks anew."))

    def question(self) -> str:
        """What to do now."""
        number = self._body.number if self._body is not None else ""
        return fill(self.tr("Please choose why %1 goes back to the counter"), number)

    def show_body(self, body: ReturnBody) -> None:
        """Show the reasons and the one chosen."""
        self._body = body
        if not self._buttons:
            for index, code in enumerate(body.reasons):
                button = ChoiceButton(words.word(approver_words.REASONS, code), str(index + 1))
                button.clicked.connect(partial(self._choose, index))
                self._buttons.append(button)
                self._outside.addWidget(button)
            self._outside.addWidget(self._note)
            self._outside.addStretch(1)
        for code, button in zip(body.reasons, self._buttons, strict=True):
            button.setChecked(code == body.chosen)

    def _choose(self, index: int) -> None:
        if self._body is not None:
            self.intended.emit(ReturnReasonChosen(self._body.reasons[index]))

    def digit(self, digit: int) -> None:
        """Choose the reason."""
        if digit <= len(self._buttons):
            self._choose(digit - 1)

    def turn(self, change: int) -> bool:
        """The list at left waits until this case is left."""
        del change
        return True


def approver_view_for(body: Body, theme: Theme) -> BodyView:
    """A new view for ``body``: never one that has shown another record."""
    match body:
        case QueueBody():
            return QueueView(theme)
        case ExamineBody():
            return ExamineView(theme)
        case ReturnBody():
            return ReturnView(theme)
        case _:
            raise AssertionError(type(body).__name__)
