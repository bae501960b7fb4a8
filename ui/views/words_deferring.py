"""Codes of a request taken while the line is down in words; a test keeps each table equal to its enum."""

from __future__ import annotations

from ui.views.marked import QT_TRANSLATE_NOOP

DELIVERIES = {
    "return": QT_TRANSLATE_NOOP("Words", "The visitor comes again"),
    "phone": QT_TRANSLATE_NOOP("Words", "By telephone first"),
    "mail": QT_TRANSLATE_NOOP("Words", "By mail"),
}
SLIPS = {
    "asked": QT_TRANSLATE_NOOP("Words", "The slip is being printed. If it does not come out, press F3."),
    "printed": QT_TRANSLATE_NOOP("Words", "Please hand the slip to the visitor."),
    "failed": QT_TRANSLATE_NOOP(
        "Words", "The slip was not printed. Please write this number down for the visitor, or press F3."
    ),
    "unknown": QT_TRANSLATE_NOOP("Words", "If the visitor has no slip yet, press F3."),
    "sending": QT_TRANSLATE_NOOP("Words", "The line is back. The request is being sent."),
}
