"""Training only: put a practice card on the simulated reader, or take it away; scan a printed sheet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui import view_models as vm
from ui.view_models import ExerciseStrip
from ui.widgets.choices import ChoiceButton
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import TextLabel
from ui.widgets.panel import Panel, column
from ui.widgets.theme import Theme

NEXT_SHEET, OTHER_SHEET = "8", "9"


class ExerciseStripView(Panel):
    """While it is there it has the focus, and a digit is a card."""

    intended = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "attention")
        self._theme = theme
        self._shown: ExerciseStrip | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Practice cards"))
        inside = column(self, theme, inset=12, gap=8)
        self._heading = TextLabel(role="heading")
        inside.addWidget(self._heading)
        self._cards = FlowRow(theme, gap=8)
        inside.addWidget(self._cards)
        self.hide()

    def show_strip(self, strip: ExerciseStrip | None) -> None:
        """Show or hide; what is on the reader is marked."""
        if strip == self._shown:
            return
        self._shown = strip
        self.setVisible(strip is not None)
        if strip is None:
            return
        self._heading.setText(
            self.tr("Training: scan a sheet, or choose the practice card on the reader")
            if strip.sheets
            else self.tr("Training: choose the practice card on the reader")
        )
        buttons = self._sheet_buttons() if strip.sheets else []
        for index, persona in enumerate(strip.personas):
            button = ChoiceButton(persona.name, str(index + 1))
            button.setChecked(persona.persona_id == strip.on_reader)
            button.clicked.connect(partial(self._put, index))
            buttons.append(button)
        taken = ChoiceButton(self.tr("Take the card away"), "0")
        taken.clicked.connect(self._take)
        buttons.append(taken)
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cards.set_widgets(buttons)
        self.setFocus()

    def _sheet_buttons(self) -> list[ChoiceButton]:
        following = ChoiceButton(self.tr("Scan the next sheet"), NEXT_SHEET)
        following.clicked.connect(self._scan)
        other = ChoiceButton(self.tr("Scan another sheet (practice)"), OTHER_SHEET)
        other.clicked.connect(self._scan_other)
        return [following, other]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits are cards and sheets; everything else is the screen's."""
        text = event.text()
        if event.isAutoRepeat() or len(text) != 1 or text not in "0123456789":
            super().keyPressEvent(event)
        elif text == "0":
            self._take()
        elif text == NEXT_SHEET:
            self._scan()
        elif text == OTHER_SHEET:
            self._scan_other()
        else:
            self._put(int(text) - 1)

    def _put(self, index: int) -> None:
        if self._shown is not None and 0 <= index < len(self._shown.personas):
            self.intended.emit(vm.PracticeCardPut(self._shown.personas[index].persona_id))

    def _take(self) -> None:
        self.intended.emit(vm.PracticeCardTaken())

    def _scan(self) -> None:
        self._ask_to_scan(other=False)

    def _scan_other(self) -> None:
        self._ask_to_scan(other=True)

    def _ask_to_scan(self, *, other: bool) -> None:
        if self._shown is not None and self._shown.sheets:
            self.intended.emit(vm.PracticeSheetScanned(other=other))
