"""What an approver compares: the gateway's record of the request against the page that would print. Pure.

The lines are those of knowledge/domain.md 4.3. 不一致 may never be approved; 注意 is for his judgement.
"""

from __future__ import annotations

from datetime import date, datetime

from counter_app.application.approval_port import ApprovalRecord
from counter_app.domain import wareki
from counter_app.domain.certificates import NEED_APPROVAL, CertificateKind, Item, Scope
from counter_app.domain.identity import (
    IdentityLevel,
    IdentityMethod,
    PaperKind,
    in_force,
    level_of_papers,
    mandated,
    recorded,
)
from counter_app.domain.packs import Pack
from counter_app.domain.render_model import PrintedPerson, paginate
from counter_app.domain.requests import OWN, RequesterKind
from ui.view_models.approver import ComparedLine

SAME, ATTENTION, DIFFERS = "same", "attention", "differs"
_KINDS = {
    Scope.PERSONAL: {CertificateKind.PERSONAL},
    Scope.PART_OF_HOUSEHOLD: {CertificateKind.PART_OF_HOUSEHOLD},
    # 世帯全員 was asked for, but not all may be on it: then it is attested as a part (certificates.py)
    Scope.WHOLE_HOUSEHOLD: {CertificateKind.WHOLE_HOUSEHOLD, CertificateKind.PART_OF_HOUSEHOLD},
}


def compared(record: ApprovalRecord, pack: Pack) -> tuple[ComparedLine, ...]:
    """Every line, in the order in which they are looked at. ``pack``: the town's, in force today."""
    return (
        _requester(record),
        _visitor(record),
        _persons(record),
        _items(record, pack),
        _restriction(record),
        _fee(record, pack),
        _form(record, pack),
        _earlier(record),
    )


def any_differs(lines: tuple[ComparedLine, ...]) -> bool:
    """Tell whether something makes approving impossible."""
    return any(line.verdict == DIFFERS for line in lines)


def _same_if(condition: bool) -> str:
    return SAME if condition else DIFFERS


def _checked(record: ApprovalRecord) -> datetime:
    return datetime.fromisoformat(record.checked_at)


def _time(record: ApprovalRecord) -> str:
    return f"{_checked(record):%H:%M:%S}"


def _day(iso: str) -> str:
    """A day as on paper; what is no day stays as it was written, to be seen."""
    try:
        return wareki.print_wareki(date.fromisoformat(iso))
    except ValueError:
        return iso


def _requester(record: ApprovalRecord) -> ComparedLine:
    """請求者: by what right he asks. Who gave the 委任状, or asks for himself, must be on the page."""
    request, agent = record.request, record.request.agent
    on_page = record.requester_name in [person.name for person in record.model.persons]
    if request.requester is RequesterKind.AGENT:
        sound = on_page and mandated(agent, _checked(record).date())
        names = (record.requester_name,) if agent is None else (agent.name, record.requester_name)
        dates = () if agent is None else (_day(agent.mandate_date),)
    else:
        sound = request.requester in OWN and agent is None
        sound = sound and (on_page or request.requester is not RequesterKind.SELF)
        names, dates = (record.requester_name,), ()
    return ComparedLine(
        code="requester", verdict=_same_if(sound), kind=request.requester.value, names=names, dates=dates
    )


def _visitor(record: ApprovalRecord) -> ComparedLine:
    """窓口に来た人: how he was identified. The level follows from his papers; P3 is to be judged."""
    request, claim = record.request, record.request.identity
    today = _checked(record).date()
    by_papers = claim.method is IdentityMethod.PAPERS
    level = level_of_papers(claim.papers) if by_papers else IdentityLevel.P1
    told = all(recorded(paper) and in_force(paper, today) for paper in claim.papers)
    sound = level is claim.level and by_papers is bool(claim.papers) and told
    # what was only asked for aloud is nobody's paper
    papers = [paper for paper in claim.papers if paper.kind is not PaperKind.QUESTIONS]
    weak = level is IdentityLevel.P3
    return ComparedLine(
        code="visitor",
        verdict=(ATTENTION if weak else SAME) if sound else DIFFERS,
        kind=claim.method.value,
        names=(record.requester_name if request.agent is None else request.agent.name,),
        codes=tuple(paper.kind.value for paper in papers),
        dates=tuple(_day(paper.expires) if paper.expires else "" for paper in papers),
        counts=(len(claim.spoken),),
    )


