"""F9 at 項目・通数: the page as it would print now, for the eye only."""

from __future__ import annotations

from counter_app.application.lanes_port import Lane
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import TODAY, resident
from ui import view_models as vm

PAGE = vm.PageImage(width=1, height=1, rgba=bytes(4))


def items(counter: Counter) -> vm.ItemsBody:
    assert isinstance(counter.body, vm.ItemsBody)
    return counter.body


def test_the_page_is_there_while_f9_is_held_and_gone_with_it() -> None:
    counter = Counter()
    counter.to_items()
    assert vm.Action.PREVIEW in counter.actions

    counter.do(vm.PreviewHeld(held=True))
    assert (items(counter).preview_held, items(counter).preview) == (True, (PAGE,))
    drawn = counter.pages.drafts[-1]
    assert drawn.issued_on == TODAY.isoformat()
    assert [person.name for person in drawn.persons] == ["渡邉　葛\U000e0100美"]
    counter.do(vm.PreviewHeld(held=False))

    assert (items(counter).preview_held, items(counter).preview) == (False, ())
    assert counter.registry.calls.count("allot") == 0


def test_the_page_follows_every_tick() -> None:
    counter = Counter()
    counter.to_items()
    counter.do(vm.PreviewHeld(held=True), vm.ItemToggled("honseki"))

    assert items(counter).preview == (PAGE,)
    omitted, shown = (draft.persons[0].honseki for draft in counter.pages.drafts)
    assert omitted != shown == "架空県架空町大字中原１２番地"


def test_a_page_that_comes_after_f9_went_up_is_not_drawn_and_not_shown() -> None:
    counter = Counter()
    counter.to_items()
    counter.presenter.handle(vm.PreviewHeld(held=True))
    counter.presenter.handle(vm.PreviewHeld(held=False))
    counter.lanes.run_all()

    assert items(counter).preview == ()
    assert not counter.pages.drafts


def test_while_the_printer_is_at_work_the_page_is_only_awaited() -> None:
    counter = Counter()
    counter.to_items()
    counter.lanes.dead.add(Lane.PRINTER)

    counter.do(vm.PreviewHeld(held=True))

    assert (items(counter).preview_held, items(counter).preview) == (True, ())
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.TO_FORM)


def test_a_character_without_a_glyph_is_said_before_anything_is_allotted() -> None:
    counter = Counter()
    counter.to_items()
    counter.pages.fault = Refused(FailureCode.GLYPH_MISSING, characters="𠮷 (U+20BB7)")
    counter.do(vm.PreviewHeld(held=True), vm.PreviewHeld(held=False))

    assert counter.screen.trouble == vm.Trouble(code="GLYPH_MISSING", facts=(("characters", "𠮷 (U+20BB7)"),))

    counter.do(vm.ItemToggled("honseki"))
    assert counter.trouble == ""


def test_the_page_is_wiped_when_the_step_or_the_case_is_left() -> None:
    counter = Counter()
    counter.to_items()
    case_id = counter.screen.case_id
    counter.do(vm.PreviewHeld(held=True))
    counter.press(vm.Action.PARK)
    counter.do(vm.CaseSelected(case_id))
    assert (items(counter).preview_held, items(counter).preview) == (False, ())

    counter.do(vm.PreviewHeld(held=True), vm.PrimaryPressed(), vm.BackPressed())
    assert (items(counter).preview_held, items(counter).preview) == (False, ())


def test_the_button_shows_and_hides_the_page() -> None:
    counter = Counter()
    counter.to_items()
    counter.press(vm.Action.PREVIEW)
    assert items(counter).preview == (PAGE,)
    counter.press(vm.Action.PREVIEW)
    assert items(counter).preview == ()


def test_f9_means_nothing_elsewhere() -> None:
    counter = Counter()
    counter.to_persons()
    counter.do(vm.PreviewHeld(held=True))
    counter.enter()

    assert items(counter).preview_held is False
    assert not counter.pages.drafts


def test_every_sheet_of_a_large_household_is_seen_in_order() -> None:
    counter = Counter()
    more = tuple(
        resident(f"r{n}", f"渡邉　架空{n}", "ワタナベ　カクウ", "2012-07-01", "子") for n in range(3, 10)
    )
    counter.town.residents = (*counter.town.residents, *more)
    counter.to_persons()
    counter.do(vm.ScopeChosen("whole_household"))
    counter.enter()

    counter.do(vm.PreviewHeld(held=True))

    assert [page.rgba[0] for page in items(counter).preview] == [0, 1, 2]
