"""受付: what the certificate is for, who asks, and where it goes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.view_models import Intent, PurposeChosen, ReceptionBody, ReceptionSubmitted, RequesterChosen
from ui.views import words
from ui.views.body_view import BodyView
from ui.views.keys import LETTERS
from ui.widgets.choices import ChoiceButton
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import TextLabel
from ui.widgets.name_edit import NameEdit
from ui.widgets.number_edit import NumberEdit
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme


class ReceptionView(BodyView):
    """Nine purposes by digit, who asks by letter; ticket number and destination may stay empty."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._codes: tuple[str, ...] = ()
        self._buttons: list[ChoiceButton] = []
        self._requesters: tuple[str, ...] = ()
        self._requester_buttons: list[ChoiceButton] = []
        self._requester_row = FlowRow(theme, gap=12)
        self.ticket = NumberEdit()
        self.ticket.setFixedWidth(theme.px(150))
        self.destination = NameEdit()
        purposes = Panel(theme)
        inside = column(purposes, theme, inset=16, gap=8)
        inside.addWidget(TextLabel(self.tr("What is it for?"), "heading"))
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(12))
        inside.addLayout(self._grid)
        outside = column(self, theme, gap=12)
        outside.addWidget(purposes)
        outside.addWidget(self._who(theme))
        outside.addWidget(self._details(theme))
        outside.addStretch(1)

    def _who(self, theme: Theme) -> Panel:
        who = Panel(theme)
        inside = column(who, theme, inset=16, gap=8)
        inside.addWidget(TextLabel(self.tr("Who is asking?"), "heading"))
        inside.addWidget(self._requester_row)
        return who

    def _details(self, theme: Theme) -> Panel:
        details = Panel(theme)
        line = column(details, theme, inset=16, gap=8)
        fields = row(theme, gap=24)
        for caption, field, stretch in (
            (self.tr("Ticket number (if any)"), self.ticket, 0),
            (self.tr("Where it goes (if needed)"), self.destination, 1),
        ):
            label = TextLabel(caption, "caption")
            label.setBuddy(field)
            field.setAccessibleName(caption)
            pair = QWidget()
            stack = column(pair, theme, gap=8)
            stack.addWidget(label)
            stack.addWidget(field)
            fields.addWidget(pair, stretch)
        line.addLayout(fields)
        return details

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please ask what it is for, who is asking and where it goes")

    def show_body(self, body: ReceptionBody) -> None:
        """Show the town's list, the classes, and what is chosen of both."""
        codes = tuple(choice.code for choice in body.purposes)
        if codes != self._codes:
            self._codes = codes
            self._make_buttons(body)
            self.ticket.setText(body.ticket)
            self.destination.setText(body.destination)
        for code, button in zip(self._codes, self._buttons, strict=True):
            button.setChecked(code == body.chosen)
        if body.requesters != self._requesters:
            self._requesters = body.requesters
            self._make_requester_buttons()
        for code, button in zip(self._requesters, self._requester_buttons, strict=True):
            button.setChecked(code == body.requester)

    def _make_buttons(self, body: ReceptionBody) -> None:
        for old in self._buttons:
            old.deleteLater()
        self._buttons = []
        for index, choice in enumerate(body.purposes):
            button = ChoiceButton(choice.label, str(index + 1))
            button.clicked.connect(partial(self._choose, index))
            self._grid.addWidget(button, index // 3, index % 3)
            self._buttons.append(button)

    def _make_requester_buttons(self) -> None:
        self._requester_buttons = []
        for index, (letter, code) in enumerate(zip(LETTERS, self._requesters, strict=False)):
            button = ChoiceButton(words.word(words.REQUESTERS, code), letter)
            button.clicked.connect(partial(self.letter, index))
            self._requester_buttons.append(button)
        self._requester_row.set_widgets(self._requester_buttons)

    def _choose(self, index: int) -> None:
        self.intended.emit(PurposeChosen(self._codes[index]))

    def digit(self, digit: int) -> None:
        """Choose a purpose."""
        if 1 <= digit <= len(self._codes):
            self._choose(digit - 1)

    def letter(self, index: int) -> None:
        """Choose who asks."""
        if 0 <= index < len(self._requesters):
            self.intended.emit(RequesterChosen(self._requesters[index]))

    def clear_fields(self) -> None:
        """Empty ticket and destination."""
        self.ticket.clear()
        self.destination.clear()

    def primary_intent(self) -> Intent:
        """Ticket and destination as typed."""
        return ReceptionSubmitted(self.ticket.text(), self.destination.text())
