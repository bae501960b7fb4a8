"""受付のみ・後日交付: what the visitor says and shows, where nothing can be looked up."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.view_models import (
    DeliveryChosen,
    Intent,
    PaperEntry,
    PaperRow,
    PaperToggled,
    TakingBody,
    TakingSubmitted,
)
from ui.views import words, words_deferring
from ui.views.body_view import BodyView
from ui.views.keys import LETTERS
from ui.views.paper_line import PaperLine
from ui.widgets.choices import ChoiceButton, TickBox
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import TextLabel
from ui.widgets.name_edit import NameEdit
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme


class TakingView(BodyView):
    """Fields, the way of delivery by letter, papers by digit; Enter leads through what is missing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._kinds: tuple[str, ...] = ()
        self._ticked: tuple[str, ...] = ()
        self._ticks: list[TickBox] = []
        self._lines: dict[str, PaperLine] = {}
        self._ways: tuple[str, ...] = ()
        self._way_buttons: list[ChoiceButton] = []
        self._birth_fault = False
        self._promised_fault = False
        self.name, self.kana, self.contact = NameEdit(), NameEdit(), NameEdit()
        self.birth, self.promised = QLineEdit(), QLineEdit()
        for day in (self.birth, self.promised):
            day.setFixedWidth(theme.px(200))
        self._of_another = TextLabel(
            self.tr("Name in kana and birth date are those of the person whose certificate it is."),
            "caption",
            wrap=True,
        )
        outside = column(self, theme, gap=8)
        outside.addWidget(self._said(theme))
        outside.addWidget(self._how(theme))
        outside.addWidget(self._shown(theme))
        outside.addStretch(1)
        for field in (self.name, self.kana, self.birth, self.contact):
            field.textChanged.connect(self.changed)

    def _said(self, theme: Theme) -> Panel:
        said = Panel(theme)
        inside = column(said, theme, inset=12, gap=6)
        inside.addWidget(self._of_another)
        first, second = row(theme, gap=24), row(theme, gap=24)
        first.addWidget(self._captioned(self.tr("Name as said"), self.name), 1)
        first.addWidget(self._captioned(self.tr("Name in kana"), self.kana), 1)
        second.addWidget(self._captioned(self.tr("Birth date (S60.4.3)"), self.birth))
        second.addWidget(self._captioned(self.tr("Telephone or address"), self.contact), 1)
        second.addWidget(self._captioned(self.tr("Day promised (if any)"), self.promised))
        inside.addLayout(first)
        inside.addLayout(second)
        return said

    def _how(self, theme: Theme) -> Panel:
        how = Panel(theme)
        inside = column(how, theme, inset=12, gap=6)
        inside.addWidget(TextLabel(self.tr("How does the visitor get it?"), "heading"))
        self._way_row = FlowRow(theme, gap=12)
        inside.addWidget(self._way_row)
        return how

    def _shown(self, theme: Theme) -> Panel:
        shown = Panel(theme)
        inside = column(shown, theme, inset=12, gap=6)
        inside.addWidget(TextLabel(self.tr("Papers shown (if any)"), "heading"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(0)
        inside.addLayout(self._grid)
        self._details = QWidget()
        self._detail_column = column(self._details, theme, gap=8)
        inside.addWidget(self._details)
        return shown

    def _captioned(self, caption: str, field: QLineEdit) -> QWidget:
        pair = QWidget()
        stack = column(pair, self.theme, gap=4)
        label = TextLabel(caption, "caption")
        label.setBuddy(field)
        field.setAccessibleName(caption)
        stack.addWidget(label)
        stack.addWidget(field)
        return pair

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please write down what the visitor says")

    def show_body(self, body: TakingBody) -> None:
        """Show the lists, and what is chosen of both; fields being typed in keep their text."""
        if body.deliveries != self._ways:
            self._ways = body.deliveries
            self._fill_fields(body)
            self._make_ways()
        for way, button in zip(self._ways, self._way_buttons, strict=True):
            button.setChecked(way == body.delivery)
        kinds = tuple(paper.code for paper in body.papers)
        if kinds != self._kinds:
            self._kinds = kinds
            self._make_ticks()
        self._of_another.setVisible(body.for_another)
        self._birth_fault, self._promised_fault = body.birth_fault, body.promised_fault
        self._ticked = tuple(paper.code for paper in body.papers if paper.ticked)
        for paper, box in zip(body.papers, self._ticks, strict=True):
            box.setChecked(paper.ticked)
            self._show_line(paper)

    def _fill_fields(self, body: TakingBody) -> None:
        self.name.setText(body.name)
        self.kana.setText(body.name_kana)
        self.birth.setText(body.birth_date)
        self.contact.setText(body.contact)
        self.promised.setText(body.promised)

    def _make_ways(self) -> None:
        self._way_buttons = []
        for index, (letter, way) in enumerate(zip(LETTERS, self._ways, strict=False)):
            button = ChoiceButton(words.word(words_deferring.DELIVERIES, way), letter)
            button.clicked.connect(partial(self.letter, index))
            self._way_buttons.append(button)
        self._way_row.set_widgets(self._way_buttons)

    def _make_ticks(self) -> None:
        for index, kind in enumerate(self._kinds):
            box = TickBox(self.theme, words.word(words.PAPERS, kind), str(index + 1))
            box.clicked.connect(partial(self._toggle, index))
            self._grid.addWidget(box, index // 3, index % 3, Qt.AlignmentFlag.AlignLeft)
            self._ticks.append(box)

    def _show_line(self, paper: PaperRow) -> None:
        line = self._lines.get(paper.code)
        if paper.ticked and paper.numbered and line is None:
            line = PaperLine(self.theme, paper)
            line.changed.connect(self.changed)
            self._detail_column.addWidget(line)
            self._lines[paper.code] = line
        elif not paper.ticked and line is not None:
            del self._lines[paper.code]
            line.hide()
            line.deleteLater()
        elif line is not None:
            line.show_paper(paper)

    def _toggle(self, index: int) -> None:
        self.intended.emit(PaperToggled(self._kinds[index]))

    def digit(self, digit: int) -> None:
        """Tick a paper."""
        if 1 <= digit <= len(self._kinds):
            self._toggle(digit - 1)

    def letter(self, index: int) -> None:
        """Choose how the visitor gets it."""
        if 0 <= index < len(self._ways):
            self.intended.emit(DeliveryChosen(self._ways[index]))

    def clear_fields(self) -> None:
        """Empty every field."""
        for field in (self.name, self.kana, self.birth, self.contact, self.promised):
            field.clear()
        for line in self._lines.values():
            line.clear()

    def _in_order(self) -> tuple[PaperLine, ...]:
        return tuple(self._lines[kind] for kind in self._ticked if kind in self._lines)

    def first_focus(self) -> QWidget | None:
        """What was refused; else the name."""
        if self._birth_fault:
            return self.birth
        if self._promised_fault:
            return self.promised
        return next((field for line in self._in_order() if (field := line.faulty())), self.name)

    def ready(self) -> bool:
        """All four fields are filled, and what is to be recorded of each paper ticked."""
        return self.next_gap() is None

    def next_gap(self) -> QWidget | None:
        """The first field that is still empty."""
        for field in (self.name, self.kana, self.birth, self.contact):
            if not field.text().strip():
                return field
        return next((gap for line in self._in_order() if (gap := line.gap()) is not None), None)

    def primary_intent(self) -> Intent:
        """Everything as typed."""
        papers = tuple(
            self._lines[kind].entry() if kind in self._lines else PaperEntry(kind, "", "")
            for kind in self._ticked
        )
        return TakingSubmitted(
            self.name.text(),
            self.kana.text(),
            self.birth.text(),
            self.contact.text(),
            papers,
            self.promised.text(),
        )
