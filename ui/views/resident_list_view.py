"""対象者の検索結果: one row per person found, with what tells namesakes apart."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from ui.view_models import ResidentChosen, ResidentListBody, ResidentRow
from ui.views.body_view import BodyView
from ui.widgets.labels import TextLabel, fill
from ui.widgets.panel import Panel, column, row
from ui.widgets.resident_name_label import ResidentNameLabel
from ui.widgets.theme import Theme


class ResidentPanel(Panel):
    """One hit; ``picked`` by Space, click or its digit."""

    picked = Signal()

    def __init__(self, theme: Theme, hit: ResidentRow, key: str) -> None:
        super().__init__(theme)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        inside = column(self, theme, inset=12, gap=4)
        line = row(theme, gap=12)
        number = TextLabel(key, "number")
        number.setFixedWidth(theme.px(28))
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        if hit.concealed:
            words = self.tr("Inquiry restricted")
            line.addWidget(TextLabel(words, "data"), 1)
            self.setAccessibleName(f"{key} {words}")
        else:
            stack = column_of_hit(theme, hit, fill(self.tr("Head of household: %1"), hit.head_name))
            line.addWidget(stack, 1)
            self.setAccessibleName(f"{key} {hit.name} {hit.birth} {hit.address}")
        inside.addLayout(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space picks."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.picked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click picks."""
        self.picked.emit()


def column_of_hit(theme: Theme, hit: ResidentRow, head: str) -> Panel:
    """Name large, birth date beside, address and head below."""
    stack = Panel(theme, "none")
    inside = column(stack, theme, gap=4)
    line = row(theme, gap=16)
    line.addWidget(ResidentNameLabel(theme, hit.name, size=30, least=30), 1)
    line.addWidget(TextLabel(hit.birth, "data"), 0, Qt.AlignmentFlag.AlignVCenter)
    inside.addLayout(line)
    inside.addWidget(ResidentNameLabel(theme, hit.address, size=18, least=18, running=True))
    inside.addWidget(ResidentNameLabel(theme, head, size=18, least=18, running=True))
    return stack


class ResidentListView(BodyView):
    """The hits, chosen by digit. The presenter decides how many are shown."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rows: tuple[ResidentRow, ...] = ()
        self._panels: list[ResidentPanel] = []
        self._list = column(self, theme, gap=8)
        self._list.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please choose the visitor by birth date, address and head of household")

    def show_body(self, body: ResidentListBody) -> None:
        """Show the hits."""
        if body.rows != self._rows:
            self._rows = body.rows
            for panel in self._panels:
                panel.hide()
                panel.deleteLater()
            self._panels = []
            for index, hit in enumerate(body.rows):
                panel = ResidentPanel(self.theme, hit, str(index + 1))
                panel.picked.connect(self._on_picked)
                self._list.insertWidget(index, panel)
                self._panels.append(panel)
        for hit, panel in zip(self._rows, self._panels, strict=True):
            look = "greyed" if hit.concealed else "plain"
            panel.set_panel_look("selected" if hit.resident_id == body.chosen else look)

    def _on_picked(self) -> None:
        self._choose(next(i for i, panel in enumerate(self._panels) if panel is self.sender()))

    def _choose(self, index: int) -> None:
        self.intended.emit(ResidentChosen(self._rows[index].resident_id))

    def digit(self, digit: int) -> None:
        """Choose a person."""
        if 1 <= digit <= len(self._rows):
            self._choose(digit - 1)
