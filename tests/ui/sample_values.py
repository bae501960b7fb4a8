"""What the samples of screens are made of: names, lists and rows of the fictitious town."""

from __future__ import annotations

from ui.view_models import (
    Choice,
    CompareBody,
    CompareRow,
    FormBody,
    PageImage,
    PaperRow,
    PersonRow,
    SheetRow,
    Tick,
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


def compare(name_card: str, name_register: str, note: str, *values: str) -> CompareBody:
    """A card beside the register, the name as told."""
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
