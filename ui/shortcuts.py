"""Every key of the program in one enum, as portable strings; a key has one meaning on every screen."""

from __future__ import annotations

from enum import StrEnum


class Shortcut(StrEnum):
    """Keys with a fixed meaning. Digits tick the numbered choices of the screen and are not listed."""

    PRIMARY = "Enter"
    BACK = "Esc"
    NEW_CASE = "F2"
    PRINT_FORM = "F3"
    VISITOR_PIN = "F4"
    WITHOUT_CARD = "F5"
    PARK = "F6"
    SPOIL = "F7"
    WITHDRAW = "F8"
    PREVIEW = "F9"
    SIGN_OUT = "F10"
    NEXT_REQUEST = "F11"
    EXERCISE = "F12"
    CASE_ABOVE = "PgUp"
    CASE_BELOW = "PgDn"
    MORE_COPIES = "+"
    FEWER_COPIES = "-"
