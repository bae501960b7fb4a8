"""本人確認, second: what opens the card, 照合番号B by the clerk or a PIN by the visitor."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.view_models import CredentialBody, CredentialSubmitted, Intent
from ui.views.body_view import BodyView
from ui.widgets.drawings import CodeBPlaces
from ui.widgets.labels import TextLabel, set_look
from ui.widgets.number_edit import DigitBoxes
from ui.widgets.panel import Panel, column, row
from ui.widgets.theme import Theme


class CredentialView(BodyView):
    """Three boxes of 6, 4 and 4 digits with a picture of where each is printed; or four dots.

    Built anew for each kind, because nothing of one may be seen in the other.
    """

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__(theme)
        self._kind = kind
        self._tries = TextLabel(role="heading")
        panel = Panel(theme)
        inside = column(panel, theme, inset=24, gap=16)
        self.boxes = self._code_boxes() if kind == "code_b" else self._pin_box()
        self.boxes.changed.connect(self.changed)
        if kind == "code_b":
            self._lay_out_code(inside, theme)
        else:
            says = TextLabel(
                self.tr("The visitor keys the four digits. They are not shown."), "data", wrap=True
            )
            inside.addWidget(says)
            inside.addWidget(self.boxes, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._tries)
        outside = column(self, theme)
        outside.addWidget(panel)
        outside.addStretch(1)

    def _captions(self) -> tuple[str, str, str]:
        return (self.tr("Birth date"), self.tr("Valid until, year"), self.tr("Security code"))

    def _code_boxes(self) -> DigitBoxes:
        birth, year, code = self._captions()
        return DigitBoxes(self.theme, (6, 4, 4), (f"1　{birth}", f"2　{year}", f"3　{code}"))

    def _pin_box(self) -> DigitBoxes:
        return DigitBoxes(self.theme, (4,), (self.tr("PIN, four digits"),), secret=True)

    def _lay_out_code(self, inside: QVBoxLayout, theme: Theme) -> None:
        layout = row(theme, gap=24)
        birth, year, code = self._captions()
        picture = CodeBPlaces(
            theme, self.tr("Where the three numbers are printed on the card"), (birth, year, code)
        )
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        hint = self.tr("As printed on the card, for example 600403 for 3 April Showa 60.")
        layout.addWidget(TextLabel(hint, "tableSecond", wrap=True), 1)
        inside.addWidget(self.boxes)
        inside.addLayout(layout)

    def question(self) -> str:
        """What to do now."""
        if self._kind == "code_b":
            return self.tr("Please key number B as printed on the card")
        return self.tr("Please ask the visitor to key the PIN")

    def show_body(self, body: CredentialBody) -> None:
        """Show the tries left."""
        if body.tries_left is None:
            self._tries.setText("")
        else:
            self._tries.setText(self.tr("%n try(s) left", "", body.tries_left))
        few = body.tries_left is not None and body.tries_left <= 1
        set_look(self._tries, "tone", "stop" if few else "")

    def clear_fields(self) -> None:
        """Empty the boxes, first box first."""
        self.boxes.clear()

    def first_focus(self) -> QWidget | None:
        """The first box."""
        return self.boxes.boxes[0]

    def ready(self) -> bool:
        """All digits are there."""
        return self.boxes.full

    def next_gap(self) -> QWidget | None:
        """The first box that is not full."""
        return next((box for box in self.boxes.boxes if not box.full), None)

    def primary_intent(self) -> Intent:
        """The digits, once; the boxes are empty afterwards."""
        intent = CredentialSubmitted(self._kind, self.boxes.text())
        self.boxes.clear()
        return intent
