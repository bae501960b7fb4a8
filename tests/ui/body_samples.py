"""The middle of every screen, in the fictitious town, with the longest and rarest that the counter meets."""

from __future__ import annotations

from tests.ui.approval_samples import APPROVAL_BODIES
from tests.ui.sample_values import (
    ADDRESS,
    FORM,
    HOUSEHOLD,
    ITEM_CODES,
    IVS_NAME,
    LATIN_NAME,
    PURPOSES,
    REASONS,
    REQUESTERS,
    compare,
    page,
    paper_rows,
    sheets,
)
from ui.view_models import (
    Body,
    CardBody,
    ClosedBody,
    CollateBody,
    CredentialBody,
    HandOverBody,
    HeldBody,
    IssueBody,
    ItemsBody,
    PapersBody,
    PaymentBody,
    PersonsBody,
    Primary,
    ReceptionBody,
    ResidentListBody,
    ResidentRow,
    SignInBody,
    SpoilBody,
    Step,
    Tick,
    UncertainPrintBody,
    WithdrawBody,
)

BODIES: dict[str, tuple[Step | None, Primary | None, Body]] = {
    "sign_in": (
        None,
        Primary.SIGN_IN,
        SignInBody(
            phase="browser",
            url_hint="http://127.0.0.1:8443/authorize",
            practice=("yamada", "架空-4821-合言葉"),
        ),
    ),
    "reception": (
        Step.RECEPTION,
        Primary.TO_IDENTITY,
        ReceptionBody(
            purposes=PURPOSES,
            chosen="pension",
            requesters=REQUESTERS,
            requester="OWN",
            destination="架空年金事務所",
        ),
    ),
    "reception_agent": (
        Step.RECEPTION,
        Primary.TO_IDENTITY,
        ReceptionBody(purposes=PURPOSES, chosen="pension", requesters=REQUESTERS, requester="AGENT"),
    ),
    "card": (Step.IDENTITY, None, CardBody(phase="place")),
    "code_b": (Step.IDENTITY, Primary.READ_CARD, CredentialBody(kind="code_b", tries_left=10)),
    "pin": (Step.IDENTITY, Primary.LAST_TRY, CredentialBody(kind="text_pin", tries_left=1)),
    "papers": (
        Step.IDENTITY,
        Primary.FIND,
        PapersBody(
            papers=paper_rows("health_eligibility", "pension_book"),
            name_kana="ワタナベ　カツミ",
            birth_date="S60.4.3",
        ),
    ),
    "resident_list": (
        Step.IDENTITY,
        Primary.CHOOSE_RESIDENT,
        ResidentListBody(
            rows=(
                ResidentRow(
                    resident_id="r1",
                    name=IVS_NAME,
                    birth="昭和60年4月3日",
                    address=ADDRESS,
                    head_name="渡邊　隆",
                ),
                ResidentRow(
                    resident_id="r2",
                    name="渡辺　克美",
                    birth="昭和60年4月3日",
                    address="架空県架空町字東5番地",
                    head_name="渡辺　克美",
                ),
                ResidentRow(resident_id="r3", name="", birth="", address="", head_name="", concealed=True),
            ),
            chosen="r1",
        ),
    ),
    "compare": (
        Step.IDENTITY,
        Primary.TO_PERSONS,
        compare("渡辺　葛美", IVS_NAME, "substitute_character", "辺", "邉\U000e0110"),
    ),
    "compare_latin": (Step.IDENTITY, Primary.TO_PERSONS, compare(LATIN_NAME, LATIN_NAME, "latin")),
    "persons": (
        Step.PERSONS,
        Primary.TO_ITEMS,
        PersonsBody(
            scopes=("whole_household", "part_of_household", "personal"),
            scope="part_of_household",
            rows=HOUSEHOLD,
            choosing=True,
        ),
    ),
    "items": (
        Step.ITEMS,
        Primary.TO_FORM,
        ItemsBody(items=tuple(Tick(code=code, ticked=code == "honseki") for code in ITEM_CODES), copies=2),
    ),
    "items_preview": (
        Step.ITEMS,
        Primary.TO_FORM,
        ItemsBody(
            items=tuple(Tick(code=code) for code in ITEM_CODES),
            copies=1,
            preview=(page(), page(), page()),
            preview_held=True,
        ),
    ),
    "form": (Step.FORM, Primary.TO_CHECK, FORM),
    "held": (Step.CHECK, Primary.CLOSE, HeldBody(number="031")),
    "issue": (
        Step.ISSUE,
        Primary.PRINT,
        IssueBody(phase="ready", pages=(page(),) * 3, sheets=sheets("reserved", "reserved", "reserved")),
    ),
    "printing": (
        Step.ISSUE,
        None,
        IssueBody(
            phase="printing",
            pages=(page(),),
            sheets=sheets("printing"),
            printer="jammed",
        ),
    ),
    "collate": (
        Step.COLLATE,
        Primary.TO_PAYMENT,
        CollateBody(sheets=sheets("collated", "spooled", "spooled")),
    ),
    "collate_wrong": (
        Step.COLLATE,
        Primary.TO_PAYMENT,
        CollateBody(sheets=sheets("collated", "spooled"), wrong="SHEET_OF_OTHER_CASE"),
    ),
    "payment": (
        Step.PAYMENT,
        Primary.TO_HAND_OVER,
        PaymentBody(amount=1200, received=10000, change=8800),
    ),
    "hand_over": (
        Step.HAND_OVER,
        Primary.HAND_OVER,
        HandOverBody(
            name=IVS_NAME,
            scope="whole_household",
            copies=2,
            sheets=6,
            ticks=(Tick(code="name_stated", ticked=True), Tick(code="sheets_counted")),
        ),
    ),
    "hand_over_latin": (
        Step.HAND_OVER,
        Primary.HAND_OVER,
        HandOverBody(
            name=LATIN_NAME,
            scope="personal",
            copies=1,
            sheets=1,
            ticks=(Tick(code="name_stated"), Tick(code="sheets_counted")),
        ),
    ),
    "closed": (None, Primary.NEW_CASE, ClosedBody(number="031", outcome="handed_over")),
    "uncertain": (
        Step.ISSUE,
        Primary.RECORD_ANSWERS,
        UncertainPrintBody(sheets=sheets("unknown", "unknown"), current="999997-02-20261123-000031-1"),
    ),
    "spoil": (
        Step.COLLATE,
        Primary.RECORD_SPOILED,
        SpoilBody(sheets=sheets("spooled", "collated"), reasons=REASONS, chosen="jam"),
    ),
    "withdraw": (
        Step.ITEMS,
        Primary.RECORD_WITHDRAWN,
        WithdrawBody(reasons=("visitor", "papers_missing", "mistake"), chosen="mistake"),
    ),
    **APPROVAL_BODIES,
}
