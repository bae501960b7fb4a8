"""The middle of every screen, in the fictitious town, with the longest and rarest that the counter meets."""

from __future__ import annotations

from dataclasses import replace

from ui.view_models import (
    AgentFields,
    ApprovalBody,
    Body,
    CardBody,
    CheckBody,
    Choice,
    ClosedBody,
    CollateBody,
    CompareBody,
    CompareRow,
    CredentialBody,
    FormBody,
    HandOverBody,
    HeldBody,
    IssueBody,
    ItemsBody,
    PageImage,
    PaperRow,
    PapersBody,
    PaymentBody,
    PersonRow,
    PersonsBody,
    Primary,
    ReceptionBody,
    ResidentListBody,
    ResidentRow,
    RuleRow,
    SheetRow,
    SignInBody,
    SpoilBody,
    Step,
    Tick,
    UncertainPrintBody,
    WithdrawBody,
)

IVS_NAME = "渡邉\U000e0110　葛\U000e0102美"
NON_BMP_NAME = "𠮷田　太郎"
LATIN_NAME = (
    "ALEXANDRA MARIA MONTSERRAT CONSTANTINOPOULOS DE LA FUENTE Y VILLANUEVA KRISHNAMURTHY-RAMACHANDRAN OKA"
)
ADDRESS = "架空県架空町大字中原一丁目12番地3　メゾン架空ヒルズ壱番館1203号"

PURPOSES = tuple(
    Choice(code=code, label=label)
    for code, label in (
        ("bank", "金融機関"),
        ("child", "児童手当・保育"),
        ("housing", "住宅・賃貸"),
        ("licence", "免許・資格"),
        ("other", "その他"),
        ("pension", "年金の請求"),
        ("school", "学校"),
        ("vehicle", "自動車の登録"),
        ("work", "勤務先"),
    )
)
REQUESTERS = ("OWN", "LEGAL_REP", "AGENT", "MESSENGER", "THIRD", "PRO", "OFFICIAL")
PAPER_KINDS = (
    "driving_licence",
    "passport",
    "residence_card",
    "disability_certificate",
    "health_eligibility",
    "pension_book",
    "care_insurance",
    "questions",
)
ITEM_CODES = ("head_and_relationship", "honseki", "foreign_status", "my_number", "resident_code")
RULES = ("requester", "identity", "spoken", "form", "selection", "approval", "record", "restriction")
AGENT = AgentFields(
    name="川島　次郎",
    address=ADDRESS,
    mandate_date="R8.10.30",
    original_seen=True,
)
REASONS = ("jam", "misprint", "not_printed", "visitor_left", "correction", "record_changed")


def page() -> PageImage:
    """A grey page: what it shows does not matter here."""
    return PageImage(width=210, height=297, rgba=bytes((238, 238, 238, 255)) * (210 * 297))


def sheets(*states: str) -> tuple[SheetRow, ...]:
    """Sheets of one job in these states."""
    return tuple(
        SheetRow(number=f"999997-02-20261123-000031-{index}", index=index, total=len(states), state=state)
        for index, state in enumerate(states, start=1)
    )


def paper_rows(*shown: str, **faults: str) -> tuple[PaperRow, ...]:
    """The list of papers, these of them shown and typed, and some stopped by what is named."""
    return tuple(
        PaperRow(
            code=kind,
            ticked=kind in shown,
            numbered=kind != "questions",
            must_expire=kind in (*PAPER_KINDS[:3], "health_eligibility"),
            number="0123" if kind in shown else "",
            expires="R9.4.3" if kind in shown else "",
            fault=faults.get(kind, ""),
        )
        for kind in PAPER_KINDS
    )


def _compare(name_card: str, name_register: str, note: str, *values: str) -> CompareBody:
    return CompareBody(
        as_of="10:42",
        signature="verified",
        revocation="unchecked",
        rows=(
            CompareRow(
                attribute="name",
                card=name_card,
                register=name_register,
                differs=True,
                note=note,
                note_values=values,
            ),
            CompareRow(attribute="birth_date", card="昭和60年4月3日", register="昭和60年4月3日"),
            CompareRow(attribute="address", card=ADDRESS, register=ADDRESS),
            CompareRow(attribute="sex", card="女", register="女"),
        ),
        spoken=tuple(
            Tick(code=code, ticked=code in ("name", "birth_date"))
            for code in ("name", "birth_date", "address", "head", "honseki")
        ),
    )


def _person(number: int, name: str, *, included: bool = True, held: bool = False) -> PersonRow:
    return PersonRow(
        resident_id=f"r{number}",
        name=name,
        relationship="妻（未届）" if number == 2 else "子の子",
        birth="昭和60年12月23日",
        included=included,
        held=held,
    )


HOUSEHOLD = (
    _person(1, IVS_NAME),
    _person(2, NON_BMP_NAME),
    _person(3, "渡邊　隆", included=False),
    _person(4, "渡邊　さくら", included=False, held=True),
    PersonRow(
        resident_id="r5", name="", relationship="", birth="", included=False, held=True, concealed=True
    ),
    *(
        _person(number, f"渡邊　{given}")
        for number, given in enumerate(("一郎", "二郎", "三郎", "四郎"), start=6)
    ),
)
FORM = FormBody(
    requester_name=IVS_NAME,
    birth="昭和60年4月3日",
    address=ADDRESS,
    scope="whole_household",
    persons=tuple(person.name for person in HOUSEHOLD if person.name),
    items=("head_and_relationship", "honseki"),
    copies=2,
    purpose="年金の請求",
    form="printed",
    number="000031",
    signature_seen=True,
)

WANTING = ("requester", "identity", "approval")
COMPARE_AGENT = replace(
    _compare("ワタナベ　カツミ", IVS_NAME, ""),
    source="papers",
    agent_name="川島　次郎",
    agent_address=ADDRESS,
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
        Primary.RECORD_HELD,
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
        _compare("渡辺　葛美", IVS_NAME, "substitute_character", "辺", "邉\U000e0110"),
    ),
    "compare_agent": (Step.IDENTITY, Primary.TO_PERSONS, COMPARE_AGENT),
    "compare_latin": (Step.IDENTITY, Primary.TO_PERSONS, _compare(LATIN_NAME, LATIN_NAME, "latin")),
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
    "items_agent": (
        Step.ITEMS,
        Primary.TO_FORM,
        ItemsBody(items=tuple(Tick(code=code) for code in ITEM_CODES[:3]), copies=1, without_numbers=True),
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
}
