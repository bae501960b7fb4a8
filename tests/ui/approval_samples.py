"""Approval and agents, as the clerk sees them: what the rules want, the wait, what came back."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.sample_values import (
    ADDRESS,
    FORM,
    ITEM_CODES,
    IVS_NAME,
    RULES,
    compare,
    page,
    paper_rows,
)
from ui.view_models import (
    AgentFields,
    ApprovalBody,
    Body,
    CheckBody,
    HandOverBody,
    ItemsBody,
    PapersBody,
    Primary,
    RuleRow,
    Step,
    Tick,
)

AGENT = AgentFields(
    name="川島　次郎",
    address=ADDRESS,
    mandate_date="R8.10.30",
    original_seen=True,
)
WANTING = ("requester", "identity", "approval")
COMPARE_AGENT = replace(
    compare("ワタナベ　カツミ", IVS_NAME, ""),
    source="papers",
    agent_name="川島　次郎",
    agent_address=ADDRESS,
)
APPROVAL_BODIES: dict[str, tuple[Step | None, Primary | None, Body]] = {
    "papers_agent": (
        Step.IDENTITY,
        Primary.FIND,
        PapersBody(
            papers=paper_rows("health_eligibility", "pension_book"),
            name_kana="ワタナベ　カツミ",
            birth_date="S60.4.3",
            agent=AGENT,
        ),
    ),
    "papers_agent_stopped": (
        Step.IDENTITY,
        Primary.FIND,
        PapersBody(
            papers=paper_rows("driving_licence"),
            name_kana="ワタナベ　カツミ",
            birth_date="S60.4.3",
            agent=replace(AGENT, original_seen=False, fault="original"),
        ),
    ),
    "compare_agent": (Step.IDENTITY, Primary.TO_PERSONS, COMPARE_AGENT),
    "items_agent": (
        Step.ITEMS,
        Primary.TO_FORM,
        ItemsBody(items=tuple(Tick(code=code) for code in ITEM_CODES[:3]), copies=1, without_numbers=True),
    ),
    "form_agent": (
        Step.FORM,
        Primary.TO_CHECK,
        replace(FORM, requester_name="川島　次郎", birth="", for_name=IVS_NAME),
    ),
    "check": (
        Step.CHECK,
        Primary.ASK_APPROVAL,
        CheckBody(
            rows=tuple(RuleRow(rule=rule, outcome="approval" if rule in WANTING else "ok") for rule in RULES),
            outcome="approval",
        ),
    ),
    "approval": (
        Step.APPROVAL,
        Primary.AWAIT_APPROVAL,
        ApprovalBody(phase="waiting", since="10:42", waiting=192, pages=(page(),) * 3),
    ),
    "approval_asking": (
        Step.APPROVAL,
        Primary.AWAIT_APPROVAL,
        ApprovalBody(phase="asking", pages=(page(),)),
    ),
    "approval_returned": (
        Step.APPROVAL,
        Primary.MEND,
        ApprovalBody(
            phase="returned",
            since="10:42",
            outcome="returned",
            by="佐藤　一郎",
            reason="papers",
            note="委任状の日付と請求書の日付が合っていません。委任した方に電話で確かめてください。" * 4,
            pages=(page(),),
        ),
    ),
    "approval_lapsed": (
        Step.APPROVAL,
        Primary.MEND,
        ApprovalBody(phase="returned", since="10:42", outcome="lapsed"),
    ),
    "hand_over_agent": (
        Step.HAND_OVER,
        Primary.HAND_OVER,
        HandOverBody(
            name="川島　次郎",
            scope="personal",
            copies=1,
            sheets=1,
            ticks=(Tick(code="name_stated"), Tick(code="sheets_counted")),
            by_agent=True,
        ),
    ),
}
