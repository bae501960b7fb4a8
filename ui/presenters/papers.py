"""From the papers as typed to evidence; what cannot be read, or has expired, is told and goes no further."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from counter_app.domain import wareki
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.identity import Paper, PaperEvidence, PaperKind
from ui.presenters.page import Draft
from ui.view_models import PaperEntry, PapersSubmitted


def papers_typed(intent: PapersSubmitted, draft: Draft, today: str) -> tuple[Draft, PaperEvidence | None]:
    """The evidence, or the draft with the failure to show. A paper is good to the end of its last day."""
    typed = replace(
        draft, name_kana=intent.name_kana.strip(), birth_date=intent.birth_date.strip(), failure=None
    )
    if not typed.name_kana or not intent.papers:
        return typed, None
    try:
        birth = wareki.parse_entry(typed.birth_date)
        papers = tuple(map(_paper, intent.papers))
    except ValueError:
        return replace(typed, failure=Failure(code=FailureCode.DATE_UNREADABLE)), None
    if birth > date.fromisoformat(today):
        return replace(typed, failure=Failure(code=FailureCode.DATE_UNREADABLE)), None
    if any(paper.expires and paper.expires < today for paper in papers):
        return replace(typed, failure=Failure(code=FailureCode.PAPER_EXPIRED)), None
    return typed, PaperEvidence(name_kana=typed.name_kana, birth_date=f"{birth:%Y%m%d}", papers=papers)


def _paper(entry: PaperEntry) -> Paper:
    expires = entry.expires.strip()
    return Paper(
        kind=PaperKind(entry.kind),
        masked_number=entry.last_digits.strip()[-4:],
        expires=wareki.parse_entry(expires).isoformat() if expires else "",
    )
