"""Forget stored seals: the answer of a release is kept no longer."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Blank the answers of releases, which held the seal; that they took effect stays."""
    op.execute("UPDATE answers SET answer = '' WHERE path LIKE '/v1/issues/%/release'")
