"""The claims inside the code on each sheet. The format is frozen: a sheet lives longer than a program.

On paper: Base45 text of a COSE_Sign1 (RFC 9052, ES256) whose payload is the CBOR array of ``as_fields``; at
most 150 bytes before Base45. No personal data: kind, numbers, date and a digest only. The envelope is made in
the gateway and opened in ``printing``; this file alone knows the order of the fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

FORMAT_VERSION = 1
MAX_PAYLOAD_BYTES = 150
MODEL_HASH_BYTES = 16
JOB_BYTES = 8

_NUMBER = re.compile(r"[0-9]{6}-[0-9]{2,4}-[0-9]{8}-[0-9]{6}-[0-9]{1,2}/[0-9]{1,2}")


class ClaimsInvalid(ValueError):
    """The fields are not those of a sheet code of a known version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetClaims:
    """What a code says. ``job`` (8 bytes): the issue. ``model_hash``: 16 first bytes of the model's SHA-256.

    ``as_of`` is 0 for live data, else the Unix time of the snapshot printed from.
    """

    town_code: str
    terminal: str
    issued_on: date
    serial: int
    page: int
    pages: int
    kind: str
    model_hash: bytes
    job: bytes
    as_of: int = 0

    @property
    def number(self) -> str:
        """The sheet number as printed."""
        return sheet_number(
            self.town_code, self.terminal, self.issued_on, self.serial, (self.page, self.pages)
        )

    def as_fields(self) -> list[int | str | bytes]:
        """The claims in their frozen order, as CBOR-able primitives."""
        return [
            FORMAT_VERSION,
            self.town_code,
            self.terminal,
            self.issued_on.year * 10_000 + self.issued_on.month * 100 + self.issued_on.day,
            self.serial,
            self.page,
            self.pages,
            self.kind,
            self.model_hash,
            self.job,
            self.as_of,
        ]


def sheet_number(town: str, terminal: str, day: date, serial: int, place: tuple[int, int]) -> str:
    """Print 団体コード-端末-YYYYMMDD-連番-枚/総枚 (knowledge/domain.md 1.7)."""
    return f"{town}-{terminal}-{day:%Y%m%d}-{serial:06d}-{place[0]}/{place[1]}"


def is_sheet_number(text: str) -> bool:
    """Tell whether ``text`` has the form of a sheet number."""
    return _NUMBER.fullmatch(text) is not None


def from_fields(fields: object) -> SheetClaims:
    """Read the frozen array back; raises ClaimsInvalid on anything else than version 1."""
    match fields:
        case [
            1,
            str() as town,
            str() as terminal,
            int() as day,
            int() as serial,
            int() as page,
            int() as pages,
            str() as kind,
            bytes() as model_hash,
            bytes() as job,
            int() as as_of,
        ] if len(model_hash) == MODEL_HASH_BYTES and len(job) == JOB_BYTES and 1 <= page <= pages:
            try:
                issued_on = date(day // 10_000, day // 100 % 100, day % 100)
            except (ValueError, OverflowError) as error:
                raise ClaimsInvalid("no date") from error
            claims = SheetClaims(
                town_code=town,
                terminal=terminal,
                issued_on=issued_on,
                serial=serial,
                page=page,
                pages=pages,
                kind=kind,
                model_hash=model_hash,
                job=job,
                as_of=as_of,
            )
            if not is_sheet_number(claims.number):
                raise ClaimsInvalid("no sheet number")
            return claims
        case _:
            raise ClaimsInvalid("not a sheet code of version 1")
