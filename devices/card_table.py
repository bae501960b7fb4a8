"""The card's addresses as versioned data: applications, files, credentials (``card_tables/*.toml``).

A file that the table does not name cannot be read: every reading function takes a ``CardFile``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from counter_app.domain.identity import CredentialKind

AID_LENGTH = 10


class Application(StrEnum):
    """公的個人認証AP, 券面入力補助AP, 券面確認AP."""

    JPKI = "jpki"
    TEXT = "text"
    SURFACE = "surface"


class CardFile(StrEnum):
    """The files that a counter may read. There is no other way to name one."""

    TOKEN_LABEL = "token_label"  # noqa: S105 - a file, not a secret
    AVAILABILITY = "availability"
    AUTH_CERTIFICATE = "auth_certificate"
    ATTRIBUTES = "attributes"
    FACE = "face"
    FACE_ISSUER = "face_issuer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """One credential of one application: its reference, its length in digits, its tries when fresh."""

    kind: CredentialKind
    application: Application
    reference: int
    digits: int
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTable:
    """Where things are on one generation of the card."""

    version: str
    aids: Mapping[Application, bytes]
    files: Mapping[CardFile, tuple[Application, int]]
    auth_key: int
    chip_key: int
    locks: tuple[Lock, ...]
    tokens: Mapping[str, str]

    def lock(self, application: Application, kind: CredentialKind) -> Lock:
        """Return the lock that ``kind`` opens in ``application``; ``KeyError`` where there is none."""
        for lock in self.locks:
            if lock.application is application and lock.kind is kind:
                return lock
        raise KeyError(kind)


def _parsed(content: Mapping[str, Any]) -> CardTable:
    aids = {Application(name): bytes.fromhex(aid) for name, aid in content["applications"].items()}
    if any(len(aid) != AID_LENGTH for aid in aids.values()):
        raise ValueError("an AID is not ten bytes")
    return CardTable(
        version=content["version"],
        aids=aids,
        files={CardFile(name): (Application(app), ef) for name, (app, ef) in content["files"].items()},
        auth_key=content["keys"]["auth"],
        chip_key=content["keys"]["chip"],
        locks=tuple(
            Lock(
                kind=CredentialKind(entry["kind"]),
                application=Application(entry["application"]),
                reference=entry["reference"],
                digits=entry["digits"],
                tries=entry["tries"],
            )
            for entry in content["credentials"]
        ),
        tokens=dict(content["tokens"]),
    )


@cache
def first_generation() -> CardTable:
    """Return the table of the card in use since 2016."""
    source = resources.files("devices.card_tables").joinpath("first_generation.toml")
    return _parsed(tomllib.loads(source.read_text(encoding="utf-8")))
