"""Trouble as part of the page: what happened, why it may be, what to do, whom to call, the code last."""

from __future__ import annotations

from ui.view_models import Trouble
from ui.widgets.labels import TextLabel, fill
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme


class TroublePanel(Panel):
    """Nothing to click: it goes away when the presenter says that the cause is gone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "stop")
        self._headline = TextLabel(role="dataBold", wrap=True)
        self._remedy = TextLabel(role="data", wrap=True)
        self._cause = TextLabel(role="tableSecond", wrap=True)
        self._code = TextLabel(role="code")
        inside = column(self, theme, inset=12, gap=4)
        inside.addWidget(self._headline)
        inside.addWidget(self._remedy)
        last = row(theme)
        last.addWidget(self._cause, 1)
        last.addWidget(self._code)
        inside.addLayout(last)
        self.hide()

    def show_trouble(self, trouble: Trouble | None) -> None:
        """Show or hide."""
        self.setVisible(trouble is not None)
        if trouble is None:
            return
        from ui.views.texts import failure_words  # noqa: PLC0415 - all failures' words: not for the first paint

        said = failure_words(trouble.code, trouble.facts)
        self._headline.setText(said.headline)
        self._remedy.setText(said.remedy)
        call = fill(self.tr("To call: %1."), said.call) if said.call else ""
        self._cause.setText(f"{said.cause}{call}")
        self._code.setText(trouble.code)
        self.setAccessibleName(f"{said.headline} {said.remedy}")
