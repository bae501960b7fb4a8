"""What holds for every test: no screen, no network beyond this machine, nobody's home, no silent warning."""

from __future__ import annotations

import ipaddress
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# A second process must not take the fonts, input methods or style of whoever runs the tests.
for _name in ("QT_STYLE_OVERRIDE", "QT_IM_MODULE", "QT_SCALE_FACTOR", "DISPLAY", "WAYLAND_DISPLAY"):
    os.environ.pop(_name, None)

settings.register_profile("house", deadline=None, database=None)
settings.load_profile("house")


def _beyond_this_machine(host: object) -> bool:
    if not isinstance(host, str) or host in ("", "localhost", "0.0.0.0", "::"):  # noqa: S104 -- compared only
        return False
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return True


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if _beyond_this_machine(host):
        raise PermissionError(f"a test reached for the network: {host!r}")


sys.addaudithook(_guard)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def logged_warnings() -> Iterator[list[logging.LogRecord]]:
    """Fail the test on a logged WARNING or worse. A test that expects some takes them out of this list.

    Structured logs go the same way here, and what a test configured of them ends with it: another test's
    standard error, closed by then, would make a logger raise.
    """
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, structlog.stdlib.render_to_log_kwargs],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    yield collector.records
    structlog.reset_defaults()
    logging.getLogger().removeHandler(collector)
    lines = [f"{record.name}: {record.getMessage()}" for record in collector.records]
    assert not lines, f"logged without being expected: {lines}"


@pytest.fixture(autouse=True, scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home of its own for the run, so that nothing of the user's is read or written."""
    home = tmp_path_factory.mktemp("home")
    kept = dict(os.environ)
    os.environ["HOME"] = str(home)
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    yield home
    os.environ.clear()
    os.environ.update(kept)


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the repository."""
    return Path(__file__).resolve().parent.parent
