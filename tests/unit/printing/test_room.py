"""The room opens without its heavy libraries: a counter paints its window first."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from printing import open_printing
from printing.glyphs import find_font

ROOT = Path(__file__).parents[3]
HEAVY = (
    "reportlab",
    "pikepdf",
    "pypdfium2",
    "pyhanko",
    "uharfbuzz",
    "fontTools",
    "zxingcpp",
    "pyipp",
    "cwt",
    "PIL",
)


def test_importing_the_room_imports_no_pdf_library() -> None:
    program = "import printing, sys, json; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, timeout=60
    )

    loaded = {name.split(".")[0] for name in json.loads(run.stdout)}
    assert loaded.isdisjoint(HEAVY)


def test_rendering_does_not_import_the_slow_signature_library() -> None:
    program = (
        "import sys;from printing import open_printing;from tests.integration.printing import samples as s;"
        "open_printing(None, []).pages.render(s.job(s.model()));print('pyhanko' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, timeout=60
    )

    assert run.stdout.strip() == b"False"


def test_a_font_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        open_printing(tmp_path / "ipamjm.ttf", [])

    assert refused.value.failure.code is FailureCode.FONT_ABSENT


def test_no_font_in_any_folder_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("printing.glyphs.FONT_FOLDERS", (tmp_path, tmp_path / "absent"))

    with pytest.raises(Refused) as refused:
        find_font()

    assert refused.value.failure.code is FailureCode.FONT_ABSENT


def test_a_font_is_found_in_a_folder_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "ipamjm.ttf").write_bytes(b"")
    monkeypatch.setattr("printing.glyphs.FONT_FOLDERS", (tmp_path,))

    assert find_font() == tmp_path / "deep" / "er" / "ipamjm.ttf"
