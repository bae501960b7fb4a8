"""The program's log: JSON lines, rotated, and only fields on the list; everything else is ``<redacted>``.

A log is read by people who may not see a resident. So no list of what to hide, but one of what may be shown.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import structlog

FILE_NAME = "counter.log"
MOST_BYTES = 2 * 1024 * 1024
KEPT_FILES = 5
REDACTED = "<redacted>"

ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "logger",
        "event_id",
        "case_id",
        "visit_id",
        "issue_id",
        "job",
        "attempt",
        "effect",
        "state",
        "step",
        "code",
        "lane",
        "status",
        "method",
        "elapsed_ms",
        "count",
        "apdu_count",
        "sheet",
        "profile",
        "version",
        "mode",
        "exception",
        "where",
    }
)

# Events are words of the program: a sentence put together at run time could carry a name.
_EVENT = re.compile(r"^[A-Za-z0-9 _.,:;()'/-]{1,120}$")
_VALUE = re.compile(r"^[A-Za-z0-9_.:/+-]{0,120}$")


def _allowed(name: str, value: object) -> object:
    if name not in ALLOWED:
        return REDACTED
    if isinstance(value, (bool, int, float)) or value is None:
        return value
    pattern = _EVENT if name == "event" else _VALUE
    text = str(value)
    return text if pattern.match(text) else REDACTED


def keep_allowed(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace every field that is not on the list, and every value that could be more than a word."""
    return {name: _allowed(name, value) for name, value in event.items()}


def name_exception(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Keep of an exception its kind and the line it came from: its message may quote a record."""
    error = event.pop("exc_info", None)
    error = sys.exception() if error is True else error
    if isinstance(error, BaseException):
        event["exception"] = type(error).__name__
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        if trace is not None:
            event["where"] = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
    return event


class _WithoutForeignText(logging.Filter):
    """Lets a library's record through as its logger and level only: its text is not ours to vouch for.

    No record keeps its traceback: the last line of one is the exception's message.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if not getattr(record, "ours", False):
            record.msg = f'{{"event": "library", "logger": "{record.name}", "level": "{record.levelname}"}}'
            record.args = None
        record.exc_info = None
        record.exc_text = None
        record.stack_info = None
        return True


def _ours(_logger: object, _method: str, line: Any) -> tuple[tuple[str], dict[str, Any]]:
    return (line,), {"extra": {"ours": True}}


def set_up_log(directory: Path, *, most_bytes: int = MOST_BYTES) -> RotatingFileHandler:
    """Send all lines to ``directory``; returns the handler, to be closed at the end."""
    handler = RotatingFileHandler(
        directory / FILE_NAME, maxBytes=most_bytes, backupCount=KEPT_FILES, encoding="utf-8"
    )
    handler.addFilter(_WithoutForeignText())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    # httpx logs every address at INFO; addresses carry case ids at best and codes of sign-ins at worst.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=False),
            name_exception,
            keep_allowed,
            structlog.processors.JSONRenderer(sort_keys=True),
            _ours,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    return handler
