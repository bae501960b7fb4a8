"""What is said of failures of the line to the resident records, and signing in."""

from __future__ import annotations

from ui.views.failure_words import NOBODY, SUPERVISOR, SYSTEMS, FailureWords
from ui.views.marked import QT_TRANSLATE_NOOP

WORDS = {
    "GATEWAY_UNREACHABLE": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The resident records cannot be reached."),
        cause=QT_TRANSLATE_NOOP("Failures", "The line is down, or the service is not running."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures",
            "Please wait a little and try again. If it stays so, ask the supervisor about the outage.",
        ),
        call=SYSTEMS,
    ),
    "GATEWAY_SLOW": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The resident records are slow to answer."),
        cause=QT_TRANSLATE_NOOP("Failures", "The line or the service is busy."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please wait. Nothing has been lost; pressing again does no harm."
        ),
        call=NOBODY,
    ),
    "GATEWAY_FAULT": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The resident records could not answer."),
        cause=QT_TRANSLATE_NOOP("Failures", "A fault on the side of the records."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please try again. If it stays so, read out the code below."),
        call=SYSTEMS,
    ),
    "GATEWAY_ANSWER_MALFORMED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The answer of the resident records cannot be used."),
        cause=QT_TRANSLATE_NOOP(
            "Failures", "This program and the records do not agree on the form of the answer."
        ),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please do not go on with this case. Read out the code below."),
        call=SYSTEMS,
    ),
    "GATEWAY_CERTIFICATE_WRONG": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The resident records cannot prove who they are."),
        cause=QT_TRANSLATE_NOOP("Failures", "The certificate of the connection is not the expected one."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please stop and do not enter anything. Read out the code below."
        ),
        call=SYSTEMS,
    ),
    "GATEWAY_RECEIPT_INVALID": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The receipt of the records is not valid."),
        cause=QT_TRANSLATE_NOOP("Failures", "The receipt's signature does not match."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please do not hand anything over. Read out the code below."),
        call=SYSTEMS,
    ),
    "GATEWAY_REFUSED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The request was not accepted."),
        cause=QT_TRANSLATE_NOOP(
            "Failures", "Something in it is not allowed for this counter or has already been done."
        ),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please go one step back and look at the request."),
        call=SUPERVISOR,
    ),
    "CLOCK_WRONG": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The clock of this PC is wrong."),
        cause=QT_TRANSLATE_NOOP("Failures", "It differs too much from the clock of the records."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please do not go on; the clock has to be set."),
        call=SYSTEMS,
    ),
    "SIGN_IN_CANCELLED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The sign-in was not finished."),
        cause=QT_TRANSLATE_NOOP("Failures", "The page was closed or left."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please press Enter and sign in again."),
        call=NOBODY,
    ),
    "SIGN_IN_REFUSED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "Signing in was refused."),
        cause=QT_TRANSLATE_NOOP(
            "Failures", "The account may not use this counter, or the password is wrong."
        ),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please check the account, and try again."),
        call=SUPERVISOR,
    ),
    "SIGN_IN_EXPIRED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "Your sign-in has run out."),
        cause=QT_TRANSLATE_NOOP("Failures", "Too much time has passed since signing in."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please sign in again. Open cases stay as they are."),
        call=NOBODY,
    ),
    "SIGN_IN_OTHER_CLERK": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "Another clerk's cases are open here."),
        cause=QT_TRANSLATE_NOOP("Failures", "They were not parked when the sign-in ran out."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please let that clerk sign in and finish or park them."),
        call=SUPERVISOR,
    ),
    "BROWSER_ABSENT": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "No browser could be opened."),
        cause=QT_TRANSLATE_NOOP("Failures", "No browser is set up on this PC."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please open the address shown on the page in another browser of this PC."
        ),
        call=SYSTEMS,
    ),
}
