"""本人確認 without a card: what the visitor says, and the papers that bear it out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.view_models import (
    AgentFields,
    Intent,
    OriginalToggled,
    PaperEntry,
    PaperRow,
    PapersBody,
    PapersSubmitted,
    PaperToggled,
)
from ui.views import words
from ui.views.agent_fields import ORIGINAL_DIGIT, AgentLines
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
        self._agent: AgentLines | None = None
        said = Panel(theme)
        self._said = column(said, theme, inset=16)
        line = self._line = row(theme, gap=16)
        self._kana_caption, self._birth_caption = TextLabel(role="caption"), TextLabel(role="caption")
        line.addWidget(self._captioned(self._kana_caption, self.kana), 1)
        line.addWidget(self._captioned(self._birth_caption, self.birth))
        self._said.addLayout(line)
        shown = Panel(theme)
        shown_inside = column(shown, theme, inset=16, gap=8)
        self._papers_heading = TextLabel(role="heading")
        shown_inside.addWidget(self._papers_heading)
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

    def _captioned(self, label: TextLabel, field: QLineEdit) -> QWidget:
        pair = QWidget()
        stack = column(pair, self.theme, gap=8)
        label.setBuddy(field)
        stack.addWidget(label)
        stack.addWidget(field)
        return pair

    def question(self) -> str:
        """What to do now."""
        if self._agent is not None:
            return self.tr("Please take down the mandate, and look at the agent's own papers")
        return self.tr("Please ask for name and birth date, and look at the papers")

    def _show_whose(self, agent: AgentFields | None) -> None:
        """Say whose name and whose papers are meant; of an agent there is more to take down."""
        if agent is None:
            captions = self.tr("Name in kana"), self.tr("Birth date (S60.4.3)"), self.tr("Papers shown")
        else:
            captions = (
                self.tr("Name in kana of who gave the mandate"),
                self.tr("His birth date (S60.4.3)"),
                self.tr("The agent's own papers"),
            )
        labels = (self._kana_caption, self._birth_caption, self._papers_heading)
        for label, caption in zip(labels, captions, strict=True):
            label.setText(caption)
        for field, caption in zip((self.kana, self.birth), captions, strict=False):
            field.setAccessibleName(caption)
        if agent is not None and self._agent is None:
            self._agent = AgentLines(self.theme, agent)
            self._agent.changed.connect(self.changed)
            self._agent.toggled.connect(self._on_original)
            self._line.addWidget(self._agent.day)
            self._said.addWidget(self._agent)
        elif agent is not None and self._agent is not None:
            self._agent.show_agent(agent)

    def _on_original(self) -> None:
        self.intended.emit(OriginalToggled())

    def show_body(self, body: PapersBody) -> None:
        """Show the list and a line for each paper ticked."""
        self._show_whose(body.agent)
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
        """Tick a paper, or that the original of the 委任状 was seen."""
        if digit == ORIGINAL_DIGIT and self._agent is not None:
            self._on_original()
        elif 1 <= digit <= len(self._kinds):
            self._toggle(digit - 1)

    def clear_fields(self) -> None:
        """Empty every field."""
        self.kana.clear()
        self.birth.clear()
        if self._agent is not None:
            self._agent.clear()
        for line in self._lines.values():
            line.clear()

    def _in_order(self) -> tuple[PaperLine, ...]:
        return tuple(self._lines[kind] for kind in self._ticked if kind in self._lines)

    def first_focus(self) -> QWidget | None:
        """What was refused; else the kana."""
        if self._birth_fault:
            return self.birth
        if self._agent is not None and (faulty := self._agent.faulty()) is not None:
            return faulty
        return next((field for line in self._in_order() if (field := line.faulty())), self.kana)

    def ready(self) -> bool:
        """Kana and birth date are there, a paper is ticked, and what is to be recorded of each is typed."""
        said = bool(self.kana.text() and self.birth.text() and self._ticked)
        by_whom = self._agent is None or self._agent.gap() is None
        return said and by_whom and all(line.gap() is None for line in self._lines.values())

    def next_gap(self) -> QWidget | None:
        """The first empty field of what was said, then the list of papers, then what each of them lacks."""
        for field in (self.kana, self.birth):
            if not field.text():
                return field
        if self._agent is not None and (missing := self._agent.gap()) is not None:
            self._agent.say_gap()
            return missing
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
        agent = None if self._agent is None else self._agent.entry()
        return PapersSubmitted(self.kana.text(), self.birth.text(), papers, agent)


def column_widget(theme: Theme) -> QWidget:
    """An empty widget with a vertical layout."""
    widget = QWidget()
    column(widget, theme, gap=8)
    return widget
