"""Failure codes in words. The codes are plain strings: views do not know the domain (import contract).

A test keeps this table, the enum, ``docs/failure-codes.md`` and both translations equal.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.views import texts_approval, texts_card, texts_line, texts_paper, texts_pc, texts_request
from ui.views.failure_words import FailureWords
from ui.views.marked import QT_TRANSLATE_NOOP
from ui.widgets.labels import fill

TEXTS: dict[str, FailureWords] = {
    **texts_card.WORDS,
    **texts_line.WORDS,
    **texts_request.WORDS,
    **texts_approval.WORDS,
    **texts_paper.WORDS,
    **texts_pc.WORDS,
}
FACTS = {
    "tries_left": QT_TRANSLATE_NOOP("Failures", "Tries left: %1."),
    "characters": QT_TRANSLATE_NOOP("Failures", "Character: %1."),
}


def failure_words(code: str, facts: tuple[tuple[str, str], ...]) -> FailureWords:
    """The words of ``code`` in the language of the screen; known ``facts`` follow the headline.

    A code without words is a bug and raises KeyError.
    """

    def said(source: str) -> str:
        return QCoreApplication.translate("Failures", source) if source else ""

    words = TEXTS[code]
    counted = code == "CARD_LAST_TRY"  # its headline says the number itself
    known = [fill(said(FACTS[name]), value) for name, value in facts if name in FACTS and not counted]
    return FailureWords(
        headline="".join([said(words.headline), *known]),
        cause=said(words.cause),
        remedy=said(words.remedy),
        call=said(words.call),
    )
