"""What each effect does with its ports, one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

import pytest

from counter_app.application.card_port import CardRead, Credential
from counter_app.application.case_memory import CaseMemory
from counter_app.application.effect_work import (
    device_failure,
    failure_of,
    lane_of,
    search_for,
    work_on,
)
from counter_app.application.lanes_port import Lane
from counter_app.application.paper_ports import DeviceState, JobReport, JobState
from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CredentialKind, FaceSignature
from counter_app.domain.issuance import effects, events
from counter_app.domain.sheets import SpoilReason
from tests.fakes.readers import READER
from tests.unit.application.desk_under_test import CODE_B, DeskUnderTest, with_codes
from tests.unit.domain.case_samples import ISSUE
from tests.unit.domain.people import CARD, PAPERS

CODED = with_codes(ISSUE)
READ = effects.ReadCard(
    case_id="c", turn=3, reader=READER, credential=CredentialKind.CODE_B, last_try_confirmed=False
)


def yes() -> bool:
    return True


def run(
    under: DeskUnderTest,
    effect: effects.Effect,
    memory: CaseMemory | None = None,
    wanted: Callable[[], bool] = yes,
) -> events.Event | None:
    return work_on(effect, under.desk.desk, memory or CaseMemory(), lambda _report: None, wanted)


def typed(text: str = CODE_B) -> CaseMemory:
    return CaseMemory(credential=Credential(CredentialKind.CODE_B, text))


def test_devices_have_lanes_of_their_own_and_all_else_is_the_network() -> None:
    lanes = {kind.__name__: lane_of(_bare(kind)) for kind in get_args(effects.Effect)}
    assert {name for name, lane in lanes.items() if lane is Lane.CARD} == {"LookAtCard", "ReadCard"}
    assert {name for name, lane in lanes.items() if lane is Lane.PRINTER} == {
        *("PrintForm", "PrintSlip", "RenderPages", "SpoolPages", "WatchJob", "CancelJob")
    }
    assert set(lanes.values()) == {Lane.CARD, Lane.PRINTER, Lane.NETWORK}


def _bare(kind: type[effects.CaseEffect]) -> effects.Effect:
    made: effects.Effect = object.__new__(kind)  # type: ignore[assignment]
    return made


def test_a_wrong_code_is_typed_again_with_the_tries_the_card_has_now() -> None:
    under = DeskUnderTest()
    memory = typed("0" * 14)
    answer = run(under, READ, memory)

    assert isinstance(answer, events.CredentialRefused)
    assert answer.failure.code is FailureCode.CARD_CODE_WRONG
    assert next((tries.credential, tries.left) for tries in answer.tries) == (CredentialKind.CODE_B, 9)
    assert (memory.credential, memory.card) == (None, None)


def test_a_refusal_that_is_not_about_typing_is_trouble() -> None:
    under = DeskUnderTest()
    under.readers.fault = Refused(FailureCode.CARD_EXPIRED)
    with pytest.raises(Refused) as refused:
        run(under, READ, typed())
    assert refused.value.failure.code is FailureCode.CARD_EXPIRED


@pytest.mark.parametrize("fault", [Unavailable(FailureCode.CARD_PULLED), ZeroDivisionError()])
def test_a_secret_is_wiped_however_the_reading_ends(fault: Exception) -> None:
    under = DeskUnderTest()
    under.readers.fault = fault  # type: ignore[assignment]
    memory = typed()
    credential = memory.credential
    assert credential is not None
    with pytest.raises(type(fault)):
        run(under, READ, memory)
    assert bytes(credential.reveal()) == b""


def test_without_a_secret_the_card_is_not_touched() -> None:
    under = DeskUnderTest()
    with pytest.raises(Refused):
        run(under, READ)
    assert under.readers.spent == 0


def test_a_card_without_attributes_is_refused() -> None:
    under = DeskUnderTest()
    read = under.readers.read

    def without(*told: object, **named: object) -> CardRead:
        return replace(read(*told, **named), attributes=None)  # type: ignore[arg-type]

    under.readers.read = without  # type: ignore[method-assign]
    with pytest.raises(Refused) as refused:
        run(under, READ, typed())
    assert refused.value.failure.code is FailureCode.CARD_CONTENT_INVALID


@pytest.mark.parametrize(
    "found", [{"signature": FaceSignature.INVALID}, {"chip_genuine": False}], ids=["face", "chip"]
)
def test_a_card_that_is_not_what_it_says_identifies_nobody(found: dict[str, Any]) -> None:
    under = DeskUnderTest()
    read, memory = under.readers.read, typed()

    def forged(*told: object, **named: object) -> CardRead:
        return replace(read(*told, **named), **found)  # type: ignore[arg-type]

    under.readers.read = forged  # type: ignore[method-assign]
    with pytest.raises(Refused) as refused:
        run(under, READ, memory)
    assert refused.value.failure.code is FailureCode.CARD_SIGNATURE_INVALID
    assert memory.card is None


@pytest.mark.parametrize(("kind", "photo"), [(CredentialKind.CODE_B, True), (CredentialKind.TEXT_PIN, False)])
def test_only_the_code_of_the_face_opens_the_face(kind: CredentialKind, *, photo: bool) -> None:
    under = DeskUnderTest()
    card = under.readers.card
    assert card is not None
    card.secrets[kind] = "1234"
    memory = CaseMemory(credential=Credential(kind, "1234"))
    answer = run(under, replace(READ, credential=kind), memory)

    assert isinstance(answer, events.CardWasRead)
    assert memory.card is not None
    assert bool(memory.card.photo_png) is photo


def rendered(under: DeskUnderTest) -> tuple[CaseMemory, effects.SpoolPages]:
    memory = CaseMemory()
    answer = run(under, effects.RenderPages(case_id="c", turn=1, issue=CODED), memory)
    assert isinstance(answer, events.PagesRendered)
    issue = replace(CODED, p0_sha256=answer.p0_sha256)
    memory.seal, memory.seal_at = under.seal, under.clock.monotonic()
    return memory, effects.SpoolPages(case_id="c", turn=2, issue=issue)


def test_exactly_the_page_of_the_record_is_sealed_and_sent_once() -> None:
    under = DeskUnderTest()
    memory, spool = rendered(under)
    assert memory.pages is not None
    assert len(memory.previews) == memory.pages.page_count
    answer = run(under, spool, memory)

    assert answer == events.PagesSpooled(turn=2, job_id="1")
    assert [name for name, _ in under.queue.submitted] == ["issue-issue-7"]
    assert memory.seal is None


@pytest.mark.parametrize("lost", ["pages", "seal", "digest"])
def test_nothing_is_sent_that_is_not_the_released_page(lost: str) -> None:
    under = DeskUnderTest()
    memory, spool = rendered(under)
    if lost == "digest":
        spool = replace(spool, issue=replace(spool.issue, p0_sha256="00" * 32))
    else:
        setattr(memory, lost, None)
    with pytest.raises(Refused) as refused:
        run(under, spool, memory)

    assert refused.value.failure.code is FailureCode.PAGE_DIFFERS_FROM_RECORD
    assert under.queue.submitted == []


@pytest.mark.parametrize("digest", ["00" * 32, ""], ids=["another page", "no page"])
def test_nothing_is_released_but_the_page_in_memory_and_nothing_is_rendered_for_it(digest: str) -> None:
    under = DeskUnderTest()
    under.to_collating()
    memory = CaseMemory()
    if digest:
        run(under, effects.RenderPages(case_id="c", turn=8, issue=under.issue), memory)
    issue = replace(under.issue, p0_sha256=digest or under.issue.p0_sha256)

    with pytest.raises(Refused) as refused:
        run(under, effects.ReleasePages(case_id="c", turn=9, key="k", issue=issue), memory)
    assert refused.value.failure.code is FailureCode.PAGE_DIFFERS_FROM_RECORD
    assert memory.seal is None
    assert (memory.pages is None) is (not digest)
    assert under.registry.calls.count("release") == 1


@pytest.mark.parametrize(
    ("job", "code"),
    [
        (JobState.COMPLETED, None),
        (JobState.ABORTED, FailureCode.PRINT_ABORTED),
        (JobState.CANCELLED, FailureCode.PRINT_CANCELLED),
        *(
            (state, FailureCode.PRINT_OUTCOME_UNKNOWN)
            for state in (JobState.UNKNOWN, JobState.STOPPED, JobState.PENDING, JobState.PROCESSING)
        ),
    ],
)
def test_only_completed_is_no_failure(job: JobState, code: FailureCode | None) -> None:
    failure = failure_of(JobReport(job_id="1", job=job, device=DeviceState.READY))
    assert (failure.code if failure else None) is code


def test_a_printer_in_need_says_what_it_needs_and_a_working_one_nothing() -> None:
    told = {state: device_failure(state.value) for state in DeviceState}
    silent = {state for state, failure in told.items() if failure is None}
    assert silent == {DeviceState.READY, DeviceState.PRINTING}
    assert len({failure.code for failure in told.values() if failure}) == len(DeviceState) - 2
    assert device_failure("") is None


def test_a_person_is_found_by_what_the_evidence_says() -> None:
    by_card, by_papers = search_for(CARD), search_for(PAPERS)
    assert (by_card.name, by_card.birth_date, by_card.sex) == ("葛飾　春子", "19800217", CARD.attributes.sex)
    assert (by_papers.name_kana, by_papers.birth_date) == ("カツシカ　ハルコ", "19800217")
    assert (by_papers.name, by_papers.address, by_papers.sex) == ("", "", None)


@pytest.mark.parametrize("forget", [effects.ForgetSecrets, effects.ForgetPages])
def test_forgetting_is_never_work_for_a_lane(
    forget: type[effects.ForgetSecrets | effects.ForgetPages],
) -> None:
    with pytest.raises(TypeError):
        run(DeskUnderTest(), forget(case_id="c", turn=1))


def test_the_reason_of_a_spoiled_sheet_is_a_code() -> None:
    assert all(reason.value.isidentifier() for reason in SpoilReason)


def test_a_credential_never_shows_itself() -> None:
    credential = Credential(CredentialKind.TEXT_PIN, "1234")
    assert "1234" not in repr(credential)
    credential.wipe()
    credential.wipe()
    assert credential.reveal() == bytearray()
