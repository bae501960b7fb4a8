"""Keep a list of the terminals of each town: sheet serials, leases and receipts are theirs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the list; the first terminal is entered at the start."""
    op.create_table(
        "terminals",
        sa.Column("town_code", sa.String(6), primary_key=True),
        sa.Column("number", sa.String(2), primary_key=True),
        sa.Column("office", sa.String(200), nullable=False),
        sa.Column("counter", sa.String(200), nullable=False),
        sa.Column("retired_at", sa.String(40), nullable=True),
    )
