"""What ``main.py check`` says, and what is said where the program cannot start."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.failures import FailureCode
from ui.runtime.checking import NAMES, say_absent

READY: list[tuple[str, str, dict[str, str]]] = [(name, "", {}) for name in NAMES]


def _printed(project: Path, found: list[tuple[str, str, dict[str, str]]], *, as_json: bool) -> str:
    """What is printed; in a process of its own, because it makes the application of its process."""
    program = (
        "import json, sys; from ui.runtime.checking import print_probes;"
        "print_probes([tuple(each) for each in json.loads(sys.argv[1])], as_json=sys.argv[2] == 'json')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(found), "json" if as_json else "text"],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout


def _json(project: Path, found: list[tuple[str, str, dict[str, str]]]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(_printed(project, found, as_json=True))
    return told


def test_what_is_ready_is_only_ticked_off(project: Path) -> None:
    assert _json(project, READY) == {name: {"ok": True} for name in NAMES}
    assert _printed(project, READY, as_json=False).splitlines() == [f"○ {word}" for word in NAMES.values()]


def test_what_is_not_ready_says_what_why_and_what_to_do(project: Path) -> None:
    told = _json(project, [("printer", "PRINTER_EMPTY", {}), ("clock", "", {})])

    assert told["clock"] == {"ok": True}
    assert told["printer"]["ok"] is False
    assert told["printer"]["code"] == "PRINTER_EMPTY"
    for key in ("what", "cause", "do"):
        assert told["printer"][key].endswith("。"), key


def test_for_a_person_the_remedy_stands_before_the_code(project: Path) -> None:
    found = [("gateway", "SETTINGS_INVALID", {"file": "installation.json", "keys": "ca_pem"})]
    head, cause, remedy = _printed(project, found, as_json=False).splitlines()

    assert head.startswith("× 窓口ゲートウェイ: ")
    assert cause.startswith("    ")
    assert remedy.endswith("(SETTINGS_INVALID file=installation.json keys=ca_pem)")


def test_every_failure_has_words_for_the_check(project: Path) -> None:
    told = _json(project, [(code.value, code.value, {}) for code in FailureCode])

    assert [told[code.value]["code"] for code in FailureCode] == [code.value for code in FailureCode]
    assert all(told[code.value]["do"] for code in FailureCode)


def test_what_the_program_cannot_start_without_is_named_in_japanese(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say_absent("IPAmjMincho")

    said = capsys.readouterr().err
    assert said.startswith("「IPAmjMincho」が入っていない")
    assert said.endswith("\n")
