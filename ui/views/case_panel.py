"""The right column: this case, always the same seven lines, filled as the case grows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.view_models import CaseSummary
from ui.views import words, words_deferring
from ui.widgets.labels import TextLabel, fill
from ui.widgets.panel import column
from ui.widgets.theme import Theme


class CaseSummaryView(QWidget):
    """Seven captions with a value each; a value that is not known yet is a dash."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.px(270))
        self._title = TextLabel(role="heading")
        outside = column(self, theme, inset=16, gap=0)
        outside.addWidget(self._title)
        self._slip, self._reached = TextLabel(role="table", wrap=True), TextLabel(role="table", wrap=True)
        outside.addWidget(self._slip)
        outside.addWidget(self._reached)
        outside.addSpacing(theme.px(4))
        self._values: list[TextLabel] = []
        for caption in self._captions():
            outside.addSpacing(theme.px(8))
            outside.addWidget(TextLabel(caption, "caption"))
            value = TextLabel(role="table", wrap=True)
            value.setAccessibleName(caption)
            outside.addWidget(value)
            self._values.append(value)
        outside.addStretch(1)
        self._visible_note = TextLabel(self.tr("The visitor can see this screen"), "hint", wrap=True)
        outside.addWidget(self._visible_note)

    def _captions(self) -> tuple[str, ...]:
        return (
            self.tr("Requester"),
            self.tr("Identity"),
            self.tr("Certificate"),
            self.tr("Printed items"),
            self.tr("Copies"),
            self.tr("Purpose"),
            self.tr("Fee"),
        )

    def show_summary(self, summary: CaseSummary | None) -> None:
        """Show the lines; None: no case is open."""
        if summary is None:
            self._title.setText(self.tr("No case"))
            values: tuple[str, ...] = ("",) * 7
        else:
            self._title.setText(fill(self.tr("This case　%1"), summary.number))
            values = self._lines(summary)
        for label, value in zip(self._values, values, strict=True):
            label.setText(value or "－")
        self._show_slip(summary)

    def _show_slip(self, summary: CaseSummary | None) -> None:
        """Of a request taken while the line was down: its number, and how the visitor is reached."""
        has_one = summary is not None and bool(summary.slip)
        if summary is not None and has_one:
            way = words.word(words_deferring.DELIVERIES, summary.delivery)
            self._slip.setText(fill(self.tr("Slip %1"), summary.slip))
            self._reached.setText(
                fill(self.tr("%1 (as said). %2: %3"), summary.name_said, way, summary.contact)
            )
        for label in (self._slip, self._reached):
            label.setVisible(has_one)
            if not has_one:
                label.clear()

    def _lines(self, summary: CaseSummary) -> tuple[str, ...]:
        copies = self.tr("%n copy(s)", "", summary.copies) if summary.copies else ""
        if copies and summary.sheets:
            copies = fill(self.tr("%1 (%2)"), copies, self.tr("%n sheet(s)", "", summary.sheets))
        return (
            self._requester(summary),
            words.word(words.METHODS, summary.method),
            words.word(words.SCOPES, summary.scope),
            self._items(summary.items),
            copies,
            summary.purpose,
            "" if summary.fee is None else fill(self.tr("%1 yen"), f"{summary.fee:,}"),
        )

    def _requester(self, summary: CaseSummary) -> str:
        who = words.word(words.REQUESTERS, summary.requester)
        return f"{who}　{summary.agent}" if summary.agent else who

    def _items(self, items: tuple[str, ...] | None) -> str:
        if items is None:
            return ""
        if not items:
            return self.tr("all sensitive items omitted")
        return self.tr(", ").join(words.word(words.ITEMS, code) for code in items)
