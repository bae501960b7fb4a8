"""The gateway's tables. Every row belongs to a 団体コード, and every key begins with it (design.md 4).

Those of approvals are in ``approval_tables``. Migrations in ``migrations/versions`` create them; a test
compares the two. Times are ISO 8601 text in
Asia/Tokyo, so that SQLite and PostgreSQL keep and order them alike.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKeyConstraint, Integer, MetaData, String, Table, Text, UniqueConstraint

metadata = MetaData()


def town() -> Column[str]:
    """The 団体コード, first part of every key."""
    return Column("town_code", String(6), primary_key=True)


staff = Table(
    "staff",
    metadata,
    town(),
    Column("staff_id", String(64), primary_key=True),
    Column("username", String(64), nullable=False),
    Column("name", String(200), nullable=False),
    Column("role", String(32), nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("person_id", String(64), nullable=False),
    UniqueConstraint("town_code", "username", name="staff_username"),
)

terminals = Table(
    "terminals",
    metadata,
    town(),
    Column("number", String(2), primary_key=True),
    Column("office", String(200), nullable=False),
    Column("counter", String(200), nullable=False),
    Column("retired_at", String(40), nullable=True),
)

cases = Table(
    "cases",
    metadata,
    town(),
    Column("case_id", String(64), primary_key=True),
    Column("visit_id", String(64), nullable=False),
    Column("day", String(10), nullable=False),
    Column("number", String(8), nullable=False),
    Column("staff_id", String(64), nullable=False),
    Column("opened_at", String(40), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("reason", String(40), nullable=False),
    Column("ended_by", String(64), nullable=True),
    UniqueConstraint("town_code", "day", "number", name="case_number_of_day"),
)

case_persons = Table(
    "case_persons",
    metadata,
    town(),
    Column("case_id", String(64), primary_key=True),
    Column("resident_id", String(64), primary_key=True),
)

view_log = Table(
    "view_log",
    metadata,
    town(),
    Column("view_id", String(36), primary_key=True),
    Column("case_id", String(64), nullable=False),
    Column("staff_id", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("resident_ids", Text, nullable=False),
    Column("persons", Integer, nullable=False),
    Column("at", String(40), nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    town(),
    Column("decision_id", String(36), primary_key=True),
    Column("case_id", String(64), nullable=False),
    Column("staff_id", String(64), nullable=False),
    Column("step", String(16), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("trace", Text, nullable=False),
    Column("asked", Text, nullable=True),
    Column("restriction_version", String(64), nullable=False),
    Column("at", String(40), nullable=False),
)

issues = Table(
    "issues",
    metadata,
    town(),
    Column("issue_id", String(64), primary_key=True),
    Column("case_id", String(64), nullable=False),
    Column("staff_id", String(64), nullable=False),
    Column("job", String(16), nullable=False),
    Column("request", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("model_sha256", String(64), nullable=False),
    Column("fee", Integer, nullable=False),
    Column("issued_on", String(10), nullable=False),
    Column("restriction_version", String(64), nullable=False),
    Column("allotted_at", String(40), nullable=False),
    Column("p0_sha256", String(64), nullable=True),
    Column("renderer_id", String(200), nullable=True),
    Column("released_at", String(40), nullable=True),
    Column("handed_over_at", String(40), nullable=True),
    UniqueConstraint("town_code", "job", name="issue_job"),
    ForeignKeyConstraint(["town_code", "case_id"], ["cases.town_code", "cases.case_id"]),
)

sheets = Table(
    "sheets",
    metadata,
    town(),
    Column("number", String(40), primary_key=True),
    Column("issue_id", String(64), nullable=False),
    Column("copy", Integer, nullable=False),
    Column("page", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(16), nullable=True),
    Column("changed_at", String(40), nullable=False),
    Column("changed_by", String(64), nullable=True),
    ForeignKeyConstraint(["town_code", "issue_id"], ["issues.town_code", "issues.issue_id"]),
)

payments = Table(
    "payments",
    metadata,
    town(),
    Column("issue_id", String(64), primary_key=True),
    Column("method", String(16), nullable=False),
    Column("amount", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("receipt_number", String(32), nullable=False),
    Column("staff_id", String(64), nullable=False),
    Column("at", String(40), nullable=False),
    UniqueConstraint("town_code", "receipt_number", name="payment_receipt"),
    ForeignKeyConstraint(["town_code", "issue_id"], ["issues.town_code", "issues.issue_id"]),
)

counters = Table(
    "counters",
    metadata,
    town(),
    Column("day", String(10), primary_key=True),
    Column("name", String(32), primary_key=True),
    Column("value", Integer, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    town(),
    Column("idempotency_key", String(36), primary_key=True),
    Column("staff_id", String(64), nullable=False),
    Column("path", String(200), nullable=False),
    Column("body_sha256", String(64), nullable=False),
    Column("answer", Text, nullable=False),
    Column("at", String(40), nullable=False),
)
