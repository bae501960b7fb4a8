"""What is said of failures of the card and its reader."""

from __future__ import annotations

from ui.views.failure_words import CARD_DESK, NOBODY, SUPERVISOR, SYSTEMS, FailureWords
from ui.views.marked import QT_TRANSLATE_NOOP

WORDS = {
    "CARD_ABSENT": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "No card is on the reader."),
        cause=QT_TRANSLATE_NOOP("Failures", "The card was not placed, or lies askew."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please place the card on the reader, face up."),
        call=NOBODY,
    ),
    "CARD_PULLED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The card was taken away while being read."),
        cause=QT_TRANSLATE_NOOP("Failures", "The card moved or was lifted."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please place the card again and leave it until the screen goes on."
        ),
        call=NOBODY,
    ),
    "CARD_MUTE": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The card does not answer."),
        cause=QT_TRANSLATE_NOOP("Failures", "The card is upside down, dirty, or its chip is broken."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please wipe the card and place it again. If it stays so, go on without a card."
        ),
        call=CARD_DESK,
    ),
    "CARD_NOT_MY_NUMBER": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "This is not a My Number Card."),
        cause=QT_TRANSLATE_NOOP("Failures", "Another card was placed."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please ask for the My Number Card, or go on without a card."),
        call=NOBODY,
    ),
    "CARD_CONTENT_INVALID": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The content of the card cannot be read."),
        cause=QT_TRANSLATE_NOOP("Failures", "The record on the card is not as it should be."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please go on without a card, and tell the visitor that the card should be looked at."
        ),
        call=CARD_DESK,
    ),
    "CARD_SIGNATURE_INVALID": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The signature of the card's face is wrong."),
        cause=QT_TRANSLATE_NOOP("Failures", "The card may have been altered."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures",
            "Please do not go on with this card. Keep to the papers and ask the officer in charge.",
        ),
        call=SUPERVISOR,
    ),
    "CARD_CODE_WRONG": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "Number B does not match."),
        cause=QT_TRANSLATE_NOOP("Failures", "A digit differs from what is printed."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please look at the three numbers on the card and key them again."
        ),
        call=NOBODY,
    ),
    "CARD_PIN_WRONG": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The PIN does not match."),
        cause=QT_TRANSLATE_NOOP("Failures", "A digit differs."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please ask the visitor to key it once more, without haste."),
        call=NOBODY,
    ),
    "CARD_LAST_TRY": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "One try is left."),
        cause=QT_TRANSLATE_NOOP("Failures", "After one more mistake the card is locked."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please make sure of the number before going on, or go on without a card."
        ),
        call=NOBODY,
    ),
    "CARD_LOCKED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "This number of the card is locked."),
        cause=QT_TRANSLATE_NOOP("Failures", "It was keyed wrongly too many times."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please go on without a card. Unlocking is done at the My Number Card desk."
        ),
        call=CARD_DESK,
    ),
    "CARD_CREDENTIAL_FORMAT": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The number of digits is not right."),
        cause=QT_TRANSLATE_NOOP("Failures", "A digit is missing or too many."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please look at the boxes and key the number again."),
        call=NOBODY,
    ),
    "CARD_OUTCOME_UNKNOWN": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "It is not known whether the number was accepted."),
        cause=QT_TRANSLATE_NOOP("Failures", "The card went away just as it answered."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please place the card again; the tries left are counted first."
        ),
        call=NOBODY,
    ),
    "CARD_EXPIRED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The card is no longer valid."),
        cause=QT_TRANSLATE_NOOP("Failures", "Its date of expiry has passed."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please go on without a card, by other papers."),
        call=CARD_DESK,
    ),
    "READER_ABSENT": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "No card reader is connected."),
        cause=QT_TRANSLATE_NOOP("Failures", "The cable is loose, or the reader is off."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please connect the reader again, or go on without a card."),
        call=SYSTEMS,
    ),
    "READER_IN_USE": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The card reader is in use by another program."),
        cause=QT_TRANSLATE_NOOP("Failures", "Another window is reading a card."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please close the other program that uses cards."),
        call=SYSTEMS,
    ),
    "READER_SERVICE_DOWN": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The card service of this PC has stopped."),
        cause=QT_TRANSLATE_NOOP("Failures", "The service that drives the reader is not running."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please wait a little. If it stays so, go on without a card."),
        call=SYSTEMS,
    ),
}
