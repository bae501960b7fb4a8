"""One line that an approver compares: caption, what the record says, its source, and the verdict in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.view_models import ComparedLine
from ui.views import approver_words, words
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import TextLabel, fill, set_look
from ui.widgets.panel import Panel, column
from ui.widgets.resident_name_label import ResidentNameLabel
from ui.widgets.theme import Theme

_TONES = {"same": "good", "attention": "attention", "differs": "stop"}
_LOOKS = {"same": "plain", "attention": "attention", "differs": "stop"}
_SIZES = ((1, 30), (4, 20), (99, 16))
"""Up to so many names, this size: one is compared large (ui/README), more must not push the rest away."""
_SHORT = 12
"""Longer names take a line each, as many as they need."""
Said = tuple[tuple[str, ...], str, tuple[str, ...]]


class ComparedRow(Panel):
    """Colours only repeat the word at the right."""

    def __init__(self, theme: Theme, line: ComparedLine) -> None:
        super().__init__(theme, _LOOKS[line.verdict])
        self._theme = theme
        outside = QHBoxLayout(self)
        outside.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        outside.setSpacing(theme.px(8))
        caption = TextLabel(words.word(approver_words.LINES, line.code), "caption", wrap=True)
        caption.setFixedWidth(theme.px(92))
        outside.addWidget(caption)
        outside.addWidget(self._told(line), 1)
        verdict = TextLabel(words.word(approver_words.VERDICTS, line.verdict), "heading")
        set_look(verdict, "tone", _TONES[line.verdict])
        outside.addWidget(verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{caption.text()} {verdict.text()}")

    def _told(self, line: ComparedLine) -> QWidget:
        owner = QWidget()
        inside = column(owner, self._theme, gap=0)
        names, value, sources = self._said(line)
        if names:
            inside.addWidget(self._named(names))
        if value:
            label = TextLabel(value, "heading", wrap=True)
            if line.marked:
                set_look(label, "tone", "stop")
            inside.addWidget(label)
        for source in filter(None, sources):
            inside.addWidget(ResidentNameLabel(self._theme, source, size=14, least=14, running=True))
        return owner

    def _named(self, names: tuple[str, ...]) -> QWidget:
        """Each name whole; one stands at the size in which names are compared."""
        size = next(size for most, size in _SIZES if len(names) <= most)
        labels = [ResidentNameLabel(self._theme, name, size=size, least=size) for name in names]
        if len(names) > 1 and max(map(len, names)) <= _SHORT:
            row = FlowRow(self._theme, gap=12)
            row.set_widgets(labels)
            return row
        owner = QWidget()
        inside = column(owner, self._theme, gap=0)
        for label in labels:
            inside.addWidget(label)
        return owner

    def _said(self, line: ComparedLine) -> Said:
        """The names drawn large, the value in words, and its sources."""
        tellers: dict[str, Callable[[ComparedLine], Said]] = {
            "requester": self._requester,
            "visitor": self._visitor,
            "persons": self._persons,
            "items": self._items,
            "restriction": self._restriction,
            "fee": self._fee,
            "form": self._form,
            "earlier": self._earlier,
        }
        return tellers[line.code](line)

    def _requester(self, line: ComparedLine) -> Said:
        kind = words.word(words.REQUESTERS, line.kind)
        if not line.dates:
            return line.names[:1], "", (kind,)
        mandate = fill(self.tr("Original of the mandate (%1) seen."), line.dates[0])
        return line.names[:1], "", (fill(self.tr("%1, for: %2"), kind, line.names[-1]), mandate)

    def _visitor(self, line: ComparedLine) -> Said:
        spoken = self.tr("%n attribute(s) said aloud", "", line.counts[0])
        papers = [
            fill(self.tr("%1 (valid until %2)"), words.word(words.PAPERS, code), until)
            if until
            else words.word(words.PAPERS, code)
            for code, until in zip(line.codes, line.dates, strict=True)
        ]
        shown = papers or [
            self.tr("questions only") if line.kind == "papers" else words.word(words.METHODS, line.kind)
        ]
        return line.names, "", (*shown, spoken) if len(shown) == 1 else (self.tr(", ").join(shown), spoken)

    def _persons(self, line: ComparedLine) -> Said:
        people = self.tr("%n person(s).", "", line.counts[0])
        return line.names, "", (f"{people}{words.word(approver_words.SCOPE_SENTENCES, line.kind)}",)

    def _items(self, line: ComparedLine) -> Said:
        asked = self.tr(", ").join(words.word(words.ITEMS, code) for code in line.codes)
        value = asked or self.tr("all sensitive items omitted")
        agrees = self.tr("As chosen on the request form (%1).")
        other = self.tr("Not as chosen on the request form (%1).")
        return (), value, (fill(other if line.verdict == "differs" else agrees, line.text),)

    def _restriction(self, line: ComparedLine) -> Said:
        found = self.tr("no restriction") if line.verdict == "same" else self.tr("not known")
        return (), found, (fill(self.tr("Confirmed against the records at %1."), line.at),)

    def _fee(self, line: ComparedLine) -> Said:
        copies, sheets, fee, single = line.counts
        value = fill(
            self.tr("%1　%2　%3 yen"),
            self.tr("%n copy(s)", "", copies),
            self.tr("%n sheet(s)", "", sheets),
            f"{fee:,}",
        )
        return (), value, (fill(self.tr("%1 yen a copy. No exemption."), f"{single:,}"),)

    def _form(self, line: ComparedLine) -> Said:
        to = fill(self.tr("To be given to: %1."), line.text) if line.text else ""
        signed = self.tr("Signed request form.")
        return (), line.kind, (f"{to}{signed}",)

    def _earlier(self, line: ComparedLine) -> Said:
        count = line.counts[0]
        value = self.tr("%n certificate(s)", "", count) if count else self.tr("none")
        return (), value, (fill(self.tr("Of this requester, by the ledger at %1."), line.at),)
