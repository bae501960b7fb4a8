"""The machine in one file: the clock, the profile's directories, the umask."""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

import platformdirs

PROGRAM = "madoguchi"
HOME_VARIABLE = "MADOGUCHI_HOME"

_PROFILE = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$")


class GatewayClock:
    """Implements ``Clock``: the last signed gateway time plus what has passed since."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._offset = timedelta()
        self._gateway: datetime | None = None
        self._taken = 0.0

    def move_own_time(self, seconds: float) -> None:
        """An exercise only: behave as if this PC's own clock were so far off (design.md 9).

        The gateway's time, once known, is believed as ever: it never came from that clock.
        """
        with self._lock:
            self._offset = timedelta(seconds=seconds)

    @property
    def trusted(self) -> bool:
        """Whether the gateway's time is known."""
        return self._gateway is not None

    def now(self) -> datetime:
        """See ``Clock.now``."""
        with self._lock:
            if self._gateway is None:
                return self._own_time().astimezone()
            return self._gateway + timedelta(seconds=time.monotonic() - self._taken)

    def set_gateway_time(self, iso: str) -> None:
        """See ``Clock.set_gateway_time``. One before the time carried on is an old answer that came late."""
        told = datetime.fromisoformat(iso)
        if told.tzinfo is None:
            raise ValueError("a gateway time carries its zone")
        with self._lock:
            moment = time.monotonic()
            if self._gateway is None or told >= self._gateway + timedelta(seconds=moment - self._taken):
                self._gateway, self._taken = told, moment

    def monotonic(self) -> float:
        """See ``Clock.monotonic``."""
        return time.monotonic()

    def drift_seconds(self) -> float | None:
        """How far this PC's own clock is from the gateway's, in seconds; None until that is known."""
        with self._lock:
            if self._gateway is None:
                return None
            carried = self._gateway + timedelta(seconds=time.monotonic() - self._taken)
            return (self._own_time() - carried).total_seconds()

    def _own_time(self) -> datetime:
        return datetime.now(UTC) + self._offset


class ProfileNameInvalid(ValueError):
    """A profile name is 1–32 ASCII letters, digits, hyphens or underscores."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileDirectories:
    """Where one instance of the program keeps its files; a second profile is a second PC."""

    name: str
    data: Path
    logs: Path

    @property
    def installation_file(self) -> Path:
        """The file that names gateway and CA."""
        return self.data / "installation.json"

    @property
    def machine_file(self) -> Path:
        """The file with this PC's devices."""
        return self.data / "machine.toml"


def open_profile(name: str, *, root: Path | None = None) -> ProfileDirectories:
    """Return the profile's directories, made with rights for this user only (umask 077 from here on).

    The root is ``root``, else the environment's ``MADOGUCHI_HOME``, else the platform's data directory.
    Raises ProfileNameInvalid.
    """
    if not _PROFILE.match(name):
        raise ProfileNameInvalid(name)
    os.umask(0o077)
    told = os.environ.get(HOME_VARIABLE)
    base = root or (Path(told) if told else Path(platformdirs.user_data_dir(PROGRAM, appauthor=False)))
    data = base / name
    logs = data / "logs"
    logs.mkdir(parents=True, exist_ok=True, mode=0o700)
    data.chmod(0o700)
    return ProfileDirectories(name=name, data=data, logs=logs)
