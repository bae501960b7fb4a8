"""The import contracts hold, and each of them notices a planted violation."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import PRODUCT_ROOMS, PROJECT, name_of, python_files

# Where the plant goes, what it says, and the contract that must break by it.
PLANTS = [
    ("counter_app/domain/planted.py", "import counter_app.application", "inside counter_app"),
    ("counter_app/application/planted.py", "import devices", "counter_app knows no other room"),
    (
        "devices/planted.py",
        "import printing",
        "the adapter rooms, the gateway and ui do not know one another",
    ),
    ("ui/presenters/planted.py", "import PySide6.QtCore", "presenters and view models are plain Python"),
    ("ui/views/planted.py", "import counter_app.domain", "views know view models"),
    ("printing/planted.py", "import PySide6.QtGui", "Qt stays in ui"),
    ("counter_app/infrastructure/planted.py", "import httpx", "httpx stays in the api adapter"),
    ("gateway/planted.py", "import smartcard", "pyscard stays in devices"),
    (
        "gateway/also_planted.py",
        "import counter_app.application",
        "of the client the gateway knows the domain",
    ),
    ("resources/planted.py", "import counter_app.domain", "resources is a leaf"),
]


def _lint(directory: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=directory,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(directory), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of the rooms that holds every plant."""
    copy = tmp_path_factory.mktemp("planted")
    shutil.copy(PROJECT / ".importlinter", copy)
    for path in python_files(*PRODUCT_ROOMS):
        target = copy / name_of(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    for name, line, _ in PLANTS:
        (copy / name).write_text(line + "\n", encoding="utf-8")
    result = _lint(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    return result.stdout


def test_every_contract_is_kept() -> None:
    result = _lint(PROJECT)

    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("name", "line", "contract"), PLANTS)
def test_a_contract_notices_its_plant(planted: str, name: str, line: str, contract: str) -> None:
    verdicts = [row for row in planted.splitlines() if contract in row and row.endswith("BROKEN")]

    assert verdicts, f"{line!r} in {name} was let through\n{planted}"
    assert Path(name).with_suffix("").as_posix().replace("/", ".") in planted
