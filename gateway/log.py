"""Structured logs: JSON lines on standard error, only fields of a list, so that no record slips in."""

from __future__ import annotations

import logging
import sys

import structlog
from structlog.typing import EventDict, WrappedLogger

ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "status",
        "code",
        "detail",
        "kind",
        "port",
        "residents",
        "elapsed_ms",
    }
)


def redact(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace every field that is not on the list."""
    return {name: value if name in ALLOWED else "<redacted>" for name, value in event.items()}


def configure_log() -> None:
    """Write JSON lines to standard error; the server's own access log stays off, its errors are kept."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            redact,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    # uvicorn's messages quote addresses and exception texts: only that it failed is of use here.
    for name in ("uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
