"""What each effect does: on which lane, through which port, and which event its answer becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from counter_app.application.approval_port import Approvals
from counter_app.application.approval_work import ApprovalEffect, approval_answer
from counter_app.application.card_port import CardPart, CardReaders, CardSeen, Credential
from counter_app.application.case_memory import CaseMemory, Preview
from counter_app.application.form_content import form_content
from counter_app.application.issue_check import check_issue
from counter_app.application.lanes_port import Lane
from counter_app.application.paper_ports import (
    DeviceState,
    JobReport,
    JobState,
    Pages,
    PrintQueue,
    RenderedPages,
    SheetCodes,
)
from counter_app.application.port_errors import Refused
from counter_app.application.registry_port import (
    CaseOutcome,
    Registry,
    ResidentHit,
    ResidentSearch,
    StaffSession,
)
from counter_app.application.slip_work import print_slip
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.identity import (
    CardEvidence,
    CredentialKind,
    Evidence,
    FaceSignature,
    PaperEvidence,
)
from counter_app.domain.issuance import effects, events
from counter_app.domain.issuance.values import Candidate, Issue, Tries
from counter_app.domain.render_model import RenderJob

PREVIEW_DPI = 72
SEAL_SECONDS = 60.0
"""How old a release may be when its page is sent (knowledge/domain.md, Q-01)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything a counter works with, once a clerk has signed in. ``monotonic``: seconds, never back."""

    registry: Registry
    approvals: Approvals
    readers: CardReaders
    pages: Pages
    queue: PrintQueue
    codes: SheetCodes
    staff: StaffSession
    today: Callable[[], date]
    monotonic: Callable[[], float]


LANES: dict[type[effects.CaseEffect], Lane] = {
    effects.LookAtCard: Lane.CARD,
    effects.ReadCard: Lane.CARD,
    effects.PrintForm: Lane.PRINTER,
    effects.PrintSlip: Lane.PRINTER,
    effects.RenderPages: Lane.PRINTER,
    effects.SpoolPages: Lane.PRINTER,
    effects.WatchJob: Lane.PRINTER,
    effects.CancelJob: Lane.PRINTER,
}


def lane_of(effect: effects.Effect) -> Lane:
    """The lane an effect belongs on; what is not a device is the network."""
    return LANES.get(type(effect), Lane.NETWORK)


def work_on(
    effect: effects.Effect,
    desk: Desk,
    memory: CaseMemory,
    report: Callable[[JobReport], None],
    wanted: Callable[[], bool],
) -> events.Event | None:
    """Run ``effect`` to its end and return the answer, None if it has none; raises PortError.

    Belongs on ``lane_of(effect)``.
    """
    match effect:
        case effects.LookAtCard() | effects.ReadCard():
            return _card(effect, desk, memory, wanted)
        case effects.PrintForm() | effects.PrintSlip():
            return _for_the_visitor(effect, desk)
        case effects.CancelJob() | effects.RenderPages() | effects.SpoolPages() | effects.WatchJob():
            return _paper(effect, desk, memory, report, wanted)
        case (
            effects.CheckRequest()
            | effects.AllotNumbers()
            | effects.AskApproval()
            | effects.ReadApproval()
            | effects.RecallApproval()
            | effects.ReleasePages()
        ):
            return _issue(effect, desk, memory)
        case effects.OpenCase() | effects.FindResidents() | effects.ReadHousehold():
            return _ask(effect, desk)
        case (
            effects.RecordSheets()
            | effects.RecordPayment()
            | effects.RecordHandOver()
            | effects.RecordOutcome()
        ):
            return _record(effect, desk)
        case effects.ForgetSecrets() | effects.ForgetPages():
            raise TypeError("forgetting is done at once, not on a lane")
        case _:
            assert_never(effect)


def tries_of(tries: dict[CredentialKind, int]) -> tuple[Tries, ...]:
    """Tries left as the state carries them."""
    return tuple(Tries(credential=credential, left=left) for credential, left in tries.items())


def _look(desk: Desk, reader: str) -> CardSeen:
    return desk.readers.look(reader)


def _card(
    effect: effects.LookAtCard | effects.ReadCard,
    desk: Desk,
    memory: CaseMemory,
    wanted: Callable[[], bool],
) -> events.Event | None:
    if isinstance(effect, effects.LookAtCard):
        seen = _look(desk, effect.reader)
        return events.CardLooked(turn=effect.turn, tries=tries_of(seen.tries))
    credential, memory.credential = memory.credential, None
    if credential is None:
        raise Refused(FailureCode.CARD_CREDENTIAL_FORMAT)
    try:
        # a case that was left while its turn came must not cost the visitor a try
        return _read(effect, desk, memory, credential) if wanted() else None
    finally:
        credential.wipe()


def _read(effect: effects.ReadCard, desk: Desk, memory: CaseMemory, credential: Credential) -> events.Event:
    parts = {CardPart.ATTRIBUTES}
    if effect.credential is CredentialKind.CODE_B:
        parts.add(CardPart.FACE)
    try:
        card = desk.readers.read(
            effect.reader, frozenset(parts), credential, last_try_confirmed=effect.last_try_confirmed
        )
    except Refused as refused:
        return _refused(effect, desk, refused.failure)
    if card.attributes is None:
        raise Refused(FailureCode.CARD_CONTENT_INVALID)
    if card.signature is FaceSignature.INVALID or card.chip_genuine is False:
        # a face that its issuer did not sign, or a chip without its key, identifies nobody: no way past this
        raise Refused(FailureCode.CARD_SIGNATURE_INVALID)
    memory.card = card
    evidence = CardEvidence(
        attributes=card.attributes,
        credential=effect.credential,
        signature=card.signature,
        chip_genuine=card.chip_genuine,
        certificate_sha256="",
        apdu_count=card.apdu_count,
        elapsed_ms=card.elapsed_ms,
    )
    return events.CardWasRead(turn=effect.turn, evidence=evidence)


_TYPE_AGAIN = frozenset(
    {
        FailureCode.CARD_CODE_WRONG,
        FailureCode.CARD_PIN_WRONG,
        FailureCode.CARD_LAST_TRY,
        FailureCode.CARD_LOCKED,
        FailureCode.CARD_CREDENTIAL_FORMAT,
    }
)


def _refused(effect: effects.ReadCard, desk: Desk, failure: Failure) -> events.Event:
    """A credential not accepted goes back to typing, with the tries left as the card says them now."""
    if failure.code not in _TYPE_AGAIN:
        raise Refused(failure.code, **failure.facts)
    seen = _look(desk, effect.reader)
    return events.CredentialRefused(turn=effect.turn, failure=failure, tries=tries_of(seen.tries))


def _for_the_visitor(effect: effects.PrintForm | effects.PrintSlip, desk: Desk) -> events.Event:
    if isinstance(effect, effects.PrintSlip):
        return print_slip(effect, desk)
    staff, number = desk.staff, effect.number
    content = form_content(effect.order, staff.pack, number, desk.today(), training=staff.training)
    desk.queue.submit(desk.pages.request_form(content), f"form-{number}")
    return events.FormPrinted(turn=effect.turn, number=number)


def _paper(
    effect: effects.CancelJob | effects.RenderPages | effects.SpoolPages | effects.WatchJob,
    desk: Desk,
    memory: CaseMemory,
    report: Callable[[JobReport], None],
    wanted: Callable[[], bool],
) -> events.Event | None:
    match effect:
        case effects.CancelJob(job_id=job_id):
            desk.queue.cancel(job_id)
            return None
        case effects.RenderPages(issue=issue):
            check_issue(issue, desk.codes)
            pages = memory.pages
            if pages is None or pages.sha256 != issue.p0_sha256:
                pages = render(desk, memory, issue)
            return events.PagesRendered(turn=effect.turn, p0_sha256=pages.sha256)
        case effects.SpoolPages(issue=issue):
            return events.PagesSpooled(turn=effect.turn, job_id=_spool(desk, memory, issue))
        case effects.WatchJob(job_id=job_id):
            last = desk.queue.watch(job_id, report, wanted=wanted)
            return events.PrintEnded(turn=effect.turn, failure=failure_of(last))


def render(desk: Desk, memory: CaseMemory, issue: Issue) -> RenderedPages:
    """Render P0 and its previews into the case's memory."""
    pages = desk.pages.render(RenderJob(model=issue.model, stamps=issue.stamps))
    memory.pages = pages
    memory.previews.clear()
    for page in range(pages.page_count):
        width, height, rgba = desk.pages.preview(pages.pdf, page, PREVIEW_DPI)
        memory.previews.append(Preview(width=width, height=height, rgba=rgba))
    return pages


