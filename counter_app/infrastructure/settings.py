"""Reads the two files of a profile; a wrong file ends the start, with every wrong key named.

``installation.json`` comes from the gateway and says whom to trust; ``machine.toml`` is IT's and says what
stands at this counter. Nothing is guessed, and a key that nobody reads is wrong.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode


class Strict(BaseModel):
    """Exactly these keys, exactly these types; a value, once read."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class PublicKey(Strict):
    """A P-256 public key as a JWK (RFC 7517)."""

    kty: str
    crv: str
    x: str
    y: str
    kid: Annotated[str, Field(min_length=1)]
    alg: str = "ES256"
    use: str = "sig"


class PublicKeys(Strict):
    """The keys a counter pins: of receipts, and of the codes on sheets."""

    receipt: PublicKey
    sheet_code: PublicKey


class Installation(Strict):
    """What the gateway wrote for this PC; no secret is in it. ``ca_pem``: the only CA that is trusted."""

    gateway_url: Annotated[str, Field(pattern=r"^https://[^/\s]+/?$")]
    issuer_url: Annotated[str, Field(pattern=r"^(https://|http://127\.0\.0\.1[:/])\S+$")]
    client_id: Annotated[str, Field(min_length=1)]
    audience: Annotated[str, Field(min_length=1)]
    ca_pem: Annotated[str, Field(pattern=r"^-----BEGIN CERTIFICATE-----")]
    town_code: Annotated[str, Field(pattern=r"^[0-9]{6}$")]
    keys: PublicKeys
    terminal: Annotated[str, Field(pattern=r"^[0-9]{2}$")]
    office: str
    counter: str
    training: bool

    @property
    def exercise(self) -> bool:
        """Whether this is an exercise's trust root: only its issuer is plain HTTP (design.md 4)."""
        return self.issuer_url.startswith("http://127.0.0.1")


class Printer(Strict):
    """The certificate printer: an ``ipp://`` or ``ipps://`` address (direct), or a CUPS queue's."""

    uri: Annotated[str, Field(pattern=r"^ipps?://\S+$")]
    cups_queue: bool = False


class Reader(Strict):
    """The card reader by its PC/SC name; empty: the only one there is."""

    name: str = ""


class Fonts(Strict):
    """Where the glyphs of names come from; empty: where the platform keeps IPAmj明朝."""

    names: str = ""


class Exercise(Strict):
    """What an exercise may do to this PC (design.md 9); refused unless the installation is one's.

    ``clock_offset_seconds``: how far this PC's own clock is off (``GatewayClock.move_own_time``), a year at
    most. ``face_ca_file``: the key that signs the exercise's cards (16 bytes 証明者鍵ID and a DER key).
    """

    clock_offset_seconds: int = 0
    face_ca_file: str = ""


class Machine(Strict):
    """What stands at this counter."""

    printer: Printer | None = None
    reader: Reader = Reader()
    fonts: Fonts = Fonts()
    exercise: Exercise | None = None

    def face_ca_keys(self) -> tuple[bytes, ...]:
        """The keys card faces are checked with beside the national ones. Refused(SETTINGS_INVALID)."""
        if self.exercise is None or not self.exercise.face_ca_file:
            return ()
        path = Path(self.exercise.face_ca_file)
        try:
            return (path.read_bytes(),)
        except OSError as error:
            raise _invalid(path, "exercise.face_ca_file") from error

    @property
    def printer_address(self) -> str:
        """The printer as ``open_queue`` knows it; empty if there is none."""
        if self.printer is None:
            return ""
        return f"{'cups+' if self.printer.cups_queue else ''}{self.printer.uri}"

    @field_validator("exercise")
    @classmethod
    def bounded(cls, value: Exercise | None) -> Exercise | None:
        """Keep the clock of an exercise's PC within a year."""
        if value is not None and abs(value.clock_offset_seconds) > 366 * 86_400:
            raise ValueError("clock_offset_seconds: a year at most")
        return value


Model = TypeVar("Model", bound=Strict)


def _invalid(path: Path, keys: str) -> Refused:
    return Refused(FailureCode.SETTINGS_INVALID, file=path.name, keys=keys)


def _wrong_keys(error: ValidationError) -> str:
    places = (".".join(str(part) for part in one["loc"]) or "(whole file)" for one in error.errors())
    return ", ".join(sorted(set(places)))


def _checked(kind: type[Model], path: Path, content: Mapping[str, Any]) -> Model:
    try:
        return kind.model_validate(content)
    except ValidationError as error:
        raise _invalid(path, _wrong_keys(error)) from None


def read_installation(path: Path) -> Installation:
    """Read ``installation.json``; Refused(SETTINGS_INVALID), facts ``file``, ``keys`` (every wrong one)."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _invalid(path, "(whole file)") from error
    if not isinstance(content, dict):
        raise _invalid(path, "(whole file)")
    return _checked(Installation, path, content)


def read_machine(path: Path) -> Machine:
    """Read ``machine.toml``; the defaults where there is none. Refused(SETTINGS_INVALID) as above."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Machine()
    except (OSError, ValueError) as error:
        raise _invalid(path, "(whole file)") from error
    return _checked(Machine, path, content)


def read_settings(installation_file: Path, machine_file: Path) -> tuple[Installation, Machine]:
    """Read both; Refused(SETTINGS_INVALID) also for an ``exercise`` section under a real town's trust."""
    installation, machine = read_installation(installation_file), read_machine(machine_file)
    if machine.exercise is not None and not installation.exercise:
        raise _invalid(machine_file, "exercise")
    return installation, machine
