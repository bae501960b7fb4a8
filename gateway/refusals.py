"""How the gateway says no: one exception, one vocabulary, never a word about a person."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.failures import FailureCode


@dataclass(eq=False)
class Refusal(Exception):
    """An answer of problem+json: HTTP ``status``, failure code and an English ``detail`` for the log.

    ``detail`` names rules and states only; a test reads every answer for personal data.
    """

    status: int
    code: FailureCode
    detail: str


def sign_in_expired(detail: str) -> Refusal:
    """No valid access token (401)."""
    return Refusal(401, FailureCode.SIGN_IN_EXPIRED, detail)


def forbidden(detail: str) -> Refusal:
    """Not for this role or this clerk (403)."""
    return Refusal(403, FailureCode.GATEWAY_REFUSED, detail)


def not_found(detail: str) -> Refusal:
    """Nothing of that name for this clerk: the same words whether it is hidden or absent (404)."""
    return Refusal(404, FailureCode.GATEWAY_REFUSED, detail)


def conflict(detail: str) -> Refusal:
    """The state of the record forbids it (409)."""
    return Refusal(409, FailureCode.GATEWAY_REFUSED, detail)


def record_changed(detail: str) -> Refusal:
    """The core's record is not what the clerk saw (409)."""
    return Refusal(409, FailureCode.RECORD_CHANGED, detail)


def issue_held() -> Refusal:
    """The rules do not say ok; never why (409)."""
    return Refusal(409, FailureCode.ISSUE_HELD, "the rules do not allow this issue")


def approval_differs(detail: str) -> Refusal:
    """The statement is not this approver's over this page (409)."""
    return Refusal(409, FailureCode.APPROVAL_DIFFERS, detail)


def approval_missing() -> Refusal:
    """No approval in force over exactly this page (409)."""
    return Refusal(409, FailureCode.APPROVAL_MISSING, "no approval over this page is in force")


def approver_is_maker() -> Refusal:
    """Nobody approves his own work, under whichever account (403)."""
    return Refusal(403, FailureCode.APPROVER_IS_MAKER, "the approver is the clerk himself")


def printer_busy() -> Refusal:
    """Sheets of another issue went to this terminal's printer; what became of them is not said yet (409)."""
    return Refusal(409, FailureCode.PRINTER_BUSY, "another issue of this terminal is not collated")


def malformed(detail: str) -> Refusal:
    """The request is not of the contract's form (422)."""
    return Refusal(422, FailureCode.GATEWAY_REFUSED, detail)
