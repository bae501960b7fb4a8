"""The approver's left column: what waits, by reception number, never by name, and how long it has waited."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.shortcuts import Shortcut
from ui.view_models import CaseSelected, QueueRow
from ui.views import approver_words, words
from ui.widgets.labels import TextLabel, fill
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme


class QueuePanel(Panel):
    """One that waits; the look says which is chosen."""

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._approval_id = ""
        self._number = TextLabel(role="number")
        self._what = TextLabel(role="table", wrap=True)
        self._where = TextLabel(role="caption", wrap=True)
        self._waited = TextLabel(role="table")
        inside = column(self, theme, inset=8, gap=0)
        head = row(theme)
        head.addWidget(self._number)
        head.addStretch(1)
        head.addWidget(self._waited)
        inside.addLayout(head)
        inside.addWidget(self._what)
        inside.addWidget(self._where)

    def show_line(self, line: QueueRow) -> None:
        """Show number, certificate, counter, why it needs an approval, and how long it has waited."""
        self._approval_id = line.approval_id
        self._number.setText(line.number)
        self._what.setText(words.word(words.SCOPES, line.scope))
        counter = fill(self.tr("counter %1"), line.counter) if line.counter else ""
        trigger = words.word(approver_words.TRIGGERS, line.trigger)
        minutes, seconds = divmod(line.waiting, 60)
        self._waited.setText(fill(self.tr("%1 min %2 s"), minutes, seconds))
        self._where.setText("　".join(part for part in (counter, trigger) if part))
        self.set_panel_look("selected" if line.selected else "plain")
        said = (self._number, self._what, self._where, self._waited)
        self.setAccessibleName(" ".join(label.text() for label in said))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click chooses; the keyboard does it by PgUp and PgDn."""
        self.picked.emit(self._approval_id)


class ApproverQueue(QWidget):
    """Every page that waits for this approver, longest first."""

    intended = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.px(228))
        self._theme = theme
        self._lines: tuple[QueueRow, ...] = ()
        self._panels: list[QueuePanel] = []
        outside = column(self, theme, inset=12, gap=8)
        head = row(theme)
        head.addWidget(TextLabel(self.tr("Waiting for approval"), "heading"))
        head.addStretch(1)
        self._keys = TextLabel(f"{Shortcut.CASE_ABOVE} {Shortcut.CASE_BELOW}", "hint")
        outside.addLayout(head)
        outside.addWidget(self._keys)
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._list = column(self._inside, theme, gap=8)
        self._list.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        outside.addWidget(self._area, 1)

    def show_queue(self, lines: tuple[QueueRow, ...], *, choosing: bool) -> None:
        """Show the lines in their order. ``choosing``: no page is open, so the keys choose here."""
        self._keys.setVisible(choosing and len(lines) > 1)
        if lines == self._lines:
            return
        self._lines = lines
        while len(self._panels) > len(lines):
            panel = self._panels.pop()
            panel.hide()
            panel.deleteLater()
        while len(self._panels) < len(lines):
            panel = QueuePanel(self._theme)
            panel.picked.connect(self._on_picked)
            self._list.insertWidget(len(self._panels), panel)
            self._panels.append(panel)
        for line, panel in zip(lines, self._panels, strict=True):
            panel.show_line(line)
            if line.selected:
                self._area.ensureWidgetVisible(panel)

    def select_by(self, change: int) -> None:
        """Ask for the line above (-1) or below (1) the one chosen."""
        now = next((index for index, line in enumerate(self._lines) if line.selected), None)
        wanted = (0 if change > 0 else len(self._lines) - 1) if now is None else now + change
        if 0 <= wanted < len(self._lines):
            self._on_picked(self._lines[wanted].approval_id)

    def _on_picked(self, approval_id: str) -> None:
        self.intended.emit(CaseSelected(approval_id))
