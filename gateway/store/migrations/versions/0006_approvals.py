"""Keep approvals, the approvers' keys and what is told of them; know whose person an account is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; accounts that were entered before are each a person of their own."""
    with op.batch_alter_table("staff") as staff:
        staff.add_column(sa.Column("person_id", sa.String(64), nullable=True))
    op.execute("UPDATE staff SET person_id = staff_id")
    with op.batch_alter_table("staff") as staff:
        staff.alter_column("person_id", existing_type=sa.String(64), nullable=False)
    _approvals()
    op.create_table(
        "approver_keys",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("kid", sa.String(64), primary_key=True),
        sa.Column("staff_id", sa.String(64), nullable=False),
        sa.Column("jwk", sa.Text(), nullable=False),
        sa.Column("terminal", sa.String(2), nullable=False),
        sa.Column("registered_at", sa.String(40), nullable=False),
        sa.Column("revoked_at", sa.String(40), nullable=True),
    )
    op.create_table(
        "events",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("sequence", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("approval_id", sa.String(64), nullable=False),
        sa.Column("for_staff", sa.String(64), nullable=True),
        sa.Column("at", sa.String(40), nullable=False),
    )


def _approvals() -> None:
    op.create_table(
        "approvals",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("approval_id", sa.String(64), primary_key=True),
        sa.Column("issue_id", sa.String(64), nullable=False),
        sa.Column("case_id", sa.String(64), nullable=False),
        sa.Column("staff_id", sa.String(64), nullable=False),
        sa.Column("terminal", sa.String(2), nullable=False),
        sa.Column("counter", sa.String(200), nullable=False),
        sa.Column("p0_sha256", sa.String(64), nullable=False),
        sa.Column("renderer_id", sa.String(200), nullable=False),
        sa.Column("restriction_version", sa.String(64), nullable=False),
        sa.Column("nonce", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("asked_at", sa.String(40), nullable=False),
        sa.Column("decided_at", sa.String(40), nullable=True),
        sa.Column("decided_by", sa.String(64), nullable=True),
        sa.Column("reason", sa.String(16), nullable=True),
        sa.Column("note", sa.String(200), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["town_code", "issue_id"], ["issues.town_code", "issues.issue_id"]),
    )
    op.create_index("approvals_by_issue", "approvals", ["town_code", "issue_id"])
    op.create_index("approvals_by_state", "approvals", ["town_code", "state", "asked_at"])
