"""確認: what the rules say, in words that may be read aloud."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.view_models import CheckBody, RuleRow
from ui.views import words
from ui.views.body_view import BodyView
from ui.widgets.labels import TextLabel, fill, set_look
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme

_TONES = {"ok": "good", "approval": "attention", "blocked": "stop"}
_LOOKS = {"ok": "plain", "approval": "attention", "blocked": "stop"}


class CheckView(BodyView):
    """A line per rule; the last word belongs to the gateway."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rows: tuple[RuleRow, ...] = ()
        self._panels: list[Panel] = []
        self._whole = TextLabel(role="dataBold", wrap=True)
        self._list = column(self, theme, gap=6)
        self._list.addWidget(self._whole)
        self._list.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please look at the result of the check")

    def show_body(self, body: CheckBody) -> None:
        """Show the trace and the whole."""
        sentences = {
            "": self.tr("The check is under way. Please wait."),
            "ok": fill(self.tr("The certificate can be issued, dated %1."), body.issued_on),
            "approval": self.tr("An approver looks at the page first. Others can be served meanwhile."),
            "blocked": self.tr("It cannot be issued at this counter now. Please ask the officer in charge."),
        }
        self._whole.setText(sentences[body.outcome])
        set_look(self._whole, "tone", _TONES.get(body.outcome, "quiet"))
        if body.rows != self._rows:
            self._rows = body.rows
            for old in self._panels:
                old.hide()
                old.deleteLater()
            self._panels = [self._panel(line) for line in body.rows]
            for index, panel in enumerate(self._panels):
                self._list.insertWidget(index + 1, panel)

    def _panel(self, line: RuleRow) -> Panel:
        panel = Panel(self.theme, _LOOKS[line.outcome])
        inside = column(panel, self.theme, inset=8)
        layout = row(self.theme)
        rules = words.WANTED_BY if line.outcome == "approval" else words.RULES
        layout.addWidget(TextLabel(words.word(rules, line.rule), "table", wrap=True), 1)
        answer = TextLabel(words.word(words.OUTCOMES, line.outcome), "table")
        answer.setProperty("tone", _TONES[line.outcome])
        layout.addWidget(answer, 0, Qt.AlignmentFlag.AlignRight)
        inside.addLayout(layout)
        return panel
