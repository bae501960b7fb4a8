"""What comes from a keyboard that is no plain intent: a secret for the card, and a line from the scanner."""

from __future__ import annotations

from dataclasses import replace

from counter_app.application.card_port import Credential
from counter_app.application.case_desk import CaseDesk
from counter_app.application.paper_ports import SheetCodes
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.identity import CredentialKind
from counter_app.domain.issuance import clerk_events as clerk
from counter_app.domain.issuance import events, states
from ui.presenters import at_card
from ui.presenters.caseload import Followed
from ui.view_models import CredentialSubmitted


def enter_credential(desk: CaseDesk, case_id: str, followed: Followed, intent: CredentialSubmitted) -> None:
    """Hand the secret to the desk, once and in the right form only: a wrong form must spend no try."""
    if followed.entered or not at_card.awaited(followed.state, intent.kind):
        return
    digits = at_card.digits_of(intent)
    wrong = Failure(code=FailureCode.CARD_CREDENTIAL_FORMAT) if digits is None else None
    attempt = followed.draft.attempt + 1
    followed.draft = replace(followed.draft, failure=wrong, attempt=attempt)
    if digits is not None:
        followed.entered = True
        desk.enter_credential(case_id, Credential(CredentialKind(intent.kind), digits))


def scanned(codes: SheetCodes, followed: Followed, text: str) -> events.Event | None:
    """What a scan tells the case; None where no sheet is scanned now. ``codes`` is pure and fast."""
    if followed.draft.spoiling or not isinstance(followed.state, states.Printing | states.Collating):
        return None
    try:
        claims = codes.read(text)
    except Refused as refused:
        return clerk.ScanRefused(failure=refused.failure)
    return clerk.SheetScanned(number=claims.number, job=claims.job.hex())
