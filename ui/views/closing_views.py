"""Between cases: a request recorded as held, a case just closed, or an empty counter."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.view_models import ClosedBody, HeldBody
from ui.views.body_view import BodyView
from ui.widgets.labels import TextLabel, fill
from ui.widgets.panel import Panel, column
from ui.widgets.theme import Theme


class HeldView(BodyView):
    """Neutral words only: the visitor can see and hear them. No reason, ever (ui/README 6)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._number = TextLabel(role="huge")
        panel = Panel(theme)
        inside = column(panel, theme, inset=24, gap=12)
        inside.addWidget(self._number)
        recorded = self.tr("This request is recorded. It is not issued until the officer has confirmed it.")
        inside.addWidget(TextLabel(recorded, "dataBold", wrap=True))
        say = self.tr("Please tell the visitor: the officer in charge will confirm. Please wait a little.")
        inside.addWidget(TextLabel(say, "data", wrap=True))
        for sentence in (
            self.tr("Then hand the case to the officer in charge."),
            self.tr(
                "For another request of the same visitor, press F11. What identified the visitor is kept, "
                "if that was done."
            ),
        ):
            inside.addWidget(TextLabel(sentence, "data", wrap=True))
        outside = column(self, theme)
        outside.addWidget(panel)
        outside.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        return self.tr("The officer in charge confirms this request")

    def show_body(self, body: HeldBody) -> None:
        """Show the case's number."""
        self._number.setText(body.number)


class ClosedView(BodyView):
    """Nothing of the person is left; a new case can begin."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = TextLabel(role="data", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        panel = Panel(theme)
        inside = column(panel, theme, inset=32, gap=12)
        inside.addWidget(self._words)
        outside = column(self, theme)
        outside.addWidget(panel)
        outside.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please call the next visitor")

    def show_body(self, body: ClosedBody) -> None:
        """Say what became of the last case."""
        sentences = {
            "": self.tr("No case is open. Enter begins a new reception."),
            "handed_over": fill(self.tr("Case %1 is finished: handed over."), body.number),
            "withdrawn": fill(self.tr("Case %1 was withdrawn."), body.number),
            "held": fill(self.tr("Case %1 is with the officer in charge."), body.number),
            "other_clerk": fill(
                self.tr("Case %1 belongs to another clerk, who can go on with it after signing in."),
                body.number,
            ),
            "unreadable": self.tr(
                "A case from before cannot be read. Please count the paper and call the supervisor."
            ),
            "unrecorded": fill(
                self.tr("The end of case %1 is not recorded. Please tell the officer in charge."), body.number
            ),
            "deferred": fill(
                self.tr("Request %1 is taken. It goes on by itself when the line is back."), body.number
            ),
            "settled": fill(
                self.tr(
                    "The line is back: what was taken is a case now, the last is %1. Choose one at the left."
                ),
                body.number,
            ),
            "parked": fill(self.tr("Case %1 is parked. Choose it at the left to go on."), body.number),
        }
        self._words.setText(sentences[body.outcome])
