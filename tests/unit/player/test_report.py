from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from player import report, schemas

LINES: list[dict[str, Any]] = [
    {"at": "2026-04-01T09:00:00+09:00", "state": "SignedOut"},
    {"at": "2026-04-01T09:00:01+09:00", "state": "AtReception", "case": "c-1", "number": "001"},
    {"at": "2026-04-01T09:00:02+09:00", "state": "AtReception", "case": "c-1", "failure": "CARD_PULLED"},
    {"at": "2026-04-01T09:00:03+09:00", "state": "AtReception", "case": "c-1", "failure": "CARD_PULLED"},
    {"at": "2026-04-01T09:00:04+09:00", "state": "Comparing", "case": "c-1",
     "card": {"apdu_count": 41, "elapsed_ms": 18.5}},
    {"at": "2026-04-01T09:00:05+09:00", "state": "AtReception", "case": "c-2", "number": "002"},
    {"at": "2026-04-01T09:00:06+09:00", "state": "Printing", "case": "c-1",
     "print": {"job_id": "1", "state": "processing"}},
    {"at": "2026-04-01T09:00:07+09:00", "state": "Printing", "case": "c-1",
     "print": {"job_id": "1", "state": "completed"}, "failure": "CARD_PULLED"},
]  # fmt: skip


def _report(**changes: object) -> report.Report:
    cases = report.cases_of(LINES)
    values: dict[str, Any] = {
        "scenario": "main-by-card",
        "title": "t",
        "passed": True,
        "outcome": "handed_over",
        "seconds": 1.5,
        "case": cases[0],
        "cases": cases,
        "books": [
            report.CaseBooks(
                number="001",
                outcome="open",
                issues=1,
                sheets={"spooled": 1},
                on_paper=1,
                paid=0,
                approvals=[],
            )
        ],
        "beside": [report.beside("desk", LINES)],
        "sheets": [report.Sheet(number="n", state="handed_over", code="6BF")],
        "issue": report.Issue(certificate="J01", persons=3, items=[]),
        "card": report.card_of(LINES, "c-1"),
        "pdf": report.Document(path="submitted.pdf", sha256="a" * 64, pages=1),
        "printer_copy": None,
        "print": report.print_of(LINES, "c-1"),
        "failures": report.failures_of(LINES),
        "screenshots": ["01.png"],
        "broken": [],
    }
    return report.Report.model_validate(values | changes)


def test_states_of_each_case_are_kept_apart_and_repeated_ones_count_once() -> None:
    cases = report.cases_of(LINES)

    assert [case.number for case in cases] == ["001", "002"]
    assert [state.name for state in cases[0].states] == ["AtReception", "Comparing", "Printing"]
    assert cases[0].states[1].at == "2026-04-01T09:00:04+09:00"


def test_a_failure_counts_again_only_after_it_had_gone() -> None:
    assert [failure.code for failure in report.failures_of(LINES)] == ["CARD_PULLED", "CARD_PULLED"]


def test_card_and_job_belong_to_the_case_asked_for() -> None:
    assert report.card_of(LINES, "c-1").apdu_count == 41
    assert report.card_of(LINES, "c-2").apdu_count == 0
    assert report.print_of(LINES, "c-1").states == ["processing", "completed"]
    assert report.print_of(LINES, "c-2").job_id == ""


def test_a_pc_beside_tells_its_states_in_order_and_its_failures() -> None:
    beside = report.beside("desk", LINES)

    assert [state.name for state in beside.states][:2] == ["SignedOut", "AtReception"]
    assert [failure.code for failure in beside.failures] == ["CARD_PULLED", "CARD_PULLED"]


def test_the_report_as_written_meets_the_schema_in_resources(tmp_path: Path, project: Path) -> None:
    _report().write(tmp_path)

    schema = json.loads((project / "resources/schemas/report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads((tmp_path / "report.json").read_text(encoding="utf-8")), schema)


@pytest.mark.parametrize("path", ["outcome", "case.id", "sheets", "print.job_id", "issue.certificate"])
def test_the_schema_demands_the_literal_keys(tmp_path: Path, project: Path, path: str) -> None:
    _report().write(tmp_path)
    document = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    schema = json.loads((project / "resources/schemas/report.schema.json").read_text(encoding="utf-8"))

    *way, last = path.split(".")
    inner = document
    for key in way:
        inner = inner[key]
    del inner[last]

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_an_absolute_path_is_refused() -> None:
    with pytest.raises(ValueError, match="screenshots"):
        _report(screenshots=["/tmp/01.png"])


def test_the_schemas_in_resources_are_those_of_the_classes(project: Path) -> None:
    for name, schema in schemas.schemas().items():
        stored = (project / "resources/schemas" / name).read_text(encoding="utf-8")
        assert stored == schemas.text_of(schema), f"{name} is old: python -m player.schemas"
