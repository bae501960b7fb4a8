"""Create the ledger: staff, cases, views, decisions, issues, sheets, payments, answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _create_answers() -> None:
    op.create_table(
        "answers",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("idempotency_key", sa.String(36), primary_key=True),
        sa.Column("staff_id", sa.String(64), nullable=False),
        sa.Column("path", sa.String(200), nullable=False),
        sa.Column("body_sha256", sa.String(64), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
    )


def _create_case_persons() -> None:
    op.create_table(
        "case_persons",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("case_id", sa.String(64), primary_key=True),
        sa.Column("resident_id", sa.String(64), primary_key=True),
    )


def _create_cases() -> None:
    op.create_table(
        "cases",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("case_id", sa.String(64), primary_key=True),
        sa.Column("visit_id", sa.String(64), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("number", sa.String(8), nullable=False),
        sa.Column("staff_id", sa.String(64), nullable=False),
        sa.Column("opened_at", sa.String(40), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.UniqueConstraint("town_code", "day", "number", name="case_number_of_day"),
    )


def _create_counters() -> None:
    op.create_table(
        "counters",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.Integer(), nullable=False),
    )


def _create_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("decision_id", sa.String(36), primary_key=True),
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.Column("staff_id", sa.String(64), nullable=False),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("trace", sa.Text(), nullable=False),
        sa.Column("restriction_version", sa.String(64), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
    )


def _create_staff() -> None:
    op.create_table(
        "staff",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("staff_id", sa.String(64), primary_key=True),
        sa.Column("username", sa.String(64), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.UniqueConstraint("town_code", "username", name="staff_username"),
    )


def _create_view_log() -> None:
    op.create_table(
        "view_log",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("view_id", sa.String(36), primary_key=True),
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.Column("staff_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("resident_ids", sa.Text(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
    )


def _create_issues() -> None:
    op.create_table(
        "issues",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("issue_id", sa.String(64), primary_key=True),
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.Column("staff_id", sa.String(64), nullable=False),
        sa.Column("job", sa.String(16), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("model_sha256", sa.String(64), nullable=False),
        sa.Column("fee", sa.Integer(), nullable=False),
        sa.Column("issued_on", sa.String(10), nullable=False),
        sa.Column("restriction_version", sa.String(64), nullable=False),
        sa.Column("allotted_at", sa.String(40), nullable=False),
        sa.Column("p0_sha256", sa.String(64), nullable=True),
        sa.Column("renderer_id", sa.String(200), nullable=True),
        sa.Column("released_at", sa.String(40), nullable=True),
        sa.Column("handed_over_at", sa.String(40), nullable=True),
        sa.ForeignKeyConstraint(["town_code", "case_id"], ["cases.town_code", "cases.case_id"]),
        sa.UniqueConstraint("town_code", "job", name="issue_job"),
    )


def _create_payments() -> None:
    op.create_table(
        "payments",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("issue_id", sa.String(64), primary_key=True),
        sa.Column("method", sa.String(16), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("receipt_number", sa.String(32), nullable=False),
        sa.Column("staff_id", sa.String(64), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["town_code", "issue_id"], ["issues.town_code", "issues.issue_id"]),
        sa.UniqueConstraint("town_code", "receipt_number", name="payment_receipt"),
    )


def _create_sheets() -> None:
    op.create_table(
        "sheets",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("number", sa.String(40), primary_key=True),
        sa.Column("issue_id", sa.String(64), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(16), nullable=True),
        sa.Column("changed_at", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["town_code", "issue_id"], ["issues.town_code", "issues.issue_id"]),
    )


def upgrade() -> None:
    """Create every table of the first schema."""
    _create_answers()
    _create_case_persons()
    _create_cases()
    _create_counters()
    _create_decisions()
    _create_staff()
    _create_view_log()
    _create_issues()
    _create_payments()
    _create_sheets()
