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
    """Every page side by side at left (two at once, plus and minus turn), the sheets at right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._phase = "preparing"
        self._pages: tuple[PageImage, ...] = ()
        self._first = 0
        self._place = TextLabel(role="caption")
        self._previews = (
            PagePreview(theme, self.tr("The page as it will print")),
            PagePreview(theme, self.tr("The page as it will print")),
        )
        pages = QWidget()
        left = column(pages, theme, gap=4)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(theme.px(8))
        for preview in self._previews:
            side_by_side.addWidget(preview)
        left.addLayout(side_by_side, 1)
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
        outside.addWidget(pages, 3)
        outside.addWidget(job, 2)

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
            self._first = 0
            self._show_pages()
        self._printer.setText(words.word(words.PRINTER_WORDS, body.printer))
        self._sheets.show_sheets(body.sheets)

    def _show_pages(self) -> None:
        shown = self._pages[self._first : self._first + 2]
        self._previews[0].show_page(shown[0] if shown else None)
        self._previews[1].setVisible(len(self._pages) > 1)
        self._previews[1].show_page(shown[1] if len(shown) > 1 else None)
        last = self._first + len(shown)
        text = fill(self.tr("Pages %1 to %2 of %3 (＋ －)"), self._first + 1, last, len(self._pages))
        self._place.setText(text if len(self._pages) > 2 else "")

    def step_by(self, change: int) -> None:
        """Turn the pages."""
        turned = self._first + 2 * change
        if 0 <= turned < len(self._pages):
            self._first = turned
            self._show_pages()
