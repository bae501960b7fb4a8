"""Did the sheets come out? Only a person can tell; the program never prints again on its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.view_models import SheetAnswered, SheetRow, UncertainPrintBody
from ui.views.body_view import BodyView
from ui.widgets.choices import ChoiceButton
from ui.widgets.labels import TextLabel
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme


class UncertainView(BodyView):
    """One row per sheet; the digits 1 and 2 answer for the one that is marked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._current = ""
        self._shown: UncertainPrintBody | None = None
        self._panels: list[QWidget] = []
        explain = TextLabel(
            self.tr("The printer's answer was lost. Please look at the tray and answer for each sheet."),
            "data",
            wrap=True,
        )
        self._list = column(self, theme, gap=8)
        self._list.addWidget(explain)
        self._list.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        return self.tr("Did these sheets come out of the printer?")

    def show_body(self, body: UncertainPrintBody) -> None:
        """Show the sheets and the answers given."""
        self._current = body.current
        if body == self._shown:
            return
        self._shown = body
        for old in self._panels:
            old.hide()
            old.deleteLater()
        self._panels = [self._panel(sheet) for sheet in body.sheets]
        for index, panel in enumerate(self._panels):
            self._list.insertWidget(index + 1, panel)

    def _panel(self, sheet: SheetRow) -> Panel:
        now = sheet.number == self._current
        panel = Panel(self.theme, "selected" if now else "plain")
        line = row(self.theme)
        line.addWidget(TextLabel(f"{sheet.index} / {sheet.total}", "number"))
        line.addWidget(TextLabel(sheet.number, "table", wrap=True), 1)
        for came_out, words, key in (
            (True, self.tr("It came out"), "1"),
            (False, self.tr("It did not"), "2"),
        ):
            button = ChoiceButton(words, key if now else "　")
            button.setChecked(sheet.answer == ("yes" if came_out else "no"))
            button.clicked.connect(partial(self._answer, sheet.number, came_out=came_out))
            line.addWidget(button)
        column(panel, self.theme, inset=8).addLayout(line)
        return panel

    def _answer(self, number: str, _checked: bool = False, *, came_out: bool) -> None:
        self.intended.emit(SheetAnswered(number, came_out))

    def digit(self, digit: int) -> None:
        """1: it came out; 2: it did not."""
        if digit in (1, 2) and self._current:
            self._answer(self._current, came_out=digit == 1)
