"""Every failure a person at the counter can meet, as one code each.

A code never carries personal data; ``docs/failure-codes.md`` and ``ui/views/texts.py`` hold cause and
remedy for each, and a test keeps the three equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FailureCode(StrEnum):
    """What happened, in a word that can be read out on the telephone."""

    # the card and its reader
    CARD_ABSENT = "CARD_ABSENT"
    CARD_PULLED = "CARD_PULLED"
    CARD_MUTE = "CARD_MUTE"
    CARD_NOT_MY_NUMBER = "CARD_NOT_MY_NUMBER"
    CARD_CONTENT_INVALID = "CARD_CONTENT_INVALID"
    CARD_SIGNATURE_INVALID = "CARD_SIGNATURE_INVALID"
    CARD_CODE_WRONG = "CARD_CODE_WRONG"
    CARD_PIN_WRONG = "CARD_PIN_WRONG"
    CARD_LAST_TRY = "CARD_LAST_TRY"
    CARD_LOCKED = "CARD_LOCKED"
    CARD_CREDENTIAL_FORMAT = "CARD_CREDENTIAL_FORMAT"
    CARD_OUTCOME_UNKNOWN = "CARD_OUTCOME_UNKNOWN"
    CARD_EXPIRED = "CARD_EXPIRED"
    READER_ABSENT = "READER_ABSENT"
    READER_IN_USE = "READER_IN_USE"
    READER_SERVICE_DOWN = "READER_SERVICE_DOWN"
    # the gateway and the line to it
    GATEWAY_UNREACHABLE = "GATEWAY_UNREACHABLE"
    GATEWAY_SLOW = "GATEWAY_SLOW"
    GATEWAY_FAULT = "GATEWAY_FAULT"
    GATEWAY_ANSWER_MALFORMED = "GATEWAY_ANSWER_MALFORMED"
    GATEWAY_CERTIFICATE_WRONG = "GATEWAY_CERTIFICATE_WRONG"
    GATEWAY_RECEIPT_INVALID = "GATEWAY_RECEIPT_INVALID"
    GATEWAY_REFUSED = "GATEWAY_REFUSED"
    CLOCK_WRONG = "CLOCK_WRONG"
    # signing in
    SIGN_IN_CANCELLED = "SIGN_IN_CANCELLED"
    SIGN_IN_REFUSED = "SIGN_IN_REFUSED"
    SIGN_IN_EXPIRED = "SIGN_IN_EXPIRED"
    SIGN_IN_OTHER_CLERK = "SIGN_IN_OTHER_CLERK"
    BROWSER_ABSENT = "BROWSER_ABSENT"
    # the request
    DATE_UNREADABLE = "DATE_UNREADABLE"
    PAPER_EXPIRED = "PAPER_EXPIRED"
    RESIDENT_NOT_FOUND = "RESIDENT_NOT_FOUND"
    RESIDENT_AMBIGUOUS = "RESIDENT_AMBIGUOUS"
    ISSUE_HELD = "ISSUE_HELD"
    RECORD_CHANGED = "RECORD_CHANGED"
    # the page
    GLYPH_MISSING = "GLYPH_MISSING"
    TEXT_DOES_NOT_FIT = "TEXT_DOES_NOT_FIT"
    PAGE_DIFFERS_FROM_RECORD = "PAGE_DIFFERS_FROM_RECORD"
    RELEASE_EXPIRED = "RELEASE_EXPIRED"
    RENDER_MODEL_INVALID = "RENDER_MODEL_INVALID"
    FONT_ABSENT = "FONT_ABSENT"
    CODE_INVALID = "CODE_INVALID"
    # the printer
    PRINTER_UNREACHABLE = "PRINTER_UNREACHABLE"
    PRINTER_STOPPED = "PRINTER_STOPPED"
    PRINTER_JAMMED = "PRINTER_JAMMED"
    PRINTER_EMPTY = "PRINTER_EMPTY"
    PRINTER_DOOR_OPEN = "PRINTER_DOOR_OPEN"
    PRINTER_REFUSED = "PRINTER_REFUSED"
    PRINTER_BUSY = "PRINTER_BUSY"
    PRINT_ABORTED = "PRINT_ABORTED"
    PRINT_CANCELLED = "PRINT_CANCELLED"
    PRINT_OUTCOME_UNKNOWN = "PRINT_OUTCOME_UNKNOWN"
    # collating
    SHEET_OF_OTHER_CASE = "SHEET_OF_OTHER_CASE"
    SHEET_ALREADY_SCANNED = "SHEET_ALREADY_SCANNED"
    SHEET_UNREADABLE = "SHEET_UNREADABLE"
    # this PC
    KEYRING_ABSENT = "KEYRING_ABSENT"
    STORE_LOCKED = "STORE_LOCKED"
    STORE_NEWER = "STORE_NEWER"
    STORE_UNREADABLE = "STORE_UNREADABLE"
    STORE_FULL = "STORE_FULL"
    SETTINGS_INVALID = "SETTINGS_INVALID"
    RESTARTED = "RESTARTED"
    INTERNAL = "INTERNAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A failure with the facts its sentence needs (counts and character names, never personal data).

    ``facts`` maps the placeholder of the sentence to its text, e.g. ``{"tries_left": "2"}``.
    """

    code: FailureCode
    facts: Mapping[str, str] = field(default_factory=dict)
