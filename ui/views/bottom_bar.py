"""The bar at the bottom: Esc and F-keys at left, the one blue button at right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.shortcuts import Shortcut
from ui.view_models import Action, BottomBar
from ui.views import words
from ui.views.keys import KEY_OF_ACTION
from ui.widgets.theme import Theme

_SHOWN_ELSEWHERE = (Action.NEW_CASE, Action.EXERCISE)
"""In the left column and in the top bar; their keys are answered here all the same."""


class BottomBarView(QWidget):
    """Every button carries its key; the blue one names the next step."""

    acted = Signal(object)
    primary_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("bottomBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(66))
        self._shown: tuple[Action, ...] | None = None
        self._buttons: dict[Action, QPushButton] = {}
        self.primary = QPushButton()
        self.primary.setObjectName("primary")
        self.primary.clicked.connect(self.primary_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), 0, theme.px(18), 0)
        row.setSpacing(theme.px(8))
        self._left = QHBoxLayout()
        self._left.setSpacing(theme.px(8))
        row.addLayout(self._left)
        row.addStretch(1)
        row.addWidget(self.primary)

    def show_bottom(self, bottom: BottomBar) -> None:
        """Show the buttons from left to right."""
        actions = tuple(button.action for button in bottom.buttons)
        if actions != self._shown:
            self._shown = actions
            for old in self._buttons.values():
                old.hide()
                old.deleteLater()
            self._buttons = {action: self._button(action) for action in actions}
        for button in bottom.buttons:
            self._buttons[button.action].setEnabled(button.enabled)
        self.primary.setVisible(bottom.primary is not None)
        if bottom.primary is not None:
            label = words.word(words.PRIMARIES, bottom.primary.label)
            text = self.tr("Please wait") if bottom.primary.working else f"{label}　{Shortcut.PRIMARY}"
            self.primary.setText(text)
            self.primary.setAccessibleName(label)

    def _button(self, action: Action) -> QPushButton:
        label = words.word(words.ACTIONS, action)
        button = QPushButton(f"{label}　{KEY_OF_ACTION[action]}")
        button.setAccessibleName(label)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._on_clicked, action))
        self._left.addWidget(button)
        button.setVisible(action not in _SHOWN_ELSEWHERE)
        return button

    def _on_clicked(self, action: Action) -> None:
        self.acted.emit(action)

    def button_for(self, action: Action | None) -> QPushButton | None:
        """The button of ``action``, if it can be pressed."""
        button = None if action is None else self._buttons.get(action)
        return button if button is not None and button.isEnabled() else None

    def action_for(self, shortcut: Shortcut) -> Action | None:
        """The action on the screen that ``shortcut`` stands for, if its button is enabled."""
        for action, button in self._buttons.items():
            if KEY_OF_ACTION[action] is shortcut and button.isEnabled():
                return action
        return None
