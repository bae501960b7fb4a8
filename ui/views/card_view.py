"""本人確認, first: the card on the reader."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.view_models import CardBody
from ui.views.body_view import BodyView
from ui.widgets.drawings import CardOnReader
from ui.widgets.labels import TextLabel
from ui.widgets.panel import Panel, column
from ui.widgets.theme import Theme


class CardView(BodyView):
    """A drawing of what to do, and what the program is doing with the card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._phase = "place"
        self._words = TextLabel(role="data", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        panel = Panel(theme)
        inside = column(panel, theme, inset=24, gap=16)
        drawing = CardOnReader(theme, self.tr("A card is laid on the reader"))
        inside.addWidget(drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self._words)
        outside = column(self, theme)
        outside.addWidget(panel)
        outside.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        questions = {
            "place": self.tr("Please place the card on the reader"),
            "looking": self.tr("Please leave the card on the reader"),
            "reading": self.tr("Please leave the card on the reader"),
            "finding": self.tr("Please wait while the person is found"),
            "remove": self.tr("Please return the card to the visitor"),
        }
        return questions[self._phase]

    def show_body(self, body: CardBody) -> None:
        """Show the phase in words."""
        self._phase = body.phase
        sentences = {
            "place": self.tr("The visitor's My Number Card, face up. The screen goes on by itself."),
            "looking": self.tr("Looking which card it is."),
            "reading": self.tr("Reading the card."),
            "finding": self.tr("Finding the person in the resident records."),
            "remove": self.tr("The card has been read."),
        }
        self._words.setText(sentences[body.phase])
