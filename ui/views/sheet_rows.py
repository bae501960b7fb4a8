"""A sheet as a row, n of m with its state in words; shared by issue, collation and spoiling."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.view_models import SheetRow
from ui.views import words
from ui.widgets.labels import TextLabel
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme

_TONES = {"collated": "good", "handed_over": "good", "spoiled": "attention", "void": "attention"}


class SheetRows(QWidget):
    """All sheets of a job; a collated one turns green."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[SheetRow, ...] = ()
        self._list = column(self, theme, gap=6)
        self._panels: list[Panel] = []

    def show_sheets(self, sheets: tuple[SheetRow, ...]) -> None:
        """Show ``sheets`` in their order."""
        if sheets == self._shown:
            return
        self._shown = sheets
        for old in self._panels:
            old.hide()
            old.deleteLater()
        self._panels = []
        for sheet in sheets:
            panel = sheet_panel(self._theme, sheet)
            self._list.addWidget(panel)
            self._panels.append(panel)


def sheet_panel(theme: Theme, sheet: SheetRow, *, leading: QWidget | None = None) -> Panel:
    """One row: what leads it (a tick box), n / m, number, state."""
    tone = _TONES.get(sheet.state, "quiet")
    panel = Panel(theme, "good" if tone == "good" else "plain")
    layout: QHBoxLayout = row(theme, gap=12)
    if leading is not None:
        layout.addWidget(leading)
    layout.addWidget(TextLabel(f"{sheet.index} / {sheet.total}", "number"))
    layout.addWidget(TextLabel(sheet.number, "tableSecond", wrap=True), 1)
    check = "✓ " if tone == "good" else ""
    state = TextLabel(check + words.word(words.SHEETS, sheet.state), "data")
    state.setProperty("tone", tone)
    layout.addWidget(state, 0, Qt.AlignmentFlag.AlignRight)
    column(panel, theme, inset=8).addLayout(layout)
    return panel
