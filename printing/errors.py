"""What the printing libraries raise, turned into port errors: one table, and one question per table.

For a submission the question is whether the printer may have the file. Only an answer, or a connection that
was never made, says no; anything else is ``Uncertain`` (design.md section 3, "Uncertain is a state").
"""

from __future__ import annotations

import aiohttp
from pyipp.enums import IppStatus
from pyipp.exceptions import (
    IPPConnectionError,
    IPPConnectionUpgradeRequired,
    IPPError,
    IPPParseError,
    IPPResponseError,
    IPPVersionNotSupportedError,
)

from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from counter_app.domain.failures import FailureCode

NOT_NOW = frozenset(
    {
        IppStatus.ERROR_SERVICE_UNAVAILABLE,
        IppStatus.ERROR_NOT_ACCEPTING_JOBS,
        IppStatus.ERROR_BUSY,
        IppStatus.ERROR_TEMPORARY,
        IppStatus.ERROR_DEVICE,
    }
)
ANSWERED = (IPPConnectionUpgradeRequired, IPPResponseError, IPPVersionNotSupportedError)


def status_of(error: IPPError) -> int | None:
    """Return the IPP status code of an answer that was an error, None if there was none."""
    details = error.args[1] if len(error.args) > 1 and isinstance(error.args[1], dict) else {}
    status = details.get("status-code")
    return status if isinstance(status, int) and not isinstance(error, IPPResponseError) else None


def never_connected(error: IPPError) -> bool:
    """Tell whether no connection was made, so that nothing can have been sent."""
    return isinstance(error.__cause__, aiohttp.ClientConnectorError)


def port_error(error: IPPError, *, sending: bool) -> PortError:
    """Return the port error for ``error``; ``sending`` when a document was on its way.

    ======================== ====================== ===============================
    raised                   asking                 sending a document
    ======================== ====================== ===============================
    never connected          Unavailable            Unavailable
    connection lost, timeout Unavailable            Uncertain
    unreadable answer        Unavailable            Uncertain
    IPP: busy, not accepting Unavailable (STOPPED)  Unavailable (STOPPED)
    IPP: any other error     Refused                Refused
    HTTP error               Refused                Refused (4xx), Uncertain (5xx)
    ======================== ====================== ===============================
    """
    status = status_of(error)
    if status is not None:
        return (
            Unavailable(FailureCode.PRINTER_STOPPED)
            if status in NOT_NOW
            else Refused(FailureCode.PRINTER_REFUSED)
        )
    lost = isinstance(error, (IPPConnectionError, IPPParseError)) and not never_connected(error)
    fault = isinstance(error, IPPResponseError) and error.args[1].get("status-code", 0) >= 500
    if sending and (lost or fault or not isinstance(error, (*ANSWERED, IPPConnectionError))):
        return Uncertain(FailureCode.PRINT_OUTCOME_UNKNOWN)
    if isinstance(error, ANSWERED):
        return Refused(FailureCode.PRINTER_REFUSED)
    return Unavailable(FailureCode.PRINTER_UNREACHABLE)
