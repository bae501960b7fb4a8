"""One process per profile: a lock file held for as long as the store is open.

The operating system drops the lock when the process dies, so a crash never leaves a profile locked. The file
itself stays; its existence means nothing.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ProfileLock:
    """The lock of one profile directory; raises Unavailable(STORE_LOCKED) where another process holds it."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise Unavailable(FailureCode.STORE_LOCKED) from error

    def release(self) -> None:
        """Give the profile free; may be called twice."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
