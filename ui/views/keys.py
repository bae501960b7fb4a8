"""Which key carries which action; the text printed on the button is the shortcut's own."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.shortcuts import Shortcut
from ui.view_models import Action

KEY_OF_ACTION = {
    Action.BACK: Shortcut.BACK,
    Action.NEW_CASE: Shortcut.NEW_CASE,
    Action.PRINT_FORM: Shortcut.PRINT_FORM,
    Action.VISITOR_PIN: Shortcut.VISITOR_PIN,
    Action.CODE_B: Shortcut.VISITOR_PIN,
    Action.WITHOUT_CARD: Shortcut.WITHOUT_CARD,
    Action.WITH_CARD: Shortcut.WITHOUT_CARD,
    Action.TAKE_REQUEST: Shortcut.WITHOUT_CARD,
    Action.PRINT_SLIP: Shortcut.PRINT_FORM,
    Action.PARK: Shortcut.PARK,
    Action.RESUME: Shortcut.PARK,
    Action.SPOIL: Shortcut.SPOIL,
    Action.WITHDRAW: Shortcut.WITHDRAW,
    Action.RECALL: Shortcut.WITHDRAW,
    Action.CANCEL_PRINT: Shortcut.WITHDRAW,
    Action.END_UNRECORDED: Shortcut.WITHDRAW,
    Action.PREVIEW: Shortcut.PREVIEW,
    Action.SIGN_OUT: Shortcut.SIGN_OUT,
    Action.NEXT_REQUEST: Shortcut.NEXT_REQUEST,
    Action.EXERCISE: Shortcut.EXERCISE,
    Action.TO_LIST: Shortcut.BACK,
    Action.GIVE_BACK: Shortcut.WITHDRAW,
}

LETTERS = "ABCDEFGHI"
"""What ``BodyView.letter`` counts, from 0."""

KEYS = {
    Qt.Key.Key_Return: Shortcut.PRIMARY,
    Qt.Key.Key_Enter: Shortcut.PRIMARY,
    Qt.Key.Key_Escape: Shortcut.BACK,
    Qt.Key.Key_F2: Shortcut.NEW_CASE,
    Qt.Key.Key_F3: Shortcut.PRINT_FORM,
    Qt.Key.Key_F4: Shortcut.VISITOR_PIN,
    Qt.Key.Key_F5: Shortcut.WITHOUT_CARD,
    Qt.Key.Key_F6: Shortcut.PARK,
    Qt.Key.Key_F7: Shortcut.SPOIL,
    Qt.Key.Key_F8: Shortcut.WITHDRAW,
    Qt.Key.Key_F9: Shortcut.PREVIEW,
    Qt.Key.Key_F10: Shortcut.SIGN_OUT,
    Qt.Key.Key_F11: Shortcut.NEXT_REQUEST,
    Qt.Key.Key_F12: Shortcut.EXERCISE,
    Qt.Key.Key_PageUp: Shortcut.CASE_ABOVE,
    Qt.Key.Key_PageDown: Shortcut.CASE_BELOW,
    Qt.Key.Key_Plus: Shortcut.MORE_COPIES,
    Qt.Key.Key_Minus: Shortcut.FEWER_COPIES,
}
