"""What an approver compares: a sound record agrees, and each planted difference is found in its own line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from counter_app.application.approval_port import ApprovalRecord
from counter_app.domain.certificates import CertificateKind, Item, Scope
from counter_app.domain.identity import IdentityLevel, IdentityMethod, Paper, PaperKind
from counter_app.domain.render_model import MASKED_NUMBER, Numbers, compose
from counter_app.domain.requests import IdentityClaim, IssueRequest, RequesterKind
from tests.unit.presenters.approver_under_test import AGENT, LICENCE, PAPERS, REQUEST, record
from tests.unit.presenters.town import HOUSEHOLD, NAME, PACK, TODAY
from ui.presenters.approver_comparing import any_differs, compared
from ui.view_models import ComparedLine

BY_CARD = IdentityClaim(level=IdentityLevel.P1, method=IdentityMethod.CARD_CODE_B)
SELF = replace(REQUEST, requester=RequesterKind.SELF, identity=BY_CARD, agent=None)
Change = Callable[[ApprovalRecord], ApprovalRecord]


def lines(one: ApprovalRecord) -> dict[str, ComparedLine]:
    """The lines by their code."""
    return {line.code: line for line in compared(one, PACK)}


def verdicts(one: ApprovalRecord) -> dict[str, str]:
    """The lines that are not 一致."""
    return {code: line.verdict for code, line in lines(one).items() if line.verdict != "same"}


def asking(request: IssueRequest) -> Change:
    """The request is another one; the page stays."""
    return lambda one: replace(one, request=request)


def printing(**changes: object) -> Change:
    """The page says something else; the request stays."""
    return lambda one: replace(one, model=replace(one.model, **changes))  # type: ignore[arg-type]


def person(**changes: object) -> Change:
    """The first person's block says something else."""

    def change(one: ApprovalRecord) -> ApprovalRecord:
        first, *others = one.model.persons
        persons = (replace(first, **changes), *others)  # type: ignore[arg-type]
        return replace(one, model=replace(one.model, persons=persons))

    return change


def with_items(*items: Item, request: IssueRequest = SELF) -> ApprovalRecord:
    """A record whose page prints ``items``, the numbers included."""
    selection = replace(request.selection, items=frozenset(items))
    one = record(request=replace(request, selection=selection))
    numbers = {m.resident_id: Numbers(my_number="0" * 12, resident_code="0" * 11) for m in HOUSEHOLD.members}
    return replace(one, model=compose(HOUSEHOLD, selection, PACK, TODAY, numbers=numbers))


def test_an_agents_record_agrees_with_itself_line_by_line() -> None:
    found = lines(record())

    assert list(found) == [
        "requester",
        "visitor",
        "persons",
        "items",
        "restriction",
        "fee",
        "form",
        "earlier",
    ]
    assert verdicts(record()) == {}
    assert found["requester"].names == (AGENT.name, NAME)
    assert found["requester"].dates == ("令和8年10月30日",)
    assert found["visitor"] == ComparedLine(
        code="visitor",
        verdict="same",
        kind="papers",
        names=(AGENT.name,),
        codes=("driving_licence",),
        dates=("令和11年3月1日",),
        counts=(2,),
    )
    assert (found["persons"].names, found["persons"].kind) == ((NAME,), "personal")
    assert found["restriction"].at == "08:59:08"
    assert found["fee"].counts == (2, 2, 600, 300)
    assert found["form"].kind == dict(PACK.purposes).get("pension", "pension")


@pytest.mark.parametrize(
    "request_made",
    [
        SELF,
        replace(SELF, requester=RequesterKind.SAME_HOUSEHOLD),
        replace(
            SELF,
            requester=RequesterKind.SAME_HOUSEHOLD,
            selection=replace(SELF.selection, resident_ids=("r2",)),
        ),
        replace(
            SELF,
            selection=replace(
                SELF.selection, scope=Scope.WHOLE_HOUSEHOLD, resident_ids=("r2", "r1"), copies=3
            ),
        ),
    ],
)
def test_a_record_of_ones_own_household_agrees_too(request_made: IssueRequest) -> None:
    assert verdicts(record(request=request_made)) == {}


@pytest.mark.parametrize("items", [(item,) for item in Item] + [tuple(Item)])
def test_an_item_that_was_asked_for_and_is_printed_agrees(items: tuple[Item, ...]) -> None:
    one = with_items(*items)

    assert verdicts(one) == {}
    line = lines(one)["items"]
    assert line.codes == tuple(item.value for item in items)
    assert line.marked is bool({Item.MY_NUMBER, Item.RESIDENT_CODE} & set(items))


