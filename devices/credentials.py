"""From what was typed to the digits a card is sent: full width folded, length checked, no try spent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from counter_app.application.card_port import CardPart, Credential
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CredentialKind
from devices.card_table import Application, CardTable, Lock

FULL_WIDTH_ZERO = b"\xef\xbc\x90"
NEEDS: dict[CardPart, dict[CredentialKind, Application]] = {
    CardPart.ATTRIBUTES: {
        CredentialKind.CODE_B: Application.TEXT,
        CredentialKind.TEXT_PIN: Application.TEXT,
    },
    CardPart.FACE: {CredentialKind.CODE_B: Application.SURFACE},
}
"""Which credential opens a part, and in which application. The certificate needs none."""


def locks_for(
    table: CardTable, parts: frozenset[CardPart], credential: Credential | None
) -> tuple[Lock, ...]:
    """Return the locks that reading ``parts`` spends ``credential`` on, in the order of the session.

    Raises Refused (CARD_CREDENTIAL_FORMAT) where the credential cannot open a part asked for.
    """
    kind = credential.kind if credential else None
    locks: list[Lock] = []
    if kind is CredentialKind.AUTH_PIN and CardPart.CERTIFICATE in parts:
        locks.append(table.lock(Application.JPKI, kind))
    for part, openers in NEEDS.items():
        if part not in parts:
            continue
        if kind is None or kind not in openers:
            raise Refused(FailureCode.CARD_CREDENTIAL_FORMAT)
        locks.append(table.lock(openers[kind], kind))
    return tuple(locks)


def _fold(typed: bytearray) -> bytearray:
    """Return ASCII digits for half- and full-width ones; the caller wipes. Anything else: Refused."""
    digits = bytearray()
    at = 0
    while at < len(typed):
        if typed[at : at + 2] == FULL_WIDTH_ZERO[:2] and at + 2 < len(typed):
            digits.append(typed[at + 2] - FULL_WIDTH_ZERO[2] + 0x30 & 0xFF)
            at += 3
        else:
            digits.append(typed[at])
            at += 1
    return digits


def wipe(buffer: bytearray) -> None:
    """Overwrite and empty ``buffer``."""
    buffer[:] = bytes(len(buffer))
    buffer.clear()


@contextmanager
def sendable(credential: Credential | None, locks: tuple[Lock, ...]) -> Iterator[bytearray]:
    """Yield the digits to send, and wipe them and ``credential`` afterwards, whatever happens.

    Raises Refused (CARD_CREDENTIAL_FORMAT) unless they fit every lock: a wrong length spends no try.
    """
    digits = bytearray()
    try:
        if credential is not None:
            digits = _fold(credential.reveal())
            if not digits.isdigit() or any(len(digits) != lock.digits for lock in locks):
                raise Refused(FailureCode.CARD_CREDENTIAL_FORMAT)
        yield digits
    finally:
        wipe(digits)
        if credential is not None:
            credential.wipe()
