"""照合: every sheet is scanned; a wrong one stops everything in red."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.view_models import CollateBody, ScanSubmitted
from ui.views.body_view import BodyView
from ui.views.sheet_rows import SheetRows
from ui.views.texts import failure_words
from ui.widgets.labels import TextLabel
from ui.widgets.panel import Panel, column
from ui.widgets.scan_edit import ScanEdit
from ui.widgets.theme import Theme


class CollateView(BodyView):
    """A big scan field and a row per sheet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._wrong_now = ""
        self.scan = ScanEdit()
        self.scan.scanned.connect(self._on_scanned)
        self._panel = Panel(theme)
        inside = column(self._panel, theme, inset=16, gap=8)
        caption = TextLabel(self.tr("Code at the bottom of the sheet"), "caption")
        caption.setBuddy(self.scan)
        self.scan.setAccessibleName(caption.text())
        self._headline = TextLabel(role="question", wrap=True)
        self._todo = TextLabel(role="data", wrap=True)
        inside.addWidget(caption)
        inside.addWidget(self.scan)
        inside.addWidget(self._headline)
        inside.addWidget(self._todo)
        self._sheets = SheetRows(theme)
        inside.addWidget(self._sheets)
        outside = column(self, theme)
        outside.addWidget(self._panel, 1)
        inside.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        if self._wrong_now:
            return self.tr("Stop: please put this sheet aside")
        return self.tr("Please scan every sheet with the reader")

    def show_body(self, body: CollateBody) -> None:
        """Show the sheets; red with what to do where a wrong one was scanned."""
        self._wrong_now = body.wrong
        self._panel.set_panel_look("stop" if body.wrong else "plain")
        self._headline.setVisible(bool(body.wrong))
        self._todo.setVisible(bool(body.wrong))
        if body.wrong:
            spoken = failure_words(body.wrong, ())
            self._headline.setText(spoken.headline)
            self._todo.setText(spoken.remedy)
        self._sheets.show_sheets(body.sheets)

    def _on_scanned(self, line: str) -> None:
        self.intended.emit(ScanSubmitted(line))

    def clear_fields(self) -> None:
        """Empty the field."""
        self.scan.clear()

    def first_focus(self) -> QWidget | None:
        """The scan field, always."""
        return self.scan