def _spool(desk: Desk, memory: CaseMemory, issue: Issue) -> str:
    """Seal, read back, compare with the record, then hand over once. The seal serves this once.

    The lane may have been busy with another job: a release that has grown old is Refused(RELEASE_EXPIRED),
    and asked for anew by who tries again.
    """
    pages, seal, memory.seal = memory.pages, memory.seal, None
    if pages is None or seal is None or pages.sha256 != issue.p0_sha256:
        raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="p0")
    finished = desk.pages.finish(pages, seal)
    desk.pages.verify(finished, pages, RenderJob(model=issue.model, stamps=issue.stamps))
    if desk.monotonic() - memory.seal_at > SEAL_SECONDS:
        raise Refused(FailureCode.RELEASE_EXPIRED)
    return desk.queue.submit(finished, f"issue-{issue.issue_id}")


_ENDS = {
    JobState.ABORTED: FailureCode.PRINT_ABORTED,
    JobState.CANCELLED: FailureCode.PRINT_CANCELLED,
}
_DEVICE = {
    DeviceState.JAMMED: FailureCode.PRINTER_JAMMED,
    DeviceState.EMPTY: FailureCode.PRINTER_EMPTY,
    DeviceState.DOOR_OPEN: FailureCode.PRINTER_DOOR_OPEN,
    DeviceState.STOPPED: FailureCode.PRINTER_STOPPED,
    DeviceState.UNREACHABLE: FailureCode.PRINTER_UNREACHABLE,
}


