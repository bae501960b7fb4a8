"""Writes the JSON schemas of scenario and report from their classes: ``python -m player.schemas``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from player.report import Report
from player.scenario import Scenario

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "schemas"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Return file name and schema of each."""
    return {
        "report.schema.json": {"$schema": _DIALECT, **Report.model_json_schema()},
        "scenario.schema.json": {"$schema": _DIALECT, **Scenario.model_json_schema()},
    }


def text_of(schema: dict[str, Any]) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write(folder: Path = FOLDER) -> None:
    """Write every schema into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / name).write_text(text_of(schema), encoding="utf-8")


if __name__ == "__main__":
    write()
