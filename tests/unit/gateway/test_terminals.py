"""Each counter PC is a terminal of its own: serials, lease, receipts, and a place in the token."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import inspect

from counter_app.domain.failures import FailureCode
from counter_app.domain.sheets import Payment, PaymentMethod, SheetOutcome, SheetState, SpoilReason
from gateway.__main__ import main
from gateway.counter.closing import record_payment, record_sheets
from gateway.counter.releasing import release
from gateway.installation import INSTALLATION
from gateway.refusals import Refusal
from gateway.store.ledger_store import LedgerStore, sqlite_url
from gateway.store.upgrade import upgrade
from gateway.terminals import MOST_TERMINALS, TerminalList, TerminalsFull, TerminalUnknown
from tests.unit.gateway.desk import NEXT_PLACE, PLACE, TOWN, Desk

NOW = "2026-11-24T10:00:00.000+09:00"


def _neighbour(desk: Desk) -> Desk:
    return replace(desk, act=replace(desk.act, place=NEXT_PLACE))


def test_the_first_terminal_is_made_once_and_each_next_one_has_the_next_number(desk: Desk) -> None:
    terminals = TerminalList(desk.store)

    assert terminals.first(TOWN) == terminals.first(TOWN) == PLACE
    assert terminals.add(TOWN, "住民課", "3番窓口") == NEXT_PLACE
    assert terminals.find(TOWN, "02") == NEXT_PLACE
    assert terminals.first("999996").terminal == "01"


def test_a_retired_terminal_is_not_found_and_its_number_is_never_given_again(desk: Desk) -> None:
    terminals = TerminalList(desk.store)
    terminals.first(TOWN)
    terminals.add(TOWN, "住民課", "3番窓口")

    terminals.retire(TOWN, "02", NOW)

    assert terminals.find(TOWN, "02") is None
    assert terminals.add(TOWN, "住民課", "4番窓口").terminal == "03"
    for unknown in ("02", "77", ""):
        with pytest.raises(TerminalUnknown):
            terminals.retire(TOWN, unknown, NOW)


def test_a_town_has_ninety_nine_terminals_at_most(desk: Desk) -> None:
    terminals = TerminalList(desk.store)
    for _ in range(MOST_TERMINALS):
        last = terminals.add(TOWN, "住民課", "1番窓口")

    assert last.terminal == "99"
    with pytest.raises(TerminalsFull):
        terminals.add(TOWN, "住民課", "1番窓口")


def test_a_ledger_of_an_earlier_version_gets_the_list(tmp_path: Path) -> None:
    store = LedgerStore(sqlite_url(tmp_path / "old.sqlite3"))
    upgrade(store, "0004")
    assert "terminals" not in inspect(store.engine).get_table_names()

    upgrade(store)

    assert TerminalList(store).first(TOWN).terminal == "01"
    store.close()


def test_two_terminals_print_at_once_each_with_serials_and_receipts_of_its_own(desk: Desk) -> None:
    counters = (desk, _neighbour(desk))
    issues = [one.allot(one.open()) for one in counters]

    for one, issue in zip(counters, issues, strict=True):
        one.write(lambda tx: release(tx, one.act, issue.issue_id, "a" * 64, "build-1"))  # noqa: B023 - runs now
    receipts = [
        one.write(
            lambda tx: record_payment(
                tx,
                one.act,  # noqa: B023 - runs now
                issue.issue_id,  # noqa: B023 - runs now
                Payment(method=PaymentMethod.CASH, amount=issue.fee, received=issue.fee),  # noqa: B023 - runs now
            )
        )
        for one, issue in zip(counters, issues, strict=True)
    ]

    assert [issue.stamps[0].number for issue in issues] == [
        "999997-01-20261124-000001-1/1",
        "999997-02-20261124-000001-1/1",
    ]
    assert receipts == ["20261124-01-0001", "20261124-02-0001"]


def test_each_terminal_has_its_own_lease_and_waits_only_for_itself(desk: Desk) -> None:
    neighbour = _neighbour(desk)
    first, second, third = desk.allot(desk.open()), desk.allot(desk.open()), neighbour.allot(neighbour.open())
    desk.write(lambda tx: release(tx, desk.act, first.issue_id, "a" * 64, "build-1"))
    neighbour.write(lambda tx: release(tx, neighbour.act, third.issue_id, "a" * 64, "build-1"))

    with pytest.raises(Refusal) as busy:
        desk.write(lambda tx: release(tx, desk.act, second.issue_id, "a" * 64, "build-1"))
    assert busy.value.code is FailureCode.PRINTER_BUSY
    spoiled = SheetOutcome(number=first.stamps[0].number, state=SheetState.VOID, reason=SpoilReason.JAM)
    desk.write(lambda tx: record_sheets(tx, desk.act, first.issue_id, (spoiled,)))
    desk.write(lambda tx: release(tx, desk.act, second.issue_id, "a" * 64, "build-1"))


def test_an_issue_is_released_only_at_the_terminal_that_numbered_it(desk: Desk) -> None:
    issue, neighbour = desk.allot(desk.open()), _neighbour(desk)

    with pytest.raises(Refusal) as refused:
        neighbour.write(lambda tx: release(tx, neighbour.act, issue.issue_id, "a" * 64, "build-1"))

    assert (refused.value.status, refused.value.code) == (409, FailureCode.GATEWAY_REFUSED)


@pytest.fixture
def installed(desk: Desk, tmp_path: Path) -> Path:
    """The data directory of a gateway that was started once."""
    TerminalList(desk.store).first(TOWN)
    first = {"gateway_url": "https://127.0.0.1:1", "town_code": TOWN, "training": False, "terminal": "01"}
    (tmp_path / INSTALLATION).write_text(json.dumps(first), encoding="utf-8")
    return tmp_path


def _terminal(folder: Path, *arguments: str) -> int:
    return main(["terminal", "--data", str(folder), *arguments])


def test_the_command_adds_a_terminal_and_writes_its_file(installed: Path) -> None:
    out = installed / "counter-3.json"

    assert _terminal(installed, "--counter", "3番窓口", "--out", str(out)) == 0

    assert json.loads(out.read_text("utf-8")) == {
        "gateway_url": "https://127.0.0.1:1",
        "town_code": TOWN,
        "training": False,
        "terminal": "02",
        "office": "住民課",
        "counter": "3番窓口",
    }


def test_the_command_writes_a_file_again_and_retires_for_good(
    installed: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    out = installed / "again.json"
    assert _terminal(installed, "--again", "01", "--out", str(out)) == 0
    assert json.loads(out.read_text("utf-8"))["counter"] == "2番窓口"

    assert _terminal(installed, "--retire", "01") == 0

    assert TerminalList(desk.store).find(TOWN, "01") is None
    assert _terminal(installed, "--again", "01", "--out", str(installed / "more.json")) == 2
    assert "no terminal 01" in capsys.readouterr().err


def test_the_command_gives_no_number_away_where_it_cannot_write(
    installed: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = installed / INSTALLATION

    for out in (["--out", str(taken)], ["--out", str(installed / "none" / "x.json")], []):
        assert _terminal(installed, "--counter", "3番窓口", *out) == 2
    assert json.loads(taken.read_text("utf-8"))["terminal"] == "01"
    assert TerminalList(desk.store).find(TOWN, "02") is None
    capsys.readouterr()
    (installed / "empty").mkdir()
    assert _terminal(installed / "empty", "--counter", "3番窓口", "--out", str(installed / "y.json")) == 2
    assert "start it once" in capsys.readouterr().err