def failure_of(report: JobReport) -> Failure | None:
    """What the end of a job means; None only for completed, which still proves no paper."""
    if report.job is JobState.COMPLETED:
        return None
    return Failure(code=_ENDS.get(report.job, FailureCode.PRINT_OUTCOME_UNKNOWN))


def device_failure(device: str) -> Failure | None:
    """What a printer's state means to the clerk; None while it works."""
    code = _DEVICE.get(DeviceState(device)) if device else None
    return None if code is None else Failure(code=code)


def _issue(
    effect: effects.ReleasePages | effects.AllotNumbers | effects.CheckRequest | ApprovalEffect,
    desk: Desk,
    memory: CaseMemory,
) -> events.Event:
    match effect:
        case effects.AskApproval() | effects.ReadApproval() | effects.RecallApproval():
            return approval_answer(effect, desk.approvals, memory)
        case effects.CheckRequest(request=request):
            return events.RequestChecked(turn=effect.turn, verdict=desk.registry.check(request))
        case effects.AllotNumbers():
            allotted = desk.registry.allot(effect.key, effect.request, effect.model.sha256())
            return events.NumbersAllotted(
                turn=effect.turn,
                issue_id=allotted.issue_id,
                job=allotted.job,
                model=allotted.model,
                stamps=allotted.stamps,
                fee=allotted.fee,
            )
        case effects.ReleasePages(issue=issue):
            pages = memory.pages
            if pages is None or pages.sha256 != issue.p0_sha256:
                raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="p0")
            memory.seal_at = desk.monotonic()
            memory.seal = desk.registry.release(
                effect.key, issue.issue_id, issue.p0_sha256, pages.renderer_id
            )
            return events.PagesReleased(turn=effect.turn)


def search_for(evidence: Evidence) -> ResidentSearch:
    """What to find the person by; the register decides, the card only points."""
    if isinstance(evidence, PaperEvidence):
        return ResidentSearch(name_kana=evidence.name_kana, birth_date=evidence.birth_date)
    said = evidence.attributes
    return ResidentSearch(name=said.name, birth_date=said.birth_date, address=said.address, sex=said.sex)


def _candidate(hit: ResidentHit) -> Candidate:
    return Candidate(
        resident_id=hit.resident_id,
        household_id=hit.household_id,
        name=hit.name,
        name_kana=hit.name_kana,
        birth=hit.birth,
        address=hit.address,
        head_name=hit.head_name,
        held=hit.held,
    )


def _ask(
    effect: effects.OpenCase | effects.FindResidents | effects.ReadHousehold, desk: Desk
) -> events.Event:
    registry = desk.registry
    match effect:
        case effects.OpenCase(key=key, case_id=case_id, visit_id=visit_id):
            return events.CaseNumbered(turn=effect.turn, number=registry.open_case(key, case_id, visit_id))
        case effects.FindResidents(evidence=evidence):
            hits = registry.find_residents(effect.case_id, search_for(evidence))
            return events.ResidentsFound(turn=effect.turn, candidates=tuple(map(_candidate, hits)))
        case effects.ReadHousehold(resident_id=resident_id):
            household = registry.read_household(effect.case_id, resident_id)
            return events.HouseholdWasRead(turn=effect.turn, household=household)


def _record(
    effect: effects.RecordSheets | effects.RecordPayment | effects.RecordHandOver | effects.RecordOutcome,
    desk: Desk,
) -> events.Event:
    registry, receipt = desk.registry, ""
    match effect:
        case effects.RecordSheets():
            registry.record_sheets(effect.key, effect.issue_id, effect.outcomes)
        case effects.RecordPayment():
            receipt = registry.record_payment(effect.key, effect.issue_id, effect.payment)
        case effects.RecordHandOver():
            registry.hand_over(effect.key, effect.issue_id)
        case effects.RecordOutcome():
            outcome = CaseOutcome(effect.outcome)
            registry.record_outcome(effect.key, effect.case_id, outcome, effect.reason)
    return events.Recorded(turn=effect.turn, receipt_number=receipt)
