"""請求書: the filled form's data, its number, and the signature."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.view_models import Action, FormBody, FormSubmitted, Intent, SignatureToggled
from ui.views import words
from ui.views.body_view import BodyView
from ui.widgets.choices import TickBox
from ui.widgets.labels import TextLabel, fill
from ui.widgets.number_edit import NumberEdit
from ui.widgets.panel import Panel, column, forget_children, row
from ui.widgets.resident_name_label import ResidentNameLabel
from ui.widgets.theme import Theme

_FORMS = ("printed", "paper")
"""A form that exists on paper and can be signed."""


def _plain(text: str) -> TextLabel:
    return TextLabel(text, "table", wrap=True)


class FormView(BodyView):
    """F3 prints the form for signature; or the number of the visitor's own paper form is keyed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: FormBody | None = None
        self._owner = QWidget()
        self._grid = QGridLayout(self._owner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(1, 1)
        data = Panel(theme)
        column(data, theme, inset=16).addWidget(self._owner)
        self._state = TextLabel(role="data", wrap=True)
        self.paper_number = NumberEdit()
        self.paper_number.setFixedWidth(theme.px(180))
        self.paper_number.textChanged.connect(self.changed)
        self._signed = TickBox(theme, self.tr("The signature was seen: on to the check"), "1")
        self._signed.clicked.connect(self._on_signed)
        outside = column(self, theme, gap=12)
        outside.addWidget(data)
        outside.addWidget(self._number_panel(theme))
        outside.addStretch(1)

    def _number_panel(self, theme: Theme) -> Panel:
        panel = Panel(theme)
        inside = column(panel, theme, inset=16, gap=8)
        inside.addWidget(self._state)
        line = row(theme, gap=16)
        caption = TextLabel(self.tr("Number of a paper form (if used)"), "table")
        caption.setBuddy(self.paper_number)
        self.paper_number.setAccessibleName(caption.text())
        line.addWidget(self._signed)
        line.addStretch(1)
        line.addWidget(caption)
        line.addWidget(self.paper_number)
        inside.addLayout(line)
        return panel

    def question(self) -> str:
        """What to do now."""
        return self.tr("Please have the visitor check and sign the form")

    def show_body(self, body: FormBody) -> None:
        """Show the lines, the form's fate and the signature."""
        if self._shown is None:
            self.paper_number.setText(body.number if body.form == "paper" else "")
        elif body.form == "printed" and self._shown.form != "printed":
            self.paper_number.clear()
        if body != self._shown:
            self._shown = body
            self._fill_lines(body)
        sentences = {
            "": self.tr("F3 prints the filled form."),
            "printing": self.tr("The form is being printed."),
            "unprinted": self.tr("Enter prints the form again."),
            "printed": fill(self.tr("The form %1 was printed. Please have it signed."), body.number),
            "paper": fill(self.tr("The paper form %1 is used."), body.number),
        }
        self._state.setText(sentences[body.form])
        self._signed.setChecked(body.signature_seen)

    def _fill_lines(self, body: FormBody) -> None:
        forget_children(self._owner)
        comma = self.tr(", ")
        items = comma.join(words.word(words.ITEMS, code) for code in body.items)
        who = self.tr("Requester (agent)") if body.for_name else self.tr("Requester")
        of_whom: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Who gave the mandate"), self._name(body.for_name, 18)),
        )
        born: tuple[tuple[str, QWidget], ...] = ((self.tr("Birth date"), self._running(body.birth)),)
        lines: tuple[tuple[str, QWidget], ...] = (
            (who, self._name(body.requester_name, 30)),
            *(born if body.birth else ()),
            (self.tr("Address"), self._running(body.address)),
            *(of_whom if body.for_name else ()),
            (self.tr("Certificate"), _plain(words.word(words.SCOPES, body.scope))),
            (self.tr("Persons"), self._name(comma.join(body.persons), 18)),
            (self.tr("Items"), _plain(items or self.tr("all omitted"))),
            (self.tr("Copies"), _plain(self.tr("%n copy(s)", "", body.copies))),
            (self.tr("Purpose"), _plain(body.purpose)),
        )
        for number, (caption, shown) in enumerate(lines):
            self._grid.addWidget(TextLabel(caption, "tableSecond"), number, 0)
            self._grid.addWidget(shown, number, 1)

    def _name(self, text: str, size: int) -> ResidentNameLabel:
        """Names in one font throughout: a name that changes its font looks like a wrong character."""
        return ResidentNameLabel(self.theme, text, size=size, least=size)

    def _running(self, text: str) -> ResidentNameLabel:
        return ResidentNameLabel(self.theme, text, size=18, least=18, running=True)

    def _on_signed(self) -> None:
        """A number typed and not recorded yet comes first: another form than that one would be signed."""
        if self._new_number():
            self.paper_number.setFocus()
        else:
            self.intended.emit(SignatureToggled())

    def digit(self, digit: int) -> None:
        """1: the signature."""
        if digit == 1:
            self._on_signed()

    def _new_number(self) -> bool:
        """Whether a paper form's number is typed that is not recorded yet."""
        recorded = self._shown.number if self._shown is not None and self._shown.form == "paper" else ""
        return self.paper_number.text() not in ("", recorded)

    def first_focus(self) -> QWidget | None:
        """The signature, once there is a form to sign; then the blue button."""
        body = self._shown
        unsigned = body is not None and body.form in _FORMS and not body.signature_seen
        return self._signed if unsigned else None

    def next_action(self) -> Action | None:
        """The form must be printed first."""
        return Action.PRINT_FORM if self._shown is not None and not self._shown.form else None

    def ready(self) -> bool:
        """A signed form, or a new number to record: only a recorded form can be signed.

        Where the print failed the fields decide nothing: Enter asks for the form again.
        """
        body = self._shown
        if body is not None and body.form == "unprinted":
            return True
        signed = body is not None and body.form in _FORMS and body.signature_seen
        return signed or self._new_number()

    def next_gap(self) -> QWidget | None:
        """The signature."""
        return self.first_focus()

    def clear_fields(self) -> None:
        """Empty the number."""
        self.paper_number.clear()

    def primary_intent(self) -> Intent:
        """The paper form's number, empty where the printed one is used."""
        return FormSubmitted(self.paper_number.text())
