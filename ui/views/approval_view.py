"""承認: the page lies before an approver, and other visitors can be served; or why it came back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.view_models import ApprovalBody, PageImage
from ui.views import approver_words, words
from ui.views.body_view import BodyView
from ui.widgets.labels import TextLabel, fill
from ui.widgets.page_preview import PagePreview
from ui.widgets.panel import Panel, column
from ui.widgets.resident_name_label import ResidentNameLabel
from ui.widgets.theme import Theme


class ApprovalView(BodyView):
    """The page at left as the approver sees it (plus and minus turn); at right what to know and do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown = ApprovalBody(phase="asking")
        self._pages: tuple[PageImage, ...] = ()
        self._at = 0
        self._place = TextLabel(role="caption")
        self._preview = PagePreview(theme, self.tr("The page as it will print"))
        pages = QWidget()
        left = column(pages, theme, gap=4)
        left.addWidget(self._preview, 1)
        left.addWidget(self._place)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(theme.px(16))
        outside.addWidget(pages, 1)
        outside.addWidget(self._told(theme), 1)

    def _told(self, theme: Theme) -> QWidget:
        told = QWidget()
        right = column(told, theme, gap=12)
        self._since = Panel(theme)
        since = column(self._since, theme, inset=16, gap=4)
        self._long = TextLabel(role="huge")
        self._asked = TextLabel(role="data", wrap=True)
        since.addWidget(self._asked)
        since.addWidget(self._long)
        self._why = Panel(theme, "attention")
        why = column(self._why, theme, inset=16, gap=8)
        self._by = ResidentNameLabel(theme, size=18, least=18, running=True)
        self._reason = TextLabel(role="dataBold", wrap=True)
        self._note = ResidentNameLabel(theme, size=18, least=18, running=True)
        for line in (self._by, self._reason, self._note):
            why.addWidget(line)
        self._now = TextLabel(role="table", wrap=True)
        for part in (self._since, self._why, self._now):
            right.addWidget(part)
        right.addStretch(1)
        return told

    def question(self) -> str:
        """What to do now."""
        questions = {
            "asking": self.tr("The page is being laid before the approver"),
            "waiting": self.tr("Waiting for the approval; please serve the next visitor"),
            "in_doubt": self.tr("The approval could not be confirmed; nothing is printed"),
            "recalling": self.tr("The request is being taken back"),
            "returned": self.tr("The page came back without approval; please put it right"),
        }
        return questions[self._shown.phase]

    def show_body(self, body: ApprovalBody) -> None:
        """Show pages and time, or who gave it back and why."""
        self._shown = body
        if body.pages != self._pages:
            self._pages = body.pages
            self._at = 0
            self._show_page()
        back = body.phase == "returned"
        self._since.setVisible(bool(body.since) and not back)
        self._asked.setText(fill(self.tr("Asked for at %1"), body.since))
        minutes, seconds = divmod(body.waiting, 60)
        self._long.setText(fill(self.tr("%1 min %2 s"), minutes, seconds))
        self._why.setVisible(back)
        if back:
            self._show_why(body)
        hints = {
            "waiting": self.tr(
                "F2 begins another case, and this one goes on by itself. F8 takes it back to mend it."
            ),
            "returned": self.tr("Enter leads back to the items. The numbers of these sheets become void."),
        }
        self._now.setText(hints.get(body.phase, ""))

    def _show_why(self, body: ApprovalBody) -> None:
        heads = {
            "returned": fill(self.tr("%1 gave it back."), body.by),
            "recalled": self.tr("It was taken back by the counter."),
            "lapsed": self.tr("Its time was over before it was decided."),
        }
        self._by.set_text(heads[body.outcome])
        self._reason.setText(words.word(approver_words.REASONS, body.reason))
        self._reason.setVisible(bool(body.reason))
        self._note.set_text(body.note)
        self._note.setVisible(bool(body.note))

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
