"""A virtual My Number Card: interprets commands as the sources say that real ones do (card.md 1.1 to 1.6).

Consistent with an independent driver (OpenSC); no proof about real cards.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import rsa

from devices.apdu import Word
from devices.simulated.command_bytes import Incoming, parsed
from devices.simulated.keys import sign_raw

CONTACT_ATR = bytes.fromhex("3BE000FF8131FE4514")
MOST_SIGNED = 245
"""Bytes that PKCS #1 v1.5 leaves room for in RSA-2048."""


@dataclass(slots=True)
class Secret:
    """A credential and its counter. ``verified`` lives until the power goes."""

    name: str
    value: bytes = field(repr=False)
    limit: int
    left: int = -1
    verified: bool = False

    def __post_init__(self) -> None:
        if self.left < 0:
            self.left = self.limit


@dataclass(frozen=True, slots=True)
class ElementaryFile:
    """Content, and the credentials any one of which opens it (none: free)."""

    content: bytes = field(repr=False)
    opened_by: tuple[int, ...] = ()
    record: bool = False


@dataclass(frozen=True, slots=True)
class CardApplication:
    """One application: files, credentials and keys by identifier. A key is (key, credential or 0)."""

    name: str
    aid: bytes
    files: Mapping[int, ElementaryFile]
    secrets: Mapping[int, Secret]
    keys: Mapping[int, tuple[rsa.RSAPrivateKey, int]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """What a trace may hold: instruction, application, file reached (0: none) and status word. No data."""

    ins: int
    application: str
    ef: int
    word: int


def _word(word: int) -> bytes:
    return word.to_bytes(2, "big")


class VirtualCard:
    """The card. ``transmit`` never raises for whatever bytes it is sent."""

    def __init__(self, applications: tuple[CardApplication, ...], atr: bytes = CONTACT_ATR) -> None:
        self.applications = applications
        self.atr = atr
        self.trace: list[TraceEntry] = []
        self._application: CardApplication | None = None
        self._ef = 0

    def power_on(self) -> bytes:
        """Forget selection and every credential presented; return the ATR."""
        self._application, self._ef = None, 0
        for application in self.applications:
            for secret in application.secrets.values():
                secret.verified = False
        return self.atr

    def secret(self, application: str, name: str) -> Secret:
        """Return a credential by names; ``KeyError`` where the card has none."""
        for candidate in self.applications:
            if candidate.name == application:
                for secret in candidate.secrets.values():
                    if secret.name == name:
                        return secret
        raise KeyError(name)

    def counters(self) -> dict[str, int]:
        """Return tries left by ``application.credential``."""
        return {
            f"{application.name}.{secret.name}": secret.left
            for application in self.applications
            for secret in application.secrets.values()
        }

    def set_tries(self, name: str, left: int) -> None:
        """Set the tries left of ``name`` in every application that has it; ``KeyError`` if none has."""
        found = [
            secret
            for application in self.applications
            for secret in application.secrets.values()
            if secret.name == name
        ]
        if not found:
            raise KeyError(name)
        for secret in found:
            secret.left = left

    def transmit(self, raw: bytes) -> bytes:
        """Answer one command: data and status word."""
        command = parsed(raw)
        answer = _word(Word.LENGTH_WRONG) if command is None else self._answer(command)
        word = int.from_bytes(answer[-2:], "big")
        name = self._application.name if self._application else ""
        self.trace.append(TraceEntry(raw[1] if len(raw) > 1 else 0, name, self._ef, word))
        return answer

    def _answer(self, command: Incoming) -> bytes:
        if command.cla & 0x03:
            return _word(Word.CHANNEL_UNSUPPORTED)
        instructions = {
            (0x00, 0xA4): self._select,
            (0x00, 0x20): self._verify,
            (0x00, 0xB0): self._read,
            (0x00, 0xB2): self._record,
            (0x00, 0x84): self._challenge,
            (0x80, 0x2A): self._sign,
        }
        carried_out = instructions.get((command.cla, command.ins))
        return carried_out(command) if carried_out else _word(Word.INSTRUCTION_UNKNOWN)

    @staticmethod
    def _challenge(command: Incoming) -> bytes:
        if command.le is None or command.data:
            return _word(Word.LENGTH_WRONG)
        return secrets.token_bytes(min(command.le, 256)) + _word(Word.OK)

    def _select(self, command: Incoming) -> bytes:
        if command.p1 == 0x04:
            for application in self.applications:  # a prefix is enough, as on a real card
                if command.data and application.aid.startswith(command.data):
                    self._application, self._ef = application, 0
                    return _word(Word.OK)
            return _word(Word.NOT_FOUND)
        if command.p1 != 0x02 or len(command.data) != 2:
            return _word(Word.PARAMETERS_WRONG)
        return self._reach(int.from_bytes(command.data, "big"))

    def _reach(self, ef: int) -> bytes:
        """Make ``ef`` current: a file, a credential or a key of the application."""
        there = self._application
        if there is None or not (ef in there.files or ef in there.secrets or (ef and ef in there.keys)):
            return _word(Word.NOT_FOUND)
        self._ef = ef
        return _word(Word.OK)

    def _short(self, reference: int) -> bytes:
        """Make the file of a short identifier (80 | id) current; 80 alone means the current one."""
        if reference & 0x1F:
            return self._reach(reference & 0x1F)
        return _word(Word.OK if self._ef else Word.NO_CURRENT_FILE)

    def _verify(self, command: Incoming) -> bytes:
        if command.p1 or not command.p2 & 0x80:
            return _word(Word.PARAMETERS_WRONG)
        reached = self._short(command.p2)
        if reached != _word(Word.OK):
            return reached
        secret = self._application.secrets.get(self._ef) if self._application else None
        return _word(Word.FILE_TYPE_WRONG) if secret is None else _word(self._presented(secret, command.data))

    @staticmethod
    def _presented(secret: Secret, data: bytes) -> int:
        """Return the word for ``data`` against ``secret``; no data asks for the counter, and spends none."""
        if not data:
            return Word.OK if secret.verified else 0x63C0 | secret.left
        if secret.left == 0:
            return Word.BLOCKED
        secret.verified = hmac.compare_digest(data, secret.value)
        if secret.verified:
            secret.left = secret.limit
            return Word.OK
        secret.left -= 1
        return 0x63C0 | secret.left

    def _open(self, ef: int) -> ElementaryFile | int:
        """Return the current file where it may be read, or the word that says why not."""
        if self._application is None or ef == 0:
            return Word.NO_CURRENT_FILE
        found = self._application.files.get(ef)
        if found is None:
            return Word.FILE_TYPE_WRONG
        held = self._application.secrets
        if found.opened_by and not any(held[reference].verified for reference in found.opened_by):
            return Word.CREDENTIAL_MISSING
        return found

    def _read(self, command: Incoming) -> bytes:
        at = command.p1 << 8 | command.p2
        if command.p1 & 0x80:
            reached = self._short(command.p1)
            if reached != _word(Word.OK):
                return reached
            at = command.p2
        found = self._open(self._ef)
        if isinstance(found, int):
            return _word(found)
        if found.record:
            return _word(Word.FILE_TYPE_WRONG)
        if command.le is None:
            return _word(Word.LENGTH_WRONG)
        if at > len(found.content):
            return _word(Word.OFFSET_WRONG)
        return found.content[at : at + command.le] + _word(Word.OK)

    def _record(self, command: Incoming) -> bytes:
        if command.p2 & 0xF8:
            reached = self._reach(command.p2 >> 3)
            if reached != _word(Word.OK):
                return reached
        found = self._open(self._ef)
        if isinstance(found, int):
            return _word(found)
        if not found.record:
            return _word(Word.FILE_TYPE_WRONG)
        return found.content + _word(Word.OK) if command.p1 == 1 else _word(Word.RECORD_NOT_FOUND)

    def _sign(self, command: Incoming) -> bytes:
        if self._application is None:
            return _word(Word.CONDITIONS_UNMET)
        if command.p1:
            return _word(Word.PARAMETERS_WRONG)
        reference = command.p2 & 0x1F or (self._ef if command.p2 else 0)
        held = self._application.keys.get(reference)
        if held is None:
            return _word(Word.REFERENCE_NOT_FOUND)
        key, needs = held
        if needs and not self._application.secrets[needs].verified:
            return _word(Word.CREDENTIAL_MISSING)
        if not command.data or len(command.data) > MOST_SIGNED:
            return _word(Word.DATA_WRONG)
        return sign_raw(key, command.data) + _word(Word.OK)


def foreign_card() -> VirtualCard:
    """Return a card with no application of ours: every SELECT by AID answers 6A82."""
    return VirtualCard((), bytes.fromhex("3B8F8001804F0CA000000306030001000000006A"))
