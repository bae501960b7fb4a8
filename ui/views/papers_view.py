"""本人確認 without a card: what the visitor says, and the papers that bear it out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.view_models import Intent, PaperEntry, PapersBody, PapersSubmitted, PaperToggled
from ui.views import words
from ui.views.body_view import BodyView
from ui.widgets.choices import TickBox
from ui.widgets.labels import TextLabel
from ui.widgets.name_edit import NameEdit
from ui.widgets.number_edit import NumberEdit
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme


class PapersView(BodyView):
    """Kana and birth date, then papers by digit, each with the last digits of its number and its expiry."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._kinds: tuple[str, ...] = ()
        self._ticks: list[TickBox] = []
        self._entries: dict[str, tuple[NumberEdit, QLineEdit, QWidget]] = {}
        self.kana = NameEdit()
        self.birth = QLineEdit()
        self.birth.setFixedWidth(theme.px(200))
        said = Panel(theme)
        said_inside = column(said, theme, inset=16)
        line = row(theme, gap=24)
        line.addWidget(self._captioned(self.tr("Name in kana"), self.kana), 1)
        line.addWidget(self._captioned(self.tr("Birth date (S60.4.3)"), self.birth))
        said_inside.addLayout(line)
        shown = Panel(theme)
        shown_inside = column(shown, theme, inset=16, gap=8)
        shown_inside.addWidget(TextLabel(self.tr("Papers shown"), "heading"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(0))
        shown_inside.addLayout(self._grid)
        self._details = column_widget(theme)
        shown_inside.addWidget(self._details)
        outside = column(self, theme, gap=12)
        outside.addWidget(said)
        outside.addWidget(shown)
        outside.addStretch(1)
        for field in (self.kana, self.birth):
            field.textChanged.connect(self.changed)

    def _captioned(self, caption: str, field: QLineEdit) -> QWidget:
        pair = QWidget()
        stack = column(pair, self.theme, gap=8)
        label = TextLabel(caption, "caption")
        label.setBuddy(field)
        field.setAccessibleName(caption)
        stack.addWidget(label)
        stack.addWidget(field)
        return pair

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please ask for name and birth date, and look at the papers")

    def show_body(self, body: PapersBody) -> None:
        """Show the list and a line for each paper ticked."""
        kinds = tuple(tick.code for tick in body.papers)
        if kinds != self._kinds:
            self._kinds = kinds
            self.kana.setText(body.name_kana)
            self.birth.setText(body.birth_date)
            self._make_ticks(kinds)
        for tick, box in zip(body.papers, self._ticks, strict=True):
            box.setChecked(tick.ticked)
            if tick.ticked and tick.code not in self._entries:
                self._add_entry(tick.code)
            elif not tick.ticked and tick.code in self._entries:
                _, _, line = self._entries.pop(tick.code)
                line.hide()
                line.deleteLater()

    def _make_ticks(self, kinds: tuple[str, ...]) -> None:
        for old in self._ticks:
            old.deleteLater()
        self._ticks = []
        for index, kind in enumerate(kinds):
            box = TickBox(self.theme, words.word(words.PAPERS, kind), str(index + 1))
            box.clicked.connect(partial(self._toggle, index))
            self._grid.addWidget(box, index // 2, index % 2, Qt.AlignmentFlag.AlignLeft)
            self._ticks.append(box)

    def _add_entry(self, kind: str) -> None:
        name = words.word(words.PAPERS, kind)
        digits = NumberEdit()
        digits.setFixedWidth(self.theme.px(120))
        expires = QLineEdit()
        expires.setFixedWidth(self.theme.px(160))
        digits_caption = TextLabel(self.tr("Last 4 digits of the number"), "caption")
        expires_caption = TextLabel(self.tr("Valid until"), "caption")
        digits.setAccessibleName(f"{name} {digits_caption.text()}")
        expires.setAccessibleName(f"{name} {expires_caption.text()}")
        line = QWidget()
        inside = column(line, self.theme)
        fields = row(self.theme, gap=12)
        fields.addWidget(TextLabel(name, "table", wrap=True), 1)
        fields.addWidget(digits_caption)
        fields.addWidget(digits)
        fields.addWidget(expires_caption)
        fields.addWidget(expires)
        inside.addLayout(fields)
        layout = self._details.layout()
        if layout is not None:
            layout.addWidget(line)
        self._entries[kind] = (digits, expires, line)

    def _toggle(self, index: int) -> None:
        self.intended.emit(PaperToggled(self._kinds[index]))

    def digit(self, digit: int) -> None:
        """Tick a paper."""
        if 1 <= digit <= len(self._kinds):
            self._toggle(digit - 1)

    def clear_fields(self) -> None:
        """Empty every field."""
        self.kana.clear()
        self.birth.clear()
        for digits, expires, _ in self._entries.values():
            digits.clear()
            expires.clear()

    def first_focus(self) -> QWidget | None:
        """The kana."""
        return self.kana

    def ready(self) -> bool:
        """Kana and birth date are there, and a paper is ticked."""
        return bool(self.kana.text() and self.birth.text() and self._entries)

    def next_gap(self) -> QWidget | None:
        """The first empty field, then the list of papers."""
        for field in (self.kana, self.birth):
            if not field.text():
                return field
        return self._ticks[0] if self._ticks else None

    def primary_intent(self) -> Intent:
        """Everything as typed."""
        papers = tuple(
            PaperEntry(kind, self._entries[kind][0].text(), self._entries[kind][1].text())
            for kind in self._kinds
            if kind in self._entries
        )
        return PapersSubmitted(self.kana.text(), self.birth.text(), papers)


def column_widget(theme: Theme) -> QWidget:
    """An empty widget with a vertical layout."""
    widget = QWidget()
    column(widget, theme, gap=8)
    return widget
