"""Training at collation: the strip scans printed sheets as the scanner does, and offers it nowhere else."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance import states
from tests.fakes.lanes import FakeLanes
from tests.unit.presenters.counter_under_test import Counter
from tests.unit.presenters.test_keys import Cards
from ui import view_models as vm
from ui.presenters.practice import PracticeStrip, personas_of
from ui.presenters.practice_paper import PracticeScanner


class Paper:
    """Implements ``PracticePaper``: a scanner that types at once."""

    def __init__(self) -> None:
        self.pile: list[str] = []
        self.type: Callable[[str], None] = lambda line: None

    def scan_next(self) -> None:
        self.type(self.pile.pop(0))

    def scan_other(self) -> None:
        self.type("999997-02-20261124-000009-1/1|ff")


class Trainee(Counter):
    """A counter in training, with the sheets of its issue in the tray."""

    def __init__(self) -> None:
        self.paper = Paper()
        super().__init__(practice=PracticeStrip((), Cards(), self.paper))
        self.paper.type = lambda line: self.presenter.handle(vm.ScanSubmitted(line))

    def to_scanner(self) -> None:
        self.to_collating()
        assert isinstance(self.state, states.Collating)
        issue = self.state.issue
        self.paper.pile = [f"{number}|{issue.job}" for number in issue.numbers]


def test_at_collation_the_strip_offers_the_next_sheet_and_scanning_it_goes_on_to_the_fee() -> None:
    counter = Trainee()
    counter.to_scanner()
    assert counter.screen.exercise_hint == "sheet"

    counter.press(vm.Action.EXERCISE)
    assert counter.screen.exercise == vm.ExerciseStrip(personas=(), sheets=True)
    counter.do(vm.PracticeSheetScanned())

    assert counter.screen.exercise is None
    assert isinstance(counter.body, vm.PaymentBody)


def test_another_sheet_blocks_and_the_right_one_still_goes_on() -> None:
    counter = Trainee()
    counter.to_scanner()

    counter.press(vm.Action.EXERCISE)
    counter.do(vm.PracticeSheetScanned(other=True))
    assert isinstance(counter.body, vm.CollateBody)
    assert counter.body.wrong == FailureCode.SHEET_OF_OTHER_CASE

    counter.press(vm.Action.EXERCISE)
    counter.do(vm.PracticeSheetScanned())
    assert isinstance(counter.body, vm.PaymentBody)


def test_before_collation_the_strip_offers_cards_only_and_says_so_where_one_is_awaited() -> None:
    counter = Trainee()
    counter.to_card()
    assert counter.screen.exercise_hint == "card"

    counter.press(vm.Action.EXERCISE)

    assert counter.screen.exercise == vm.ExerciseStrip(personas=())


def test_a_counter_that_is_no_training_hints_at_nothing() -> None:
    counter = Counter()
    counter.to_collating()

    assert counter.screen.exercise_hint == ""


def test_what_opens_the_practice_card_that_lies_there_is_said_where_it_is_asked_for() -> None:
    (persona,) = personas_of(
        {"p1": {"name": "架空　花子", "code_b": "60040320354821", "text_pin": "1111", "auth_pin": "2222"}}
    )
    counter = Counter(practice=PracticeStrip((persona,), Cards(), Paper()))
    counter.to_credential()
    assert (counter.screen.exercise_hint, counter.screen.exercise_fact) == ("", "")

    counter.press(vm.Action.EXERCISE)
    counter.do(vm.PracticeCardPut("p1"))
    assert counter.screen.exercise_hint == "code_b"
    assert counter.screen.exercise_fact == "600403 2035 4821"

    counter.press(vm.Action.VISITOR_PIN)
    assert (counter.screen.exercise_hint, counter.screen.exercise_fact) == ("pin", "1111")
    # all of it: four digits alone stand in many a random id
    assert "600403 2035 4821" not in repr(counter.screen)
    assert "60040320354821" not in repr(counter.screen)


class SheetsInTray:
    """Implements ``Tray``."""

    def __init__(self, code: str = "") -> None:
        self.code = code

    def next_code(self) -> str:
        if self.code == "torn":
            raise ValueError(self.code)
        return self.code

    def other_code(self) -> str:
        return f"not {self.code}"


class Bench:
    """A scanner over a tray; what it types and what it calls a bug."""

    def __init__(self, code: str) -> None:
        self.lanes, self.typed, self.bugs = FakeLanes(), list[str](), list[BaseException]()
        self.scanner = PracticeScanner(self.lanes, SheetsInTray(code), self.typed.append, self.bugs.append)


def test_what_the_scanner_reads_off_the_paper_is_typed() -> None:
    bench = Bench("6BF")

    bench.scanner.scan_next()
    assert bench.typed == []
    bench.lanes.run_all()
    bench.scanner.scan_other()
    bench.lanes.run_all()

    assert bench.typed == ["6BF", "not 6BF"]


def test_an_empty_tray_types_nothing_and_torn_paper_is_reported() -> None:
    empty, torn = Bench(""), Bench("torn")
    for bench in (empty, torn):
        bench.scanner.scan_next()
        bench.lanes.run_all()

    assert (empty.typed, empty.bugs, torn.typed) == ([], [], [])
    assert [str(bug) for bug in torn.bugs] == ["torn"]
