"""The tables of 承認: what was laid before the approvers, their keys, and what is told of it as it moves."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, String, Table, Text

from gateway.store.tables import metadata, town

approvals = Table(
    "approvals",
    metadata,
    town(),
    Column("approval_id", String(64), primary_key=True),
    Column("issue_id", String(64), nullable=False),
    Column("case_id", String(64), nullable=False),
    Column("staff_id", String(64), nullable=False),
    Column("terminal", String(2), nullable=False),
    Column("counter", String(200), nullable=False),
    Column("p0_sha256", String(64), nullable=False),
    Column("renderer_id", String(200), nullable=False),
    Column("restriction_version", String(64), nullable=False),
    Column("nonce", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("asked_at", String(40), nullable=False),
    Column("decided_at", String(40), nullable=True),
    Column("decided_by", String(64), nullable=True),
    Column("reason", String(16), nullable=True),
    Column("note", String(200), nullable=False),
    Column("statement", Text, nullable=False),
    ForeignKeyConstraint(["town_code", "issue_id"], ["issues.town_code", "issues.issue_id"]),
    Index("approvals_by_issue", "town_code", "issue_id"),
    Index("approvals_by_state", "town_code", "state", "asked_at"),
)

approver_keys = Table(
    "approver_keys",
    metadata,
    town(),
    Column("kid", String(64), primary_key=True),
    Column("staff_id", String(64), nullable=False),
    Column("jwk", Text, nullable=False),
    Column("terminal", String(2), nullable=False),
    Column("registered_at", String(40), nullable=False),
    Column("revoked_at", String(40), nullable=True),
)

events = Table(
    "events",
    metadata,
    town(),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("approval_id", String(64), nullable=False),
    Column("for_staff", String(64), nullable=True),
    Column("at", String(40), nullable=False),
)
