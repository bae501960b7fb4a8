"""交付: the name that the visitor must state, and the sheets counted before him."""

from __future__ import annotations

from functools import partial

from ui.view_models import HandOverBody, HandOverTicked
from ui.views import words
from ui.views.body_view import BodyView
from ui.widgets.choices import TickBox
from ui.widgets.labels import TextLabel
from ui.widgets.panel import Panel, column
from ui.widgets.resident_name_label import ResidentNameLabel
from ui.widgets.theme import Theme


class HandOverView(BodyView):
    """Name in big glyphs; two ticks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._codes: tuple[str, ...] = ()
        self._by_agent = False
        self._ticks: list[TickBox] = []
        self._name = ResidentNameLabel(theme, size=48, least=34)
        self._what = TextLabel(role="data", wrap=True)
        self._sheets = TextLabel(role="huge")
        panel = Panel(theme)
        inside = column(panel, theme, inset=24, gap=12)
        self._to = TextLabel(role="caption")
        inside.addWidget(self._to)
        inside.addWidget(self._name)
        inside.addWidget(self._what)
        inside.addWidget(self._sheets)
        self._boxes = inside
        outside = column(self, theme)
        outside.addWidget(panel)
        outside.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        if self._by_agent:
            return self.tr("Please let the agent state his own name, and count the sheets together")
        return self.tr("Please let the visitor state the name, and count the sheets together")

    def show_body(self, body: HandOverBody) -> None:
        """Show name, certificate, counts and ticks."""
        self._by_agent = body.by_agent
        self._to.setText(self.tr("Handed to the agent") if body.by_agent else self.tr("Handed to"))
        self._name.set_text(body.name)
        copies = self.tr("%n copy(s)", "", body.copies)
        self._what.setText(f"{words.word(words.SCOPES, body.scope)}　{copies}")
        self._sheets.setText(self.tr("%n sheet(s)", "", body.sheets))
        codes = tuple(tick.code for tick in body.ticks)
        if codes != self._codes:
            self._codes = codes
            for index, code in enumerate(codes):
                box = TickBox(self.theme, words.word(words.HAND_OVER_TICKS, code), str(index + 1), role_px=18)
                box.clicked.connect(partial(self._toggle, index))
                self._boxes.addWidget(box)
                self._ticks.append(box)
        for tick, box in zip(body.ticks, self._ticks, strict=True):
            box.setChecked(tick.ticked)

    def _toggle(self, index: int) -> None:
        self.intended.emit(HandOverTicked(self._codes[index]))

    def digit(self, digit: int) -> None:
        """Tick."""
        if 1 <= digit <= len(self._codes):
            self._toggle(digit - 1)
