"""書損: which sheets, and why. Every one is counted at the close of the day."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.view_models import SpoilBody, SpoilReasonChosen, SpoilSheetToggled
from ui.views import words
from ui.views.body_view import BodyView
from ui.views.keys import LETTERS
from ui.views.sheet_rows import sheet_panel
from ui.widgets.choices import ChoiceButton, TickBox
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import TextLabel
from ui.widgets.panel import column
from ui.widgets.theme import Theme


class SpoilView(BodyView):
    """Sheets by letter, reason by digit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: SpoilBody | None = None
        self._buttons: list[ChoiceButton] = []
        self._list = QWidget()
        self._rows = column(self._list, theme, gap=6)
        self._panels: list[QWidget] = []
        self._reasons = FlowRow(theme, gap=12)
        outside = column(self, theme, gap=12)
        outside.addWidget(TextLabel(self.tr("Sheets"), "heading"))
        outside.addWidget(self._list)
        outside.addWidget(TextLabel(self.tr("Reason"), "heading"))
        outside.addWidget(self._reasons)
        outside.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please mark the spoiled sheets and say why")

    def show_body(self, body: SpoilBody) -> None:
        """Show sheets and reasons."""
        if body == self._shown:
            return
        if self._shown is None or body.reasons != self._shown.reasons:
            self._buttons = []
            for index, code in enumerate(body.reasons):
                button = ChoiceButton(words.word(words.REASONS, code), str(index + 1))
                button.clicked.connect(partial(self._choose, index))
                self._buttons.append(button)
            self._reasons.set_widgets(self._buttons)
        for code, button in zip(body.reasons, self._buttons, strict=True):
            button.setChecked(code == body.chosen)
        self._shown = body
        for old in self._panels:
            old.hide()
            old.deleteLater()
        self._panels = []
        for index, sheet in enumerate(body.sheets):
            box = TickBox(self.theme, "", LETTERS[index % len(LETTERS)])
            box.setChecked(sheet.marked)
            box.clicked.connect(partial(self.letter, index))
            panel = sheet_panel(self.theme, sheet, leading=box)
            self._rows.addWidget(panel)
            self._panels.append(panel)

    def _choose(self, index: int) -> None:
        if self._shown is not None:
            self.intended.emit(SpoilReasonChosen(self._shown.reasons[index]))

    def digit(self, digit: int) -> None:
        """Choose the reason."""
        if self._shown is not None and 1 <= digit <= len(self._shown.reasons):
            self._choose(digit - 1)

    def letter(self, index: int) -> None:
        """Mark a sheet, or not after all."""
        if self._shown is not None and 0 <= index < len(self._shown.sheets):
            self.intended.emit(SpoilSheetToggled(self._shown.sheets[index].number))