REQUESTER: tuple[Change, ...] = (
    asking(replace(REQUEST, agent=None)),
    asking(replace(REQUEST, agent=replace(AGENT, original_seen=False))),
    asking(replace(REQUEST, agent=replace(AGENT, mandate_date="2026-11-25"))),
    asking(replace(REQUEST, agent=replace(AGENT, mandate_date="someday"))),
    asking(replace(REQUEST, requester=RequesterKind.SELF)),
    asking(replace(REQUEST, requester=RequesterKind.THIRD_PARTY, agent=None)),
    lambda one: replace(one, requester_name="架空　花子"),
)
VISITOR: tuple[Change, ...] = (
    asking(replace(REQUEST, identity=replace(PAPERS, level=IdentityLevel.P2))),
    asking(replace(REQUEST, identity=replace(PAPERS, papers=()))),
    asking(replace(REQUEST, identity=replace(PAPERS, papers=(replace(LICENCE, expires="2026-11-23"),)))),
    asking(replace(REQUEST, identity=replace(PAPERS, papers=(replace(LICENCE, masked_number=""),)))),
    asking(replace(REQUEST, identity=replace(PAPERS, method=IdentityMethod.CARD_CODE_B))),
)
PERSONS: tuple[Change, ...] = (
    person(name="渡邉　葛美"),
    printing(persons=()),
    printing(kind=CertificateKind.PART_OF_HOUSEHOLD),
    lambda one: replace(one, persons=("架空　花子",)),
    lambda one: replace(one, model=replace(one.model, persons=one.model.persons * 2)),
)
ITEMS: tuple[Change, ...] = (
    person(relationship="世帯主"),
    person(honseki="架空県架空町大字中原１２番地"),
    person(hittousha=NAME),
    person(my_number="0" * 12),
    person(my_number=MASKED_NUMBER),
    person(resident_code="0" * 11),
    person(notes=("国籍・地域　架空国",)),
    printing(head_name=NAME),
    asking(replace(REQUEST, selection=replace(REQUEST.selection, items=frozenset({Item.HONSEKI})))),
    asking(replace(REQUEST, selection=replace(REQUEST.selection, items=frozenset({Item.MY_NUMBER})))),
)
FEE: tuple[Change, ...] = (
    lambda one: replace(one, fee=one.fee - 1),
    lambda one: replace(one, stamps=one.stamps[:1]),
    lambda one: replace(one, stamps=(one.stamps[0], one.stamps[0])),
    lambda one: replace(one, stamps=(one.stamps[0], replace(one.stamps[1], number=one.stamps[0].number))),
    asking(replace(REQUEST, selection=replace(REQUEST.selection, copies=1))),
)
FORM: tuple[Change, ...] = (
    asking(replace(REQUEST, form=replace(REQUEST.form, signature_seen=False))),
    asking(replace(REQUEST, form=replace(REQUEST.form, number=" "))),
    printing(attestation="この写しは、原本と相違ないことを証明する。"),
    printing(mayor_name="架空　次郎"),
    printing(town_code="999998"),
    printing(title="戸籍の附票"),
)
PLANTED = [
    *(("requester", change) for change in REQUESTER),
    *(("visitor", change) for change in VISITOR),
    *(("persons", change) for change in PERSONS),
    *(("items", change) for change in ITEMS),
    ("restriction", lambda one: replace(one, restriction_version="")),
    *(("fee", change) for change in FEE),
    *(("form", change) for change in FORM),
]


@pytest.mark.parametrize(("code", "change"), PLANTED)
def test_a_difference_is_found_in_its_own_line(code: str, change: Change) -> None:
    one = change(record())

    assert verdicts(one)[code] == "differs"
    assert any_differs(compared(one, PACK))


def test_an_item_that_was_asked_for_but_is_masked_or_left_out_differs() -> None:
    one = with_items(Item.MY_NUMBER, Item.HONSEKI)

    assert verdicts(person(my_number=MASKED_NUMBER)(one)) == {"items": "differs"}
    assert verdicts(person(honseki=PACK.omitted)(one)) == {"items": "differs"}


def test_one_identified_by_questions_is_for_the_approver_to_judge() -> None:
    claim = replace(PAPERS, level=IdentityLevel.P3, papers=(Paper(kind=PaperKind.QUESTIONS),))
    one = record(request=replace(SELF, identity=claim))

    assert verdicts(one) == {"visitor": "attention"}
    assert lines(one)["visitor"].codes == ()
    assert not any_differs(compared(one, PACK))


def test_earlier_certificates_of_the_same_requester_ask_for_attention() -> None:
    one = replace(record(), earlier_issues=2)

    assert verdicts(one) == {"earlier": "attention"}
    assert lines(one)["earlier"].counts == (2,)
