"""One table: an error of SQLite -> a port error. Nothing of SQLite leaves the package unmapped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2 as sqlcipher

from counter_app.application.port_errors import PortError, Unavailable
from counter_app.domain.failures import FailureCode

# Primary result codes of https://www.sqlite.org/rescode.html; a code that is not here is damage.
_BY_CODE = {
    5: FailureCode.STORE_LOCKED,  # SQLITE_BUSY
    6: FailureCode.STORE_LOCKED,  # SQLITE_LOCKED
    13: FailureCode.STORE_FULL,  # SQLITE_FULL
}

# Errors of the caller, not of the file: they are bugs and pass as they are.
_BUGS = (sqlcipher.ProgrammingError, sqlcipher.InterfaceError, sqlcipher.NotSupportedError)


def port_error(error: sqlcipher.Error) -> PortError:
    """Return the port error for ``error``: STORE_FULL, STORE_LOCKED, or STORE_UNREADABLE for all else."""
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return Unavailable(_BY_CODE.get(primary, FailureCode.STORE_UNREADABLE))


@contextmanager
def mapped() -> Iterator[None]:
    """Run a block against the database; its errors leave as port errors, bugs as bugs."""
    try:
        yield
    except _BUGS:
        raise
    except sqlcipher.Error as error:
        raise port_error(error) from error
