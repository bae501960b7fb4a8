"""本人確認, last: the card beside the register, differences explained, and what the visitor said."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.view_models import CompareBody, CompareRow, SpokenToggled
from ui.views import words
from ui.views.body_view import BodyView
from ui.widgets.choices import TickBox
from ui.widgets.drawings import Portrait
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import TextLabel, fill, set_look
from ui.widgets.panel import Panel, column, forget_children, row
from ui.widgets.resident_name_label import ResidentNameLabel
from ui.widgets.theme import Theme

_LONG = 24
"""Characters from which two names are compared one above the other, each over the whole width."""
_SIGNATURE_TONES = {"verified": "good", "invalid": "stop", "ca_unknown": "attention", "not_read": "attention"}
_REVOCATION_TONES = {"good": "good", "revoked": "stop", "unchecked": "attention"}


class CompareView(BodyView):
    """Two columns to be compared by a person; the notes say what a difference means for the paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rows: tuple[CompareRow, ...] | None = None
        self._codes: tuple[str, ...] = ()
        self._by_agent = False
        self._ticks: list[TickBox] = []
        self._portrait = Portrait(theme, self.tr("Photo of the card's face"))
        self._signature = TextLabel(role="caption", wrap=True)
        self._revocation = TextLabel(role="caption", wrap=True)
        self._grid_owner = QWidget()
        self._grid = QGridLayout(self._grid_owner)
        self._notes = QWidget()
        column(self._notes, theme, gap=8)
        self._spoken = FlowRow(theme, gap=16)
        outside = column(self, theme, gap=12)
        self._agent_owner = self._agent_panel(theme)
        outside.addWidget(self._agent_owner)
        outside.addWidget(self._card_panel(theme))
        outside.addWidget(self._notes)
        outside.addWidget(self._spoken_panel(theme))
        outside.addStretch(1)

    def _card_panel(self, theme: Theme) -> Panel:
        panel = Panel(theme)
        inside = column(panel, theme, inset=16)
        line = row(theme, gap=16)
        self._beside = QWidget()
        photo = column(self._beside, theme, gap=4)
        photo.addWidget(self._portrait)
        photo.addWidget(self._signature)
        photo.addWidget(self._revocation)
        photo.addStretch(1)
        self._beside.setFixedWidth(theme.px(132))
        line.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        line.addWidget(self._grid_owner, 1)
        inside.addLayout(line)
        return panel

    def _spoken_panel(self, theme: Theme) -> Panel:
        panel = Panel(theme)
        inside = column(panel, theme, inset=16, gap=4)
        self._spoken_heading = TextLabel(role="heading")
        inside.addWidget(self._spoken_heading)
        inside.addWidget(self._spoken)
        return panel

    def question(self) -> str:
        """What to do now."""
        if self._by_agent:
            return self.tr(
                "Please compare who gave the mandate; the agent says two attributes of that person"
            )
        return self.tr("Please compare with the register, and let the visitor say two attributes")

    def show_body(self, body: CompareBody) -> None:
        """Show both columns, notes and ticks."""
        if body.rows != self._rows:
            self._rows = body.rows
            self._fill_grid(body)
            self._fill_notes(body.rows)
        self._show_agent(body)
        by_card = body.source == "card"
        self._beside.setVisible(by_card)
        if by_card:
            self._portrait.show_png(body.photo_png)
            self._signature.setText(words.word(words.SIGNATURES, body.signature))
            set_look(self._signature, "tone", _SIGNATURE_TONES.get(body.signature, "quiet"))
            self._revocation.setText(words.word(words.REVOCATIONS, body.revocation))
            set_look(self._revocation, "tone", _REVOCATION_TONES[body.revocation])
        self._show_spoken(body)

    def _agent_panel(self, theme: Theme) -> Panel:
        panel = Panel(theme)
        inside = column(panel, theme, inset=12)
        line = row(theme, gap=16)
        line.addWidget(TextLabel(self.tr("Agent at the counter"), "tableSecond"))
        self._agent_name = ResidentNameLabel(theme, size=30, least=30)
        self._agent_address = ResidentNameLabel(theme, size=18, least=18, running=True)
        line.addWidget(self._agent_name, 1)
        line.addWidget(self._agent_address, 1)
        inside.addLayout(line)
        return panel

    def _show_agent(self, body: CompareBody) -> None:
        """Who stands here, where it is not the person compared."""
        self._by_agent = bool(body.agent_name)
        self._agent_owner.setVisible(self._by_agent)
        self._agent_name.set_text(body.agent_name)
        self._agent_address.set_text(body.agent_address)
        own, other = (
            self.tr("Said aloud by the visitor (two or more)"),
            self.tr("Said aloud by the agent (two or more)"),
        )
        self._spoken_heading.setText(other if self._by_agent else own)

    def _fill_grid(self, body: CompareBody) -> None:
        forget_children(self._grid_owner)
        left = self.tr("My Number Card") if body.source == "card" else self.tr("As said")
        left = self.tr("Who gave the mandate") if body.agent_name else left
        right = fill(self.tr("Resident record (as of %1)"), body.as_of)
        long = [line for line in body.rows if max(len(line.card), len(line.register)) > _LONG]
        number = 0
        for line in (line for line in long if line.attribute == "name"):
            for heading, text in ((left, line.card), (right, line.register)):
                self._grid.addWidget(TextLabel(heading, "heading"), number, 0, 1, 3)
                self._grid.addWidget(self._cell(line, text), number + 1, 0, 1, 3)
                number += 2
        self._grid.addWidget(TextLabel(left, "heading", wrap=True), number, 1)
        self._grid.addWidget(TextLabel(right, "heading", wrap=True), number, 2)
        for line in body.rows:
            if line.attribute == "name" and line in long:
                continue
            number += 1
            caption = TextLabel(words.word(words.ATTRIBUTES, line.attribute), "tableSecond")
            self._grid.addWidget(caption, number, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(self._cell(line, line.card), number, 1)
            self._grid.addWidget(self._cell(line, line.register), number, 2)

    def _cell(self, line: CompareRow, text: str) -> QWidget:
        large = line.attribute == "name"
        cell = Panel(self.theme, "attention" if line.differs else "none")
        inside = column(cell, self.theme, inset=8 if line.differs else 0)
        if large:
            inside.addWidget(ResidentNameLabel(self.theme, text, size=34, least=30))
        else:
            inside.addWidget(ResidentNameLabel(self.theme, text, size=18, least=18, running=True))
        return cell

    def _fill_notes(self, rows: tuple[CompareRow, ...]) -> None:
        forget_children(self._notes)
        layout = self._notes.layout()
        for line in rows:
            if line.note and layout is not None:
                note = Panel(self.theme, "attention")
                inside = column(note, self.theme, inset=12)
                text = fill(words.word(words.NOTES, line.note), *line.note_values)
                inside.addWidget(ResidentNameLabel(self.theme, text, size=16, least=16, running=True))
                layout.addWidget(note)
        self._notes.setVisible(any(line.note for line in rows))

    def _show_spoken(self, body: CompareBody) -> None:
        codes = tuple(tick.code for tick in body.spoken)
        if codes != self._codes:
            self._codes = codes
            self._ticks = []
            for index, code in enumerate(codes):
                box = TickBox(self.theme, words.word(words.ATTRIBUTES, code), str(index + 1))
                box.clicked.connect(partial(self._toggle, index))
                self._ticks.append(box)
            self._spoken.set_widgets(self._ticks)
        for tick, box in zip(body.spoken, self._ticks, strict=True):
            box.setChecked(tick.ticked)

    def _toggle(self, index: int) -> None:
        self.intended.emit(SpokenToggled(self._codes[index]))

    def digit(self, digit: int) -> None:
        """Tick what was said."""
        if 1 <= digit <= len(self._codes):
            self.touched.emit(self._ticks[digit - 1])
            self._toggle(digit - 1)
