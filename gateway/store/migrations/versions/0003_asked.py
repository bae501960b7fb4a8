"""Keep with each decision who was asked about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the ids; earlier decisions have none."""
    op.add_column("decisions", sa.Column("asked", sa.Text(), nullable=True))
