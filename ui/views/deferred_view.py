"""受付のみ・後日交付: the number of a request that was taken, so large that it can be copied by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.view_models import DeferredBody
from ui.views import words, words_deferring
from ui.views.body_view import BodyView
from ui.widgets.labels import TextLabel, fill
from ui.widgets.panel import Panel, column
from ui.widgets.theme import Theme


class DeferredView(BodyView):
    """The number first; then its paper, and how the visitor gets what he asked for. Nobody's name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.number = TextLabel(role="huge")
        self.number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.slip = TextLabel(role="dataBold", wrap=True)
        self._delivery = TextLabel(role="data", wrap=True)
        panel = Panel(theme)
        inside = column(panel, theme, inset=24, gap=12)
        inside.addWidget(TextLabel(self.tr("Number of the slip"), "caption"))
        for label in (self.number, self.slip, self._delivery):
            inside.addWidget(label)
        for sentence in (
            self.tr("Nothing is issued now, and no fee is taken."),
            self.tr("When the line is back, the request appears at the left as a case to go on with."),
        ):
            inside.addWidget(TextLabel(sentence, "data", wrap=True))
        outside = column(self, theme)
        outside.addWidget(panel)
        outside.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        return self.tr("The request is taken. Please give the visitor this number")

    def show_body(self, body: DeferredBody) -> None:
        """Show the number, and what is known of its slip."""
        self.number.setText(body.number)
        self.number.setAccessibleName(body.number)
        self.slip.setText(words.word(words_deferring.SLIPS, body.slip))
        self._delivery.setText(
            fill(
                self.tr("Taken at %1. %2: %3"),
                body.taken_at,
                words.word(words_deferring.DELIVERIES, body.delivery),
                body.contact,
            )
        )
