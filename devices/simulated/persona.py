"""Who a virtual card belongs to: a fictitious person and the codes of his card. JSON in, JSON out."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields


class PersonaInvalidError(Exception):
    """A persona that no card could be issued to; says which field, never its content."""


DIGITS = {"birth_date": 8, "sex": 1, "code_b": 14, "text_pin": 4, "auth_pin": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """A fictitious card holder.

    ``birth_date`` YYYYMMDD, month and day may be 00; ``sex`` JIS X 0303; ``code_b`` the 14 digits as
    printed (birth YYMMDD, expiry year, security code). Credentials are kept out of the repr.
    """

    name: str
    address: str
    birth_date: str
    sex: str
    code_b: str = field(repr=False)
    text_pin: str = field(repr=False)
    auth_pin: str = field(repr=False)
    sign_pin: str = field(repr=False)
    expiry_year: int

    def __post_init__(self) -> None:
        for name, count in DIGITS.items():
            value = getattr(self, name)
            if len(value) != count or not (value.isascii() and value.isdigit()):
                raise PersonaInvalidError(name)
        if not (6 <= len(self.sign_pin) <= 16 and self.sign_pin.isascii() and self.sign_pin.isalnum()):
            raise PersonaInvalidError("sign_pin")
        if not 2020 <= self.expiry_year <= 2060:
            raise PersonaInvalidError("expiry_year")
        if not self.name or not self.address:
            raise PersonaInvalidError("name, address")

    def to_json(self) -> str:
        """Return one JSON object that ``persona_from_json`` reads back."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @property
    def folder(self) -> str:
        """A file name for what is issued to this persona; tells nothing about him."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:16]


def persona_from_json(text: str) -> Persona:
    """Return the persona in ``text``. Raises ``PersonaInvalidError``."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError:
        raise PersonaInvalidError("not JSON") from None
    known = {entry.name for entry in fields(Persona)}
    if not isinstance(content, dict) or set(content) != known:
        raise PersonaInvalidError("the fields")
    if any(not isinstance(content[name], str) for name in known - {"expiry_year"}):
        raise PersonaInvalidError("a field that is not text")
    if type(content["expiry_year"]) is not int:
        raise PersonaInvalidError("expiry_year")
    return Persona(**content)
