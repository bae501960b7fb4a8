"""対象者: the household as rows, and who of it will be on the page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.view_models import PersonRow, PersonsBody, PersonToggled, ScopeChosen
from ui.views import words
from ui.views.body_view import BodyView
from ui.views.keys import LETTERS
from ui.widgets.choices import ChoiceButton, TickBox
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import TextLabel, fill
from ui.widgets.panel import Panel, column, row
from ui.widgets.resident_name_label import ResidentNameLabel
from ui.widgets.theme import Theme


class PersonsView(BodyView):
    """Scope by the digits 1–3; persons by letter. Whoever is not on the page is greyed and says so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: PersonsBody | None = None
        self._scopes: list[ChoiceButton] = []
        self._scope_row = FlowRow(theme, gap=12)
        self._list = QWidget()
        self._rows = column(self._list, theme, gap=2)
        self._panels: list[Panel] = []
        self._count = TextLabel(role="heading")
        outside = column(self, theme, gap=8)
        top = row(theme, gap=16)
        top.addWidget(self._scope_row, 1)
        top.addWidget(self._count)
        outside.addLayout(top)
        outside.addWidget(self._list)
        outside.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please confirm who will be on the certificate")

    def show_body(self, body: PersonsBody) -> None:
        """Show scope and rows."""
        if body == self._shown:
            return
        if self._shown is None or body.scopes != self._shown.scopes:
            self._make_scopes(body.scopes)
        for code, button in zip(body.scopes, self._scopes, strict=True):
            button.setChecked(code == body.scope)
        self._shown = body
        on_page = sum(person.included for person in body.rows)
        self._count.setText(self.tr("%n person(s) on the page", "", on_page))
        for panel in self._panels:
            panel.hide()
            panel.deleteLater()
        self._panels = [self._panel(index, person) for index, person in enumerate(body.rows)]
        for panel in self._panels:
            self._rows.addWidget(panel)

    def _make_scopes(self, scopes: tuple[str, ...]) -> None:
        self._scopes = []
        for index, code in enumerate(scopes):
            button = ChoiceButton(words.word(words.SHORT_SCOPES, code), str(index + 1))
            button.clicked.connect(partial(self._choose_scope, index))
            self._scopes.append(button)
        self._scope_row.set_widgets(self._scopes)

    def _panel(self, index: int, person: PersonRow) -> Panel:
        theme = self.theme
        panel = Panel(theme, "plain" if person.included else "greyed")
        inside = column(panel, theme)
        inside.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        line = row(theme, gap=12)
        letter = LETTERS[index % len(LETTERS)]
        choosing = self._shown is not None and self._shown.choosing
        box = TickBox(theme, "", letter if choosing else "")
        box.setChecked(person.included)
        box.setEnabled(choosing and not person.held and not person.concealed)
        box.setAccessibleName(fill(self.tr("Put %1 on the page"), letter))
        box.clicked.connect(partial(self.letter, index))
        line.addWidget(box)
        name = self.tr("Inquiry restricted") if person.concealed else person.name
        label = ResidentNameLabel(theme, name, size=24, least=22)
        label.setEnabled(person.included)
        line.addWidget(label, 1)
        line.addWidget(TextLabel("" if person.concealed else person.relationship, "tableSecond"))
        line.addWidget(TextLabel("" if person.concealed else person.birth, "tableSecond"))
        line.addWidget(self._state(person), 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addLayout(line)
        return panel

    def _state(self, person: PersonRow) -> TextLabel:
        if person.held:
            text, tone = self.tr("issue withheld"), "attention"
        elif person.included:
            text, tone = self.tr("on the page"), "good"
        else:
            text, tone = self.tr("not on the page"), "quiet"
        label = TextLabel(text, "table")
        label.setProperty("tone", tone)
        label.setMinimumWidth(self.theme.px(96))
        return label

    def _choose_scope(self, index: int) -> None:
        if self._shown is not None:
            self.intended.emit(ScopeChosen(self._shown.scopes[index]))

    def digit(self, digit: int) -> None:
        """Choose the scope."""
        if self._shown is not None and 1 <= digit <= len(self._shown.scopes):
            self._choose_scope(digit - 1)

    def letter(self, index: int) -> None:
        """Tick a person."""
        shown = self._shown
        if shown is not None and shown.choosing and 0 <= index < len(shown.rows):
            self.intended.emit(PersonToggled(shown.rows[index].resident_id))
