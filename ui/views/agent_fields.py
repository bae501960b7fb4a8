"""本人確認 of an agent: his name and address, and the 委任状 he brought; above them who gave it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.view_models import AgentEntry, AgentFields
from ui.views import words
from ui.widgets.choices import TickBox
from ui.widgets.labels import TextLabel
from ui.widgets.name_edit import NameEdit
from ui.widgets.panel import column, row
from ui.widgets.theme import Theme

ORIGINAL_DIGIT = 9
"""The papers have the digits before it."""


class AgentLines(QWidget):
    """Name, address and the tick that the original was seen; ``day`` stands beside who gave the 委任状.

    ``changed`` after an edit, ``toggled`` when the tick is asked for.
    """

    changed = Signal()
    toggled = Signal()

    def __init__(self, theme: Theme, shown: AgentFields) -> None:
        super().__init__()
        self._theme = theme
        self._fault = shown.fault
        self._seen = shown.original_seen
        self.mandate = QLineEdit()
        self.mandate.setFixedWidth(theme.px(180))
        self.name = NameEdit()
        self.name.setFixedWidth(theme.px(220))
        self.address = NameEdit()
        self.original = TickBox(theme, self.tr("The original of the mandate was seen"), str(ORIGINAL_DIGIT))
        self.original.clicked.connect(self.toggled)
        self._says = TextLabel(role="caption", wrap=True)
        self._says.setProperty("tone", "stop")
        self.day = self._captioned(self.tr("Date on the mandate (R8.10.30)"), self.mandate)
        inside = column(self, theme, gap=8)
        line = row(theme, gap=16)
        line.addWidget(self._captioned(self.tr("The agent's own name"), self.name))
        line.addWidget(self._captioned(self.tr("The agent's own address"), self.address), 1)
        line.addWidget(self.original, 0, Qt.AlignmentFlag.AlignBottom)
        inside.addLayout(line)
        inside.addWidget(self._says)
        for field, text in (
            (self.mandate, shown.mandate_date),
            (self.name, shown.name),
            (self.address, shown.address),
        ):
            field.setText(text)
            field.textChanged.connect(self._on_edit)
        self.show_agent(shown)

    def _captioned(self, caption: str, field: QLineEdit) -> QWidget:
        pair = QWidget()
        stack = column(pair, self._theme, gap=8)
        label = TextLabel(caption, "caption")
        label.setBuddy(field)
        field.setAccessibleName(caption)
        stack.addWidget(label)
        stack.addWidget(field)
        return pair

    def show_agent(self, shown: AgentFields) -> None:
        """Show the tick and what stops it; what is typed stays."""
        self._seen = shown.original_seen
        self.original.setChecked(shown.original_seen)
        self._say(shown.fault)

    def _on_edit(self) -> None:
        self._say("")
        self.changed.emit()

    def _say(self, fault: str) -> None:
        self._fault = fault
        self._says.setText(words.word(words.MANDATE_FAULTS, fault))
        self._says.setVisible(bool(fault))

    def gap(self) -> QWidget | None:
        """The first of it that must not stay empty and is, in the order in which it stands there."""
        fields = (self.mandate, self.name, self.address)
        empty = next((field for field in fields if not field.text().strip()), None)
        return empty if empty is not None or self._seen else self.original

    def say_gap(self) -> None:
        """Say that the original must be seen, where that is what is missing."""
        self._say("original" if self.gap() is self.original else "")

    def faulty(self) -> QWidget | None:
        """What the fault is about."""
        if not self._fault:
            return None
        return self.original if self._fault == "original" else self.mandate

    def clear(self) -> None:
        """Empty every field."""
        for field in (self.mandate, self.name, self.address):
            field.clear()

    def entry(self) -> AgentEntry:
        """The agent as typed."""
        return AgentEntry(self.name.text(), self.address.text(), self.mandate.text())
