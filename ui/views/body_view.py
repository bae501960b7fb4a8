"""What every view of the middle can do; the main window knows no more of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import view_models as vm
from ui.view_models import Action, Trouble
from ui.widgets.theme import Theme


class BodyView(QWidget):
    """One question's work. Passive: shows a body value, sends intents, decides nothing.

    ``intended`` carries an ``Intent``; ``changed`` says that ``ready`` may have changed,
    ``touched`` that a key changed something which should be in sight.
    """

    intended = Signal(object)
    changed = Signal()
    touched = Signal(QWidget)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setObjectName("body")

    def show_body(self, body: Any) -> None:
        """Show ``body``, of the one type this view is for; fields being typed in keep their text."""
        raise AttributeError(type(body).__name__)

    def stand_beside(self, trouble: Trouble | None) -> None:
        """Trouble is shown above, or no more: say nothing that contradicts it. Called after every body."""

    def question(self) -> str:
        """The sentence above the work: what to do now."""
        return ""

    def clear_fields(self) -> None:
        """Empty what has been typed; called when the presenter raises ``attempt``."""

    def first_focus(self) -> QWidget | None:
        """Where the hands go on; None: the blue button, else that of ``next_action``.

        Asked before and after every body: the focus goes along when the answer changes.
        """
        return None

    def next_action(self) -> Action | None:
        """The button at the bottom left that comes next while the blue one is grey; Enter presses it too."""
        return None

    def ready(self) -> bool:
        """Whether the fields are complete enough for Enter (a matter of form, never of rules)."""
        return True

    def next_gap(self) -> QWidget | None:
        """The field that Enter goes to while the view is not ready."""
        return None

    def primary_intent(self) -> vm.Intent:
        """What Enter means here, with what the fields carry."""
        return vm.PrimaryPressed()

    def digit(self, digit: int) -> None:
        """A digit was pressed outside a text field."""

    def letter(self, index: int) -> None:
        """A letter was pressed outside a text field; ``index`` 0 is A."""

    def turn(self, change: int) -> bool:
        """PgDn (1) or PgUp (-1) was pressed; True where that turns something here, not the cases at left."""
        del change
        return False

    def step_by(self, change: int) -> None:
        """Plus (1) or minus (-1) was pressed outside a text field."""
