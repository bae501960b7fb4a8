"""Fonts are opened once for this tier."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.application.registry_port import Seal
from printing.glyphs import GlyphTable, find_font
from printing.pages import CertificatePages

SEAL_FILE = Path(__file__).parents[3] / "resources" / "seal" / "999997.png"


@pytest.fixture(scope="session")
def font_path() -> Path:
    return find_font()


@pytest.fixture(scope="session")
def glyph_table(font_path: Path) -> GlyphTable:
    return GlyphTable(font_path)


@pytest.fixture(scope="session")
def pages(font_path: Path) -> CertificatePages:
    return CertificatePages(font_path)


@pytest.fixture(scope="session")
def seal() -> Seal:
    return Seal(png=SEAL_FILE.read_bytes(), edge_mm=24.0)
