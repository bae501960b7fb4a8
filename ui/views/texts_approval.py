"""What is said of failures of 承認: of the page that a second person looks at, and of his signature."""

from __future__ import annotations

from ui.views.failure_words import NOBODY, SUPERVISOR, SYSTEMS, FailureWords
from ui.views.marked import QT_TRANSLATE_NOOP

WORDS = {
    "APPROVAL_DIFFERS": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The approval is not one of this page."),
        cause=QT_TRANSLATE_NOOP("Failures", "The page, the record or the approval was changed on its way."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures",
            "Please neither approve nor print, and read out the code below."
            " At the counter, Enter makes the page anew.",
        ),
        call=SYSTEMS,
    ),
    "APPROVAL_MISSING": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "This page has not been approved."),
        cause=QT_TRANSLATE_NOOP("Failures", "The approval was taken back, or its time is over."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please press Enter: the page is laid before the approver again."
        ),
        call=SUPERVISOR,
    ),
    "APPROVER_IS_MAKER": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "Nobody approves a request that he took himself."),
        cause=QT_TRANSLATE_NOOP(
            "Failures", "You are the clerk of this request, under this or another account."
        ),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please leave it to another approver."),
        call=NOBODY,
    ),
    "RENDERER_DIFFERS": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "This PC cannot draw the page as the counter's PC drew it."),
        cause=QT_TRANSLATE_NOOP("Failures", "The two programs or their fonts are not of the same version."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please have this PC updated. Until then, approve at another PC."
        ),
        call=SYSTEMS,
    ),
}
