"""発行: the pages as they will print, the seal's place still empty, and then the job in words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.view_models import IssueBody, PageImage
from ui.views import words
from ui.views.body_view import BodyView
from ui.views.sheet_rows import SheetRows
from ui.widgets.labels import TextLabel, fill
from ui.widgets.page_preview import PagePreview
from ui.widgets.panel import column
from ui.widgets.theme import Theme


class IssueView(BodyView):
    """One page at left, as large as the window allows (plus and minus turn); the sheets at right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._phase = "preparing"
        self._pages: tuple[PageImage, ...] = ()
        self._at = 0
        self._place = TextLabel(role="caption")
        self._preview = PagePreview(theme, self.tr("The page as it will print"))
        pages = QWidget()
        left = column(pages, theme, gap=4)
        left.addWidget(self._preview, 1)
        left.addWidget(self._place)
        self._printer = TextLabel(role="data", wrap=True)
        self._sheets = SheetRows(theme)
        job = QWidget()
        right = column(job, theme, gap=12)
        right.addWidget(self._printer)
        right.addWidget(self._sheets)
        right.addStretch(1)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(theme.px(16))
        outside.addWidget(pages, 1)
        outside.addWidget(job, 1)

    def question(self) -> str:
        """What to do now."""
        questions = {
            "preparing": self.tr("Please wait while the certificate is made"),
            "ready": self.tr("This page will be printed as it is; please look at it"),
            "printing": self.tr("Please wait for the sheets at the printer"),
            "printed": self.tr("Please fetch the sheets from the printer"),
        }
        return questions[self._phase]

    def show_body(self, body: IssueBody) -> None:
        """Show pages, sheets and the printer's state."""
        self._phase = body.phase
        if body.pages != self._pages:
            self._pages = body.pages
            self._at = 0
            self._show_page()
        self._printer.setText(words.word(words.PRINTER_WORDS, body.printer))
        self._sheets.show_sheets(body.sheets)

    def _show_page(self) -> None:
        """Show the page at hand, and which of how many it is."""
        count = len(self._pages)
        self._preview.show_page(self._pages[self._at] if self._pages else None)
        text = fill(self.tr("Page %1 of %2 (turn with ＋ and －)"), self._at + 1, count)
        self._place.setText(text if count > 1 else "")

    def step_by(self, change: int) -> None:
        """Turn the pages."""
        if 0 <= self._at + change < len(self._pages):
            self._at += change
            self._show_page()
