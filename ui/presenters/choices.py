"""対象者 and 項目・通数: who will be on the page, and what of them."""

from __future__ import annotations

from counter_app.domain.certificates import NEED_APPROVAL, Item, Scope
from counter_app.domain.identity import IdentityLevel, level_of
from counter_app.domain.issuance import states
from counter_app.domain.issuance.values import Order
from counter_app.domain.requests import OWN
from counter_app.domain.residents import Member
from ui.presenters.page import Around, Page, trouble_of
from ui.view_models import Action, ItemsBody, PersonRow, PersonsBody, Primary, PrimaryButton, Step, Tick


def choosing_persons(state: states.ChoosingPersons, _around: Around) -> Page:
    """The household as rows. That something is held is shown, why is nowhere in this program."""
    rows = tuple(_person(member, state.resident_ids) for member in state.identity.household.members)
    return Page(
        step=Step.PERSONS,
        body=PersonsBody(
            scopes=tuple(scope.value for scope in Scope),
            scope=state.scope.value,
            rows=rows,
            choosing=state.scope is not Scope.WHOLE_HOUSEHOLD,
        ),
        primary=PrimaryButton(label=Primary.TO_ITEMS, enabled=bool(state.resident_ids)),
    )


def _person(member: Member, chosen: tuple[str, ...]) -> PersonRow:
    resident = member.resident
    return PersonRow(
        resident_id=member.resident_id,
        name="" if resident is None else resident.name,
        relationship="" if resident is None else resident.relationship,
        birth="" if resident is None else resident.birth.printed(western=resident.foreign is not None),
        included=member.resident_id in chosen,
        held=member.held,
        concealed=resident is None,
    )


def may_have_numbers(order: Order) -> bool:
    """Tell whether 個人番号 and 住民票コード can be asked for here: in one's own right, on one strong paper.

    To an agent they go by mail, and weaker papers do not do (knowledge/domain.md 1.2, 1.4). They are not
    offered then, because a request for them could only end held; the rules ask the same again.
    """
    strong = level_of(order.identity.evidence) is IdentityLevel.P1
    return order.requester in OWN and strong


def items_offered(order: Order) -> tuple[Item, ...]:
    """The items that can mean something here: no 本籍 for foreign residents, and so on.

    What is chosen already stays offered, so that it can be taken back.
    """
    household, selection = order.identity.household, order.selection
    residents = [household.member(resident_id).resident for resident_id in selection.resident_ids]
    foreign = [resident is not None and resident.foreign is not None for resident in residents]
    without = set() if may_have_numbers(order) else set(NEED_APPROVAL - selection.items)
    if all(foreign):
        without.add(Item.HONSEKI)
    if not any(foreign):
        without.add(Item.FOREIGN_STATUS)
    return tuple(item for item in Item if item not in without)


def choosing_items(state: states.ChoosingItems, around: Around) -> Page:
    """Every sensitive item is omitted unless asked for (住民基本台帳法12条5項)."""
    selection = state.order.selection
    offered = items_offered(state.order)
    return Page(
        step=Step.ITEMS,
        body=ItemsBody(
            items=tuple(Tick(code=item.value, ticked=item in selection.items) for item in offered),
            copies=selection.copies,
            without_numbers=not may_have_numbers(state.order),
            preview=around.ahead.sheets,
            preview_held=around.ahead.held,
        ),
        primary=PrimaryButton(label=Primary.TO_FORM),
        extra=(Action.PRINT_FORM, Action.PREVIEW),
        trouble=trouble_of(around.ahead.failure),
    )
