"""What the first paint does not need is not loaded before it (knowledge/stack.md 1.4)."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.sources import PROJECT

HEAVY = ("reportlab", "pikepdf", "pypdfium2", "pyhanko", "httpx", "smartcard", "zxingcpp", "fastapi")

# Everything that the window needs to paint itself, and nothing else.
FIRST_PAINT = "import main, ui.runtime.application, ui.views.main_window"


def _loaded(statement: str) -> set[str]:
    program = f"import sys\n{statement}\nprint(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    return _loaded(FIRST_PAINT)


@pytest.mark.parametrize("package", HEAVY)
def test_the_first_paint_does_not_load(loaded: set[str], package: str) -> None:
    assert "PySide6" in loaded
    assert package not in loaded


def test_the_sign_in_window_waits_for_nothing_of_a_case() -> None:
    window = _loaded(f"{FIRST_PAINT}, ui.presenters.sign_in, ui.runtime.exercise")

    assert [name for name in window if name.startswith("counter_app.domain.issuance")] == []


def test_a_package_that_is_loaded_would_be_seen() -> None:
    assert "counter_app.domain.issuance.states" in _loaded("import counter_app.application.case_desk")
    assert "reportlab" in _loaded("import reportlab")