def _persons(record: ApprovalRecord) -> ComparedLine:
    """紙面に載る人: the persons of the request, each once, and nobody else."""
    selection, model = record.request.selection, record.model
    printed = tuple(person.name for person in model.persons)
    as_asked = len(printed) == len(selection.resident_ids) and model.kind in _KINDS[selection.scope]
    return ComparedLine(
        code="persons",
        verdict=_same_if(sorted(printed) == sorted(record.persons) and as_asked),
        kind=_scope_printed(model.kind).value,
        names=printed,
        counts=(len(printed),),
    )


def _scope_printed(kind: CertificateKind) -> Scope:
    return next(scope for scope, kinds in _KINDS.items() if kind in kinds)


def _items(record: ApprovalRecord, pack: Pack) -> ComparedLine:
    """載せる項目: what was asked for is printed, and what was not is 省略."""
    asked = record.request.selection.items
    sound = all(_item_as_asked(record, item, pack.omitted, asked=item in asked) for item in Item)
    return ComparedLine(
        code="items",
        verdict=_same_if(sound),
        codes=tuple(item.value for item in Item if item in asked),
        text=record.request.form.number,
        marked=bool(asked & NEED_APPROVAL),
    )


def _item_as_asked(record: ApprovalRecord, item: Item, omitted: str, *, asked: bool) -> bool:
    """Every place of ``item`` that the page has; an empty one (本籍 of a foreigner) is no place."""
    places = [text for person in record.model.persons for text in _places(person, item) if text]
    if item is Item.HEAD_AND_RELATIONSHIP:
        places.append(record.model.head_name)
    if not asked:
        return all(text == omitted for text in places)
    if item in NEED_APPROVAL:  # a number that is masked or absent is no number
        return bool(places) and all(text.isascii() and text.isdecimal() for text in places)
    return omitted not in places


_FOREIGN_LABELS = ("国籍・地域", "30条の45に規定する区分")


def _places(person: PrintedPerson, item: Item) -> tuple[str, ...]:
    match item:
        case Item.HEAD_AND_RELATIONSHIP:
            return (person.relationship,)
        case Item.HONSEKI:
            return (person.honseki, person.hittousha)
        case Item.FOREIGN_STATUS:
            labelled = (note.partition("　") for note in person.notes)
            return tuple(value for label, _, value in labelled if label in _FOREIGN_LABELS)
        case Item.MY_NUMBER:
            return (person.my_number,)
        case Item.RESIDENT_CODE:
            return (person.resident_code,)


def _restriction(record: ApprovalRecord) -> ComparedLine:
    """制限: no flag stops it, by the state of flags that the gateway names; it asks again when he signs."""
    return ComparedLine(
        code="restriction", verdict=_same_if(bool(record.restriction_version)), at=_time(record)
    )


def _fee(record: ApprovalRecord, pack: Pack) -> ComparedLine:
    """通数・手数料: every copy has all its sheets once, and costs what the town's ordinance says."""
    copies, sheets = record.request.selection.copies, paginate(record.model)
    stamped = [(stamp.copy, stamp.page, stamp.pages) for stamp in record.stamps]
    wanted = [(copy, page, sheets) for copy in range(1, copies + 1) for page in range(1, sheets + 1)]
    fee = pack.certificates[record.model.kind].fee
    numbers = {stamp.number for stamp in record.stamps}
    sound = stamped == wanted and len(numbers) == len(stamped) and record.fee == fee * copies
    return ComparedLine(code="fee", verdict=_same_if(sound), counts=(copies, len(stamped), record.fee, fee))


def _form(record: ApprovalRecord, pack: Pack) -> ComparedLine:
    """請求書: signed, and the page's own words are the town's for this certificate (data pack)."""
    request, model = record.request, record.model
    words = pack.certificates[model.kind]
    town = (model.town_code, model.town_name, model.mayor_title, model.mayor_name)
    of_pack = (pack.town_code, pack.town_name, pack.mayor_title, pack.mayor_name)
    worded = town == of_pack and (model.title, model.attestation) == (words.title, words.attestation)
    signed = request.form.signature_seen and bool(request.form.number.strip())
    return ComparedLine(
        code="form",
        verdict=_same_if(worded and signed),
        kind=dict(pack.purposes).get(request.purpose, request.purpose),
        text=request.destination,
    )


def _earlier(record: ApprovalRecord) -> ComparedLine:
    """この請求者の過去30日: how often; whether it is too often is the approver's to judge."""
    verdict = ATTENTION if record.earlier_issues else SAME
    return ComparedLine(code="earlier", verdict=verdict, counts=(record.earlier_issues,), at=_time(record))
