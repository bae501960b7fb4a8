"""What is said of failures of this PC."""

from __future__ import annotations

from ui.views.failure_words import NOBODY, SYSTEMS, FailureWords
from ui.views.marked import QT_TRANSLATE_NOOP

WORDS = {
    "KEYRING_ABSENT": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The key store of this PC cannot be opened."),
        cause=QT_TRANSLATE_NOOP("Failures", "It is locked or not running."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please sign in to this PC again."),
        call=SYSTEMS,
    ),
    "STORE_LOCKED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The counter is already open on this PC."),
        cause=QT_TRANSLATE_NOOP("Failures", "Another window of the same counter is running."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please use the window that is already open."),
        call=NOBODY,
    ),
    "STORE_NEWER": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The records of this PC are from a newer version."),
        cause=QT_TRANSLATE_NOOP("Failures", "An older program was started."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please start the newest program."),
        call=SYSTEMS,
    ),
    "STORE_UNREADABLE": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The records of this PC cannot be read."),
        cause=QT_TRANSLATE_NOOP("Failures", "The file is damaged or its key is missing."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please use another counter. Do not delete anything."),
        call=SYSTEMS,
    ),
    "STORE_FULL": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The disk of this PC is full."),
        cause=QT_TRANSLATE_NOOP("Failures", "No space is left for the records."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please do not begin a new case; finish the open ones at another counter."
        ),
        call=SYSTEMS,
    ),
    "SETTINGS_INVALID": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The settings of this PC are not right."),
        cause=QT_TRANSLATE_NOOP("Failures", "A value is missing or wrong."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please use another counter until they are put right."),
        call=SYSTEMS,
    ),
    "RESTARTED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The program was started again."),
        cause=QT_TRANSLATE_NOOP("Failures", "It had ended while this case was open."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please look where the paper is, and go on from this screen."),
        call=NOBODY,
    ),
    "INTERNAL": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The program could not go on here."),
        cause=QT_TRANSLATE_NOOP("Failures", "A fault of the program. The case is kept as it was."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please park the case and try again. If it stays so, read out the code below."
        ),
        call=SYSTEMS,
    ),
}
