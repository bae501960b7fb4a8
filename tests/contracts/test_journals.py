"""One suite for every journal: the fake is trusted only because the real one passes the same tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.application.port_errors import Refused
from counter_app.application.store_port import Journal
from counter_app.infrastructure.secret_store import EphemeralSecrets
from counter_app.infrastructure.store import EncryptedJournal, open_store
from tests.fakes.clock import START, FakeClock
from tests.fakes.journal import FakeJournal


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=["fake", "encrypted"])
def journal(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> Iterator[Journal]:
    if request.param == "fake":
        yield FakeJournal(clock)
        return
    store = open_store(tmp_path, EphemeralSecrets())
    yield EncryptedJournal(store, clock)
    store.close()


def test_what_is_appended_is_read_back_in_order(journal: Journal, clock: FakeClock) -> None:
    first = journal.append("A", "CaseOpened", '{"name": "葛\U000e0102飾"}')
    clock.advance(1)
    second = journal.append("A", "CardRead", "{}")

    assert journal.entries("A") == (first, second)
    assert first.at == START
    assert first.event_json == '{"name": "葛\U000e0102飾"}'
    assert second.sequence > first.sequence
    assert second.at > first.at


def test_cases_do_not_see_each_others_entries(journal: Journal) -> None:
    journal.append("A", "CaseOpened", "{}")
    other = journal.append("B", "CaseOpened", "{}")

    assert journal.entries("B") == (other,)
    assert journal.entries("C") == ()


def test_open_cases_are_those_without_a_closing_mark_oldest_first(journal: Journal) -> None:
    for case_id in ("B", "A", "C", "B"):
        journal.append(case_id, "CaseOpened", "{}")
    journal.close_case("A")

    assert journal.open_cases() == ("B", "C")


def test_closing_erases_the_content_and_keeps_types_and_times(journal: Journal, clock: FakeClock) -> None:
    journal.append("A", "CaseOpened", '{"name": "架空　太郎"}')
    clock.advance(5)
    journal.append("A", "CardRead", '{"name": "架空　太郎"}')
    before = journal.all_states("A")
    journal.append("B", "CaseOpened", '{"kept": true}')

    journal.close_case("A")

    assert journal.all_states("A") == before
    assert [name for name, _ in before] == ["CaseOpened", "CardRead"]
    assert {entry.event_json for entry in journal.entries("A")} == {""}
    assert journal.entries("A")[-1].kind == "closed"
    assert journal.entries("B")[0].event_json == '{"kept": true}'


def test_closing_twice_changes_nothing(journal: Journal) -> None:
    journal.append("A", "CaseOpened", "{}")
    journal.close_case("A")
    once = journal.entries("A")

    journal.close_case("A")

    assert journal.entries("A") == once


def test_a_closed_case_takes_no_more_events(journal: Journal) -> None:
    journal.append("A", "CaseOpened", "{}")
    journal.close_case("A")

    with pytest.raises(Refused):
        journal.append("A", "CardRead", "{}")
    assert journal.open_cases() == ()
