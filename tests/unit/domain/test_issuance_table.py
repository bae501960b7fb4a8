"""The table in docs/ is the program's own."""

from __future__ import annotations

from pathlib import Path

from tests.unit.domain.issuance_table import render


def test_the_page_says_what_the_program_does(project: Path) -> None:
    page = (project / "docs" / "issuance-table.md").read_text(encoding="utf-8")
    assert page == render(), "stale: python -m tests.unit.domain.issuance_table > docs/issuance-table.md"
