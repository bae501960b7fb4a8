"""Keep who moved a sheet and who ended a case: it may be a supervisor in another's place."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two names; of earlier rows they are not known."""
    op.add_column("sheets", sa.Column("changed_by", sa.String(64), nullable=True))
    op.add_column("cases", sa.Column("ended_by", sa.String(64), nullable=True))
