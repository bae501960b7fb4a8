"""What is said of failures of what is entered and asked for."""

from __future__ import annotations

from ui.views.failure_words import NOBODY, SUPERVISOR, FailureWords
from ui.views.marked import QT_TRANSLATE_NOOP

WORDS = {
    "DATE_UNREADABLE": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The date cannot be read."),
        cause=QT_TRANSLATE_NOOP("Failures", "It is not a day of the calendar, or the era is missing."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please key it like S60.4.3 or 1985.4.3."),
        call=NOBODY,
    ),
    "PAPER_EXPIRED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "A paper shown has expired."),
        cause=QT_TRANSLATE_NOOP("Failures", "Its date of expiry has passed."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please ask for another paper."),
        call=NOBODY,
    ),
    "RESIDENT_NOT_FOUND": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "No such person was found."),
        cause=QT_TRANSLATE_NOOP(
            "Failures", "The spelling or the birth date differs, or the person lives elsewhere."
        ),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please check kana and birth date with the visitor."),
        call=NOBODY,
    ),
    "RESIDENT_AMBIGUOUS": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "More than one person was found."),
        cause=QT_TRANSLATE_NOOP("Failures", "Name and birth date are the same."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please tell them apart by address and head of household."),
        call=NOBODY,
    ),
    "ISSUE_HELD": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The officer in charge confirms this request."),
        cause=QT_TRANSLATE_NOOP("Failures", "A confirmation is needed before the issue."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please ask the visitor to wait, and hand the case to the officer in charge."
        ),
        call=SUPERVISOR,
    ),
    "RECORD_CHANGED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The record was changed just now."),
        cause=QT_TRANSLATE_NOOP("Failures", "An entry was made while this case was open."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please press Enter: the record is read again."),
        call=NOBODY,
    ),
}
