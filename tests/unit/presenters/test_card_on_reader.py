"""What lies on the reader, and what the screen makes of it."""

from __future__ import annotations

from counter_app.application.card_port import ReaderEvent, ReaderNotice
from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import states
from tests.fakes.readers import PHOTO, READER
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.town import CARD_NAME, NAME, card
from ui import view_models as vm


def chip(counter: Counter, device: vm.Device) -> str:
    return next(chip.state for chip in counter.screen.top.chips if chip.device is device)


def test_a_card_put_there_early_is_read_when_the_case_gets_there() -> None:
    counter = Counter()
    counter.put(card())
    assert chip(counter, vm.Device.CARD) == "placed"

    counter.to_card()

    assert isinstance(counter.body, vm.CredentialBody)


def test_after_a_step_back_the_card_is_read_only_when_asked_for() -> None:
    counter = Counter()
    counter.to_credential()
    counter.do(vm.BackPressed())
    assert counter.body == vm.CardBody(phase="place")
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.READ_CARD)

    counter.enter()

    assert isinstance(counter.body, vm.CredentialBody)


def test_a_card_taken_away_leads_back_to_placing_it() -> None:
    counter = Counter()
    counter.to_credential()

    counter.take()

    assert counter.shows(vm.CardBody(phase="place"))
    assert counter.screen.bottom.primary is None
    counter.put(card())
    assert isinstance(counter.body, vm.CredentialBody)


def test_a_card_taken_away_is_told_to_its_own_case_even_in_the_background() -> None:
    counter = Counter()
    counter.to_credential()
    first = counter.screen.case_id
    counter.press(vm.Action.NEW_CASE)

    counter.take()

    assert isinstance(counter.desk.cases[first].state, states.AwaitingCard)
    assert isinstance(counter.body, vm.ReceptionBody)


def test_a_card_of_the_next_visitor_is_not_told_to_a_case_in_the_background() -> None:
    counter = Counter()
    counter.to_card()
    first = counter.screen.case_id
    counter.press(vm.Action.NEW_CASE)

    counter.put(card())

    assert isinstance(counter.desk.cases[first].state, states.AwaitingCard)


def test_a_parked_case_reads_the_card_that_lies_there_when_resumed() -> None:
    counter = Counter()
    counter.to_credential()
    case_id = counter.screen.case_id
    counter.press(vm.Action.PARK)

    counter.do(vm.CaseSelected(case_id))

    assert isinstance(counter.body, vm.CredentialBody)


def test_trouble_at_the_reader_goes_away_with_the_next_card() -> None:
    counter = Counter()
    counter.to_card()
    counter.readers.fault = Unavailable(FailureCode.CARD_MUTE)
    counter.put(card())
    assert counter.trouble == FailureCode.CARD_MUTE

    counter.take()
    counter.put(card())

    assert counter.trouble == ""
    assert isinstance(counter.body, vm.CredentialBody)


def test_a_reader_pulled_out_speaks_until_it_is_back() -> None:
    counter = Counter()
    counter.to_card()
    counter.readers.unplug()
    assert counter.trouble == FailureCode.READER_ABSENT
    assert chip(counter, vm.Device.CARD) == "absent"

    counter.presenter.reader_notice(ReaderNotice(ReaderEvent.SERVICE_DOWN))
    assert counter.screen.trouble == vm.Trouble(code="READER_SERVICE_DOWN")
    counter.presenter.reader_notice(ReaderNotice(ReaderEvent.SERVICE_UP))
    counter.presenter.reader_notice(ReaderNotice(ReaderEvent.READER_ADDED, READER))
    assert counter.screen.trouble is None
    assert chip(counter, vm.Device.CARD) == "none"


def test_card_and_register_stand_side_by_side_with_the_photo() -> None:
    counter = Counter()
    counter.to_comparing()

    assert isinstance(counter.body, vm.CompareBody)
    name, birth, address, sex = counter.body.rows
    assert (name.card, name.register, name.note) == (CARD_NAME, NAME, "substitute_character")
    assert name.note_values == ("葛", "葛\U000e0100")
    assert (birth.card, birth.register, birth.differs) == ("昭和60年4月3日", "昭和60年4月3日", False)
    assert address.note == "notation"
    assert (sex.register, sex.differs) == ("女", False)
    assert (counter.body.photo_png, counter.body.as_of) == (PHOTO, "09:00")
    assert chip(counter, vm.Device.CARD) == "read"


def test_the_photo_is_gone_once_the_identity_is_confirmed() -> None:
    counter = Counter()
    counter.to_persons()
    counter.do(vm.BackPressed())

    assert isinstance(counter.body, vm.CompareBody)
    assert counter.body.photo_png == b""


def test_two_spoken_attributes_are_needed() -> None:
    counter = Counter()
    counter.to_comparing()
    counter.do(vm.SpokenToggled("name"))
    assert not counter.primary.enabled
    counter.enter()
    assert isinstance(counter.body, vm.CompareBody)

    counter.do(vm.SpokenToggled("honseki"))
    assert counter.primary == vm.PrimaryButton(label=vm.Primary.TO_PERSONS)
