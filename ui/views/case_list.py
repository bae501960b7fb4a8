"""The left column: every open case by number, never by name, and today's counts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from ui import view_models as vm
from ui.shortcuts import Shortcut
from ui.view_models import Action, CaseRow, Counts
from ui.views import words
from ui.widgets.labels import TextLabel, fill, set_look
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme

_NEWS_TONES = {"approved": "good", "returned": "attention", "trouble": "stop"}
_NEWS_LOOKS = {"approved": "good", "returned": "attention", "trouble": "stop"}

# Japanese breaks between any two characters; a time is read as one word.
_WORD_JOINER = "\u2060"


class CasePanel(Panel):
    """One case; the look says which is on the screen."""

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._case_id = ""
        self._number = TextLabel(role="number")
        self._what = TextLabel(role="table", wrap=True)
        self._state = TextLabel(role="caption", wrap=True)
        inside = column(self, theme, inset=8, gap=0)
        self._news = TextLabel(role="heading", wrap=True)
        for label in (self._number, self._what, self._news, self._state):
            inside.addWidget(label)

    def show_case(self, case: CaseRow) -> None:
        """Show number, certificate, state in words, and how long."""
        self._case_id = case.case_id
        self._number.setText(case.number)
        self._number.setVisible(bool(case.number))
        what = words.word(words.SCOPES, case.scope)
        if case.copies > 1:
            copies = self.tr("%n copy(s)", "", case.copies)
            what = f"{what} {copies}"
        if case.slip:
            slip = fill(self.tr("Slip %1"), case.slip)
            what = f"{slip} {what}".strip()
        self._what.setText(what)
        self._what.setVisible(bool(what))
        minutes, seconds = divmod(case.waiting, 60)
        time = fill(self.tr("%1 min %2 s"), minutes, seconds)
        self._news.setText(words.word(words.NEWS, case.news))
        self._news.setVisible(bool(case.news))
        set_look(self._news, "tone", _NEWS_TONES.get(case.news, "quiet"))
        state = words.word(words.CASE_STATES, case.state)
        self._state.setText(f"{state}　{_WORD_JOINER.join(time)}")
        self.set_panel_look("selected" if case.selected else _NEWS_LOOKS.get(case.news, "plain"))
        self.setAccessibleName(f"{case.number} {what} {self._news.text()} {state} {time}")

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click chooses; the keyboard does it by PgUp and PgDn."""
        self.picked.emit(self._case_id)


class _CaseArea(QScrollArea):
    """As high as its cases, while there is room: what stands below them never scrolls away."""

    def __init__(self, cases: QLayout) -> None:
        super().__init__()
        self._cases = cases
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """The height that wrapped lines need at this width; Qt's own hint knows of no wrapping."""
        return QSize(super().sizeHint().width(), self._cases.totalHeightForWidth(self.viewport().width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A case came, went or grew a line: Qt passes that on to nobody outside the area."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class CaseList(QWidget):
    """Open cases, the button for a new one, today's counts."""

    intended = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.px(228))
        self._theme = theme
        self._cases: tuple[CaseRow, ...] = ()
        self._panels: list[CasePanel] = []
        outside = column(self, theme, inset=12, gap=8)
        head = row(theme)
        head.addWidget(TextLabel(self.tr("Open cases"), "heading"))
        head.addStretch(1)
        self._keys = TextLabel(f"{Shortcut.CASE_ABOVE} {Shortcut.CASE_BELOW}", "hint")
        head.addWidget(self._keys)
        outside.addLayout(head)
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._list = column(self._inside, theme, gap=8)
        self.new_case = QPushButton(f"{words.word(words.ACTIONS, Action.NEW_CASE)}　{Shortcut.NEW_CASE}")
        self.new_case.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.new_case.clicked.connect(self._on_new)
        self._list.addStretch(1)
        area = _CaseArea(self._list)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inside)
        self._area = area
        outside.addWidget(area)
        outside.addWidget(self.new_case)
        outside.addStretch(1)
        self._counts = TextLabel(role="caption", wrap=True)
        outside.addWidget(self._counts)

    def show_cases(self, cases: tuple[CaseRow, ...], counts: Counts) -> None:
        """Show the cases in their order and the counts."""
        self._cases = cases
        while len(self._panels) > len(cases):
            panel = self._panels.pop()
            panel.hide()
            panel.deleteLater()
        while len(self._panels) < len(cases):
            panel = CasePanel(self._theme)
            panel.picked.connect(self._on_picked)
            self._list.insertWidget(len(self._panels), panel)
            self._panels.append(panel)
        for case, panel in zip(cases, self._panels, strict=True):
            panel.show_case(case)
            if case.selected:
                self._area.ensureWidgetVisible(panel)
        self._keys.setVisible(len(cases) > 1)
        text = fill(
            self.tr("Since %1: handed over %2, spoiled %3, refused %4"),
            counts.since,
            counts.handed_over,
            counts.spoiled,
            counts.refused,
        )
        self._counts.setText(text if counts.since else "")

    def allow_new(self, *, allowed: bool) -> None:
        """Whether the button for a new case is there."""
        self.new_case.setVisible(allowed)

    def select_by(self, change: int) -> None:
        """Ask for the case above (-1) or below (1) the present one."""
        now = next((index for index, case in enumerate(self._cases) if case.selected), None)
        wanted = (0 if change > 0 else len(self._cases) - 1) if now is None else now + change
        if 0 <= wanted < len(self._cases):
            self.intended.emit(vm.CaseSelected(self._cases[wanted].case_id))

    def _on_picked(self, case_id: str) -> None:
        self.intended.emit(vm.CaseSelected(case_id))

    def _on_new(self) -> None:
        self.intended.emit(vm.ActionPressed(Action.NEW_CASE))
