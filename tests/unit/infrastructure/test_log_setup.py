from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import pytest
import structlog

from counter_app.infrastructure.log_setup import KEPT_FILES, REDACTED, set_up_log

NAME = "渡邊\U000e010e　葛\U000e0102美"
KANA = "ワタナベ　カツミ"


@pytest.fixture
def handler(tmp_path: Path) -> Iterator[RotatingFileHandler]:
    root = logging.getLogger()
    level, levels = root.level, {name: logging.getLogger(name).level for name in ("httpx", "httpcore")}
    made = set_up_log(tmp_path, most_bytes=4_000)
    yield made
    root.removeHandler(made)
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
    made.close()
    structlog.reset_defaults()


def _lines(handler: RotatingFileHandler) -> list[dict[str, Any]]:
    handler.flush()
    text = Path(handler.baseFilename).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_fields_on_the_list_are_written_as_json(handler: RotatingFileHandler) -> None:
    structlog.get_logger("counter").info("case opened", case_id="A-1", elapsed_ms=12.5)

    (line,) = _lines(handler)
    assert (line["event"], line["case_id"], line["elapsed_ms"]) == ("case opened", "A-1", 12.5)
    assert line["level"] == "info"
    assert "timestamp" in line


def test_a_field_that_is_not_on_the_list_is_redacted(handler: RotatingFileHandler) -> None:
    structlog.get_logger("counter").info("found", name=NAME, kana=KANA, birth_date="19850403", pin="5678")

    (line,) = _lines(handler)
    assert {line[field] for field in ("name", "kana", "birth_date", "pin")} == {REDACTED}


def test_a_name_in_an_allowed_field_or_in_the_event_is_redacted(handler: RotatingFileHandler) -> None:
    structlog.get_logger("counter").info(f"found {NAME}", state=KANA, case_id={"name": NAME})

    (line,) = _lines(handler)
    assert (line["event"], line["state"], line["case_id"]) == (REDACTED, REDACTED, REDACTED)


def test_of_an_exception_only_kind_and_place_are_kept(
    handler: RotatingFileHandler, logged_warnings: list[logging.LogRecord]
) -> None:
    try:
        int(NAME)
    except ValueError:
        structlog.get_logger("counter").exception("bug", event_id="E-1")

    logged_warnings.clear()
    (line,) = _lines(handler)
    assert line["exception"] == "ValueError"
    assert line["where"].startswith("test_log_setup.py:")
    assert NAME not in json.dumps(line, ensure_ascii=False)


def test_the_words_of_libraries_are_not_kept(
    handler: RotatingFileHandler, logged_warnings: list[logging.LogRecord]
) -> None:
    try:
        int(NAME)
    except ValueError:
        logging.getLogger("some.library").exception("looked up %s", NAME)

    logged_warnings.clear()
    (line,) = _lines(handler)
    assert line == {"event": "library", "logger": "some.library", "level": "ERROR"}


def test_the_log_rotates_and_stays_bounded(handler: RotatingFileHandler) -> None:
    for number in range(400):
        structlog.get_logger("counter").info("tick", count=number)
    handler.flush()

    files = sorted(Path(handler.baseFilename).parent.iterdir())
    assert len(files) == KEPT_FILES + 1
    assert all(path.stat().st_size <= 4_000 for path in files)
