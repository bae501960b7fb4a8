"""承認: the page as it will print at left, what to compare it with at right, and no way to skip either."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from ui.shortcuts import Shortcut
from ui.view_models import ComparedLine, ExamineBody, PageImage, SheetSeen, SheetTurned
from ui.views import approver_words, words
from ui.views.approver_line import ComparedRow
from ui.views.approver_sheet import SheetArea
from ui.views.body_view import BodyView
from ui.widgets.labels import TextLabel, fill, set_look
from ui.widgets.panel import Panel, column, forget_children
from ui.widgets.theme import Theme

_MANY = 4


class ExamineView(BodyView):
    """PgDn goes through every sheet to its end and on to the next; PgUp back. Plus and minus turn."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._body: ExamineBody | None = None
        self._page: PageImage | None = None
        self._lines: tuple[ComparedLine, ...] = ()
        self._to_end = False
        self._sheet = SheetArea(theme, self.tr("The page as it will print"))
        self._sheet.end_seen.connect(self._on_end)
        self._place = TextLabel(role="heading", wrap=True)
        self._digest = TextLabel(role="caption")
        self._stop = Panel(theme, "stop")
        self._stopped = TextLabel(role="heading", wrap=True)
        column(self._stop, theme, inset=8).addWidget(self._stopped)
        self._rows = QWidget()
        column(self._rows, theme, gap=4)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(theme.px(16))
        outside.addWidget(self._left(theme), 5)
        self._beside = self._right(theme)
        outside.addWidget(self._beside, 4)

    def _left(self, theme: Theme) -> QWidget:
        owner = QWidget()
        left = column(owner, theme, gap=4)
        left.addWidget(self._sheet, 1)
        below = QHBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(self._place, 1)
        below.addWidget(self._digest)
        left.addLayout(below)
        return owner

    def _right(self, theme: Theme) -> QWidget:
        """The lines fit but for a large household in trouble; then Tab reaches them, and the arrows move."""
        owner = QWidget()
        owner.setObjectName("scrolled")
        right = column(owner, theme, gap=4)
        right.addWidget(self._stop)
        right.addWidget(self._rows)
        right.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(self.tr("What to compare"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(owner)
        return area

    def question(self) -> str:
        """What to do now."""
        questions = {
            "reading": self.tr("Please wait while this PC draws the page"),
            "looking": self.tr("This page will be printed as it is: please compare it"),
            "asking": self.tr("You sign the approval of this page"),
            "signing": self.tr("Please wait while the approval is sent"),
        }
        return questions[self._body.phase] if self._body is not None else ""

    def show_body(self, body: ExamineBody) -> None:
        """Show the sheet at hand, how far it was read, and the lines."""
        self._body = body
        if body.page is not self._page:
            self._page = body.page
            self._sheet.show_page(body.page)
            if body.page is not None and self._to_end:
                self._to_end = False
                self._sheet.to_end()
        if body.lines != self._lines:
            self._lines = body.lines
            self._fill_rows(body.lines)
        self._beside.setVisible(not body.large)
        self._show_place(body)
        self._digest.setText(fill(self.tr("Check value %1"), body.digest) if body.digest else "")
        self._stop.setVisible(bool(body.stop))
        self._stopped.setText(words.word(approver_words.STOPS, body.stop))

    def _show_place(self, body: ExamineBody) -> None:
        whole = body.sheets > 0 and len(body.seen) == body.sheets
        set_look(self._place, "tone", "good" if whole else "attention")
        if not body.sheets:
            self._place.setText("")
            return
        read = fill(self.tr("Please read on to the end: %1"), Shortcut.CASE_BELOW)
        said = self.tr("seen to the end") if whole else read
        self._place.setText(fill(self.tr("%1 of %2 sheets　%3"), body.at + 1, body.sheets, said))

    def _fill_rows(self, lines: tuple[ComparedLine, ...]) -> None:
        """In their order; where many names push lines out of sight, what needs judgement comes first."""
        crowded = any(len(line.names) > _MANY for line in lines)
        forget_children(self._rows)
        layout = self._rows.layout()
        for line in sorted(lines, key=lambda line: crowded and line.verdict == "same"):
            if layout is not None:
                layout.addWidget(ComparedRow(self.theme, line))

    def turn(self, change: int) -> bool:
        """Read on, or back; at the end of a sheet, the next one. The list at left waits."""
        if not self._sheet.scroll_by(change):
            self._turn_sheet(change)
        return True

    def step_by(self, change: int) -> None:
        """Turn to the next sheet or back, without reading on."""
        self._turn_sheet(change)

    def _turn_sheet(self, change: int) -> None:
        if self._body is not None and 0 <= self._body.at + change < self._body.sheets:
            self._to_end = change < 0
            self.intended.emit(SheetTurned(change))

    def _on_end(self) -> None:
        body = self._body
        if body is not None and body.page is not None and body.at not in body.seen:
            self.intended.emit(SheetSeen(body.at))
