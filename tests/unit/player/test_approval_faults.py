"""What is tried with an approval behind its back: the calls name it, the changes are of one character."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from joserfc.jwk import ECKey
from sqlalchemy import Connection, create_engine, insert, select

from counter_app.domain.approvals import ApprovalClaims
from counter_app.infrastructure.approval_statement import StatementInvalid, read_statement, sign_statement
from gateway.store.approval_tables import approvals, approver_keys
from gateway.store.tables import metadata
from player.approval_faults import NotTried, attempt, change_byte, sign_other_page, with_another_byte
from player.books import read_approvals

TOWN, APPROVER, PAGE = "999997", "2001", "a" * 64
KEY = ECKey.generate_key("P-256")


def _claims(approval_id: str) -> ApprovalClaims:
    return ApprovalClaims(
        town_code=TOWN,
        approval_id=approval_id,
        case_id="case",
        issue_id="issue",
        p0_sha256=PAGE,
        renderer_id="renderer",
        restriction_version="7",
        nonce="nonce",
        approver=APPROVER,
    )


def _approval(approval_id: str, asked_at: str) -> dict[str, str]:
    return {
        "town_code": TOWN,
        "approval_id": approval_id,
        "issue_id": "issue",
        "case_id": "case",
        "staff_id": "1001",
        "terminal": "01",
        "counter": "窓口",
        "p0_sha256": PAGE,
        "renderer_id": "renderer",
        "restriction_version": "7",
        "nonce": "nonce",
        "state": "approved",
        "asked_at": asked_at,
        "decided_by": APPROVER,
        "note": "",
        "statement": sign_statement(KEY, _claims(approval_id)),
    }


def _key() -> dict[str, str]:
    return {
        "town_code": TOWN,
        "kid": KEY.thumbprint(),
        "staff_id": APPROVER,
        "jwk": json.dumps(KEY.as_dict(private=False)),
        "terminal": "02",
        "registered_at": "2026-04-01T09:00:00+09:00",
    }


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite3"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        metadata.create_all(connection)
        rows = [
            _approval("a-2", "2026-04-01T09:05:00+09:00"),
            _approval("a-1", "2026-04-01T09:00:00+09:00"),
        ]
        connection.execute(insert(approvals), rows)
        connection.execute(insert(approver_keys), [_key()])
    engine.dispose()
    return path


@pytest.fixture
def books(ledger: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{ledger}")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _of(books: Connection, approval_id: str, column: str) -> str:
    query = select(approvals.c[column]).where(approvals.c.approval_id == approval_id)
    return str(books.execute(query).scalar_one())


@pytest.mark.parametrize("column", ["p0_sha256", "restriction_version", "statement"])
def test_one_character_of_the_last_approval_is_changed_and_of_no_other(
    ledger: Path, books: Connection, column: str
) -> None:
    before = {approval: _of(books, approval, column) for approval in ("a-1", "a-2")}
    books.rollback()

    change_byte(ledger, column)

    assert _of(books, "a-1", column) == before["a-1"]
    pairs = zip(before["a-2"], _of(books, "a-2", column), strict=True)
    assert len([1 for old, new in pairs if old != new]) == 1


def test_a_changed_statement_is_no_statement_any_more(ledger: Path, books: Connection) -> None:
    change_byte(ledger, "statement")

    public = {name: str(value) for name, value in KEY.as_dict(private=False).items()}
    with pytest.raises(StatementInvalid):
        read_statement(_of(books, "a-2", "statement"), public)


def test_another_page_is_signed_validly_and_by_a_key_on_record_for_the_same_approver(
    ledger: Path, books: Connection
) -> None:
    sign_other_page(ledger)

    query = select(approver_keys.c.jwk, approver_keys.c.staff_id).where(
        approver_keys.c.kid != KEY.thumbprint()
    )
    jwk, staff_id = books.execute(query).one()
    claims = read_statement(_of(books, "a-2", "statement"), json.loads(jwk))
    assert staff_id == APPROVER
    assert claims.p0_sha256 == with_another_byte(PAGE)
    assert claims.nonce == "nonce"


def test_a_call_names_the_last_approval_or_its_issue(ledger: Path) -> None:
    assert attempt(ledger, "approve").path == "/v1/approvals/a-2/approve"
    assert attempt(ledger, "record").body == {}
    own, other = (attempt(ledger, ask) for ask in ("release", "release_other_page"))
    assert own.path == other.path == "/v1/issues/issue/release"
    assert own.body["p0_sha256"] == PAGE
    assert other.body["p0_sha256"] == with_another_byte(PAGE)


def test_where_nothing_was_asked_for_nothing_is_tried(ledger: Path) -> None:
    engine = create_engine(f"sqlite:///{ledger}")
    with engine.begin() as connection:
        connection.execute(approvals.delete())
    engine.dispose()

    with pytest.raises(NotTried, match="no approval"):
        change_byte(ledger, "statement")


def test_the_books_name_every_approval_in_the_order_of_asking(ledger: Path) -> None:
    said = {"case_id": "case", "state": "approved", "by": ""}

    assert read_approvals(ledger) == [said, said]
