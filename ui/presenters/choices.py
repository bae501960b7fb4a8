"""対象者 and 項目・通数: who will be on the page, and what of them."""

from __future__ import annotations

from counter_app.domain.certificates import Item, Scope
from counter_app.domain.issuance import states
from counter_app.domain.residents import Household, Member
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


def items_offered(household: Household, chosen: tuple[str, ...]) -> tuple[Item, ...]:
    """The items that can mean something for these persons: no 本籍 for foreign residents, and so on."""
    residents = [household.member(resident_id).resident for resident_id in chosen]
    foreign = [resident is not None and resident.foreign is not None for resident in residents]
    without = set()
    if all(foreign):
        without.add(Item.HONSEKI)
    if not any(foreign):
        without.add(Item.FOREIGN_STATUS)
    return tuple(item for item in Item if item not in without)


def choosing_items(state: states.ChoosingItems, around: Around) -> Page:
    """Every sensitive item is omitted unless asked for (住民基本台帳法12条5項)."""
    selection = state.order.selection
    offered = items_offered(state.order.identity.household, selection.resident_ids)
    return Page(
        step=Step.ITEMS,
        body=ItemsBody(
            items=tuple(Tick(code=item.value, ticked=item in selection.items) for item in offered),
            copies=selection.copies,
            preview=around.ahead.sheets,
            preview_held=around.ahead.held,
        ),
        primary=PrimaryButton(label=Primary.TO_FORM),
        extra=(Action.PRINT_FORM, Action.PREVIEW),
        trouble=trouble_of(around.ahead.failure),
    )
