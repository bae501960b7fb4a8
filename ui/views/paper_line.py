"""本人確認 without a card: the line of one paper shown, with what must be recorded of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.view_models import PaperEntry, PaperRow
from ui.views import words
from ui.widgets.labels import TextLabel
from ui.widgets.panel import column, row
from ui.widgets.theme import Theme


class PaperLine(QWidget):
    """Number and expiry of one paper, and beside them what stops it. ``changed`` after every edit."""

    changed = Signal()

    def __init__(self, theme: Theme, paper: PaperRow) -> None:
        super().__init__()
        self._paper = paper
        self._hinted = ""
        name = words.word(words.PAPERS, paper.code)
        # letters too: the number of a residence card ends with two
        self.number = self._field(theme, 120)
        self.number.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.expires = self._field(theme, 176)
        needed = self.tr("Valid until") if paper.must_expire else self.tr("Valid until (if any)")
        number_caption = TextLabel(self.tr("Last 4 of the number"), "caption")
        expires_caption = TextLabel(needed, "caption")
        fields = row(theme, gap=12)
        fields.addLayout(self._said(theme, name), 1)
        for caption, field in ((number_caption, self.number), (expires_caption, self.expires)):
            caption.setBuddy(field)
            field.setAccessibleName(f"{name} {caption.text()}")
            fields.addWidget(caption)
            fields.addWidget(field)
        column(self, theme).addLayout(fields)
        self.number.setText(paper.number)
        self.expires.setText(paper.expires)
        for field in (self.number, self.expires):
            field.textChanged.connect(self._on_edit)
        self._say()

    def _said(self, theme: Theme, name: str) -> QVBoxLayout:
        """Its name, and below it what is missing or wrong, beside the fields."""
        self._says = TextLabel(role="caption", wrap=True)
        self._says.setProperty("tone", "stop")
        said = QVBoxLayout()
        said.setSpacing(theme.px(2))
        said.addWidget(TextLabel(name, "table", wrap=True))
        said.addWidget(self._says)
        return said

    def _field(self, theme: Theme, width: int) -> QLineEdit:
        field = QLineEdit()
        field.setFixedWidth(theme.px(width))
        return field

    def show_paper(self, paper: PaperRow) -> None:
        """Show what stops it; what is typed stays."""
        self._paper = paper
        self._hinted = ""
        self._say()

    def _on_edit(self) -> None:
        self._hinted = ""
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        fault = self._hinted or self._paper.fault
        self._says.setText(words.word(words.PAPER_FAULTS, fault))
        self._says.setVisible(bool(fault))

    def clear(self) -> None:
        """Empty both fields."""
        self.number.clear()
        self.expires.clear()

    def gap(self) -> QLineEdit | None:
        """The first field that must not stay empty and is."""
        if not self.number.text().strip():
            return self.number
        return self.expires if self._paper.must_expire and not self.expires.text().strip() else None

    def say_gap(self) -> None:
        """Say what is missing, beside the fields."""
        gap = self.gap()
        self._hinted = "" if gap is None else "number" if gap is self.number else "expires"
        self._say()

    def faulty(self) -> QLineEdit | None:
        """The field that what was said of it is about."""
        if not self._paper.fault:
            return None
        return self.number if self._paper.fault == "number" else self.expires

    def entry(self) -> PaperEntry:
        """The paper as typed."""
        return PaperEntry(self._paper.code, self.number.text(), self.expires.text())
