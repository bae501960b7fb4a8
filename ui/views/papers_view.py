"""本人確認 without a card: what the visitor says, and the papers that bear it out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.view_models import Intent, PaperEntry, PaperRow, PapersBody, PapersSubmitted, PaperToggled
from ui.views import words
from ui.views.body_view import BodyView
from ui.views.paper_line import PaperLine
from ui.widgets.choices import TickBox
from ui.widgets.labels import TextLabel
from ui.widgets.name_edit import NameEdit
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme


class PapersView(BodyView):
    """Kana and birth date, then papers by digit; Enter leads through what must be recorded of each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._kinds: tuple[str, ...] = ()
        self._ticks: list[TickBox] = []
        self._ticked: tuple[str, ...] = ()
        self._lines: dict[str, PaperLine] = {}
        self._birth_fault = False
        self.kana = NameEdit()
        self.birth = QLineEdit()
        self.birth.setFixedWidth(theme.px(200))
        said = Panel(theme)
        said_inside = column(said, theme, inset=16)
        line = row(theme, gap=24)
        line.addWidget(self._captioned(self.tr("Name in kana"), self.kana), 1)
        line.addWidget(self._captioned(self.tr("Birth date (S60.4.3)"), self.birth))
        said_inside.addLayout(line)
        shown = Panel(theme)
        shown_inside = column(shown, theme, inset=16, gap=8)
        shown_inside.addWidget(TextLabel(self.tr("Papers shown"), "heading"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(0))
        shown_inside.addLayout(self._grid)
        self._details = column_widget(theme)
        shown_inside.addWidget(self._details)
        outside = column(self, theme, gap=12)
        outside.addWidget(said)
        outside.addWidget(shown)
        outside.addStretch(1)
        for field in (self.kana, self.birth):
            field.textChanged.connect(self.changed)

    def _captioned(self, caption: str, field: QLineEdit) -> QWidget:
        pair = QWidget()
        stack = column(pair, self.theme, gap=8)
        label = TextLabel(caption, "caption")
        label.setBuddy(field)
        field.setAccessibleName(caption)
        stack.addWidget(label)
        stack.addWidget(field)
        return pair

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please ask for name and birth date, and look at the papers")

    def show_body(self, body: PapersBody) -> None:
        """Show the list and a line for each paper ticked."""
        kinds = tuple(tick.code for tick in body.papers)
        if kinds != self._kinds:
            self._kinds = kinds
            self.kana.setText(body.name_kana)
            self.birth.setText(body.birth_date)
            self._make_ticks(kinds)
        self._birth_fault = body.birth_fault
        self._ticked = tuple(paper.code for paper in body.papers if paper.ticked)
        for paper, box in zip(body.papers, self._ticks, strict=True):
            box.setChecked(paper.ticked)
            self._show_line(paper)

    def _show_line(self, paper: PaperRow) -> None:
        """A line for each paper shown; of questions there is nothing to record but that they were asked."""
        line = self._lines.get(paper.code)
        if paper.ticked and paper.numbered and line is None:
            line = PaperLine(self.theme, paper)
            line.changed.connect(self.changed)
            layout = self._details.layout()
            if layout is not None:
                layout.addWidget(line)
            self._lines[paper.code] = line
        elif not paper.ticked and line is not None:
            del self._lines[paper.code]
            line.hide()
            line.deleteLater()
        elif line is not None:
            line.show_paper(paper)

    def _make_ticks(self, kinds: tuple[str, ...]) -> None:
        for old in self._ticks:
            old.deleteLater()
        self._ticks = []
        for index, kind in enumerate(kinds):
            box = TickBox(self.theme, words.word(words.PAPERS, kind), str(index + 1))
            box.clicked.connect(partial(self._toggle, index))
            self._grid.addWidget(box, index // 3, index % 3, Qt.AlignmentFlag.AlignLeft)
            self._ticks.append(box)

    def _toggle(self, index: int) -> None:
        self.intended.emit(PaperToggled(self._kinds[index]))

    def digit(self, digit: int) -> None:
        """Tick a paper."""
        if 1 <= digit <= len(self._kinds):
            self._toggle(digit - 1)

    def clear_fields(self) -> None:
        """Empty every field."""
        self.kana.clear()
        self.birth.clear()
        for line in self._lines.values():
            line.clear()

    def _in_order(self) -> tuple[PaperLine, ...]:
        return tuple(self._lines[kind] for kind in self._ticked if kind in self._lines)

    def first_focus(self) -> QWidget | None:
        """What was refused; else the kana."""
        if self._birth_fault:
            return self.birth
        return next((field for line in self._in_order() if (field := line.faulty())), self.kana)

    def ready(self) -> bool:
        """Kana and birth date are there, a paper is ticked, and what is to be recorded of each is typed."""
        said = bool(self.kana.text() and self.birth.text() and self._ticked)
        return said and all(line.gap() is None for line in self._lines.values())

    def next_gap(self) -> QWidget | None:
        """The first empty field of what was said, then the list of papers, then what each of them lacks."""
        for field in (self.kana, self.birth):
            if not field.text():
                return field
        if not self._ticked:
            return self._ticks[0] if self._ticks else None
        for line in self._in_order():
            gap = line.gap()
            if gap is not None:
                line.say_gap()
                return gap
        return None

    def primary_intent(self) -> Intent:
        """Everything as typed."""
        papers = tuple(
            self._lines[kind].entry() if kind in self._lines else PaperEntry(kind, "", "")
            for kind in self._ticked
        )
        return PapersSubmitted(self.kana.text(), self.birth.text(), papers)


def column_widget(theme: Theme) -> QWidget:
    """An empty widget with a vertical layout."""
    widget = QWidget()
    column(widget, theme, gap=8)
    return widget
