"""``main.py card``: a card read once, as JSON. Credentials come through a descriptor, and leave nowhere."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable

from counter_app.application.card_port import CardPart, CardRead, CardReaders, Credential
from counter_app.application.port_errors import PortError, Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CredentialKind
from devices.credentials import wipe

LARGEST_OBJECT = 4096


def credential_from_fd(descriptor: int) -> Credential:
    """Return the credential in the one JSON object that ``descriptor`` carries; read to its end, not closed.

    The object has one key, ``code_b``, ``text_pin`` or ``auth_pin``. Raises Refused
    (CARD_CREDENTIAL_FORMAT) for anything else, quoting nothing.
    """
    content = bytearray()
    try:
        while part := os.read(descriptor, LARGEST_OBJECT):
            content += part
            if len(content) > LARGEST_OBJECT:
                raise Refused(FailureCode.CARD_CREDENTIAL_FORMAT)
        parsed = json.loads(content)
        ((name, text),) = parsed.items()
        return Credential(CredentialKind(name), text)
    except (OSError, ValueError, AttributeError):
        raise Refused(FailureCode.CARD_CREDENTIAL_FORMAT) from None
    finally:
        wipe(content)


def choose_reader(readers: CardReaders) -> str:
    """Return the reader where a My Number Card lies, never simply the first one.

    Raises the most telling failure where there is none: an empty reader says less than any other.
    """
    failure: PortError = Unavailable(FailureCode.READER_ABSENT)
    told = 0
    for name in readers.names():
        try:
            readers.look(name)
        except PortError as error:
            telling = 1 if error.failure.code is FailureCode.CARD_ABSENT else 2
            if telling > told:
                failure, told = error, telling
        else:
            return name
    raise failure


def read_card_json(
    readers: CardReaders, reader: str | None, parts: frozenset[CardPart], credential: Credential | None
) -> dict[str, object]:
    """Read ``parts`` and return what ``main.py card --json`` prints; a failure is ``{"failure": {...}}``.

    ``attributes``, ``face`` and ``certificate`` are there where they were asked for; ``tries`` counts after
    the visit: of the credential given, and of all with COUNTERS or where nothing at all was asked for.
    ``reader`` None: the one with a card. ``credential`` is wiped whatever happens. The last try of a
    credential is never taken here: nobody can confirm it.
    """
    parts = parts or frozenset({CardPart.COUNTERS})
    try:
        read = readers.read(reader or choose_reader(readers), parts, credential)
    except PortError as error:
        return {"failure": {"code": error.failure.code.value, **error.failure.facts}}
    finally:
        if credential is not None:
            credential.wipe()
    return _told(read, parts)


def told_card(
    readers: CardReaders, reader: str | None, parts: Iterable[str], credential_fd: int | None
) -> dict[str, object]:
    """Read what the command line asks for; see ``credential_from_fd`` and ``read_card_json``.

    ``parts``: values of ``CardPart``. Raises ValueError for any other, Refused(CARD_CREDENTIAL_FORMAT).
    """
    wanted = frozenset(CardPart(part) for part in parts)
    credential = None if credential_fd is None else credential_from_fd(credential_fd)
    return read_card_json(readers, reader, wanted, credential)


def _told(read: CardRead, parts: frozenset[CardPart]) -> dict[str, object]:
    told: dict[str, object] = {"kind": read.seen.kind, "token_label": read.seen.token_label}
    if read.attributes is not None:
        told["attributes"] = {
            "name": read.attributes.name,
            "address": read.attributes.address,
            "birth_date": read.attributes.birth_date,
            "sex": read.attributes.sex.value,
        }
    if CardPart.FACE in parts:
        told["face"] = {
            "present": bool(read.photo_png),
            "signature": read.signature.value,
            "chip_genuine": read.chip_genuine,
        }
    if CardPart.CERTIFICATE in parts:
        digest = hashlib.sha256(read.certificate_der).hexdigest()
        told["certificate"] = {"sha256": digest, "not_after": read.not_after}
    told["tries"] = {kind.value: left for kind, left in read.tries.items()}
    told["apdu_count"] = read.apdu_count
    told["elapsed_ms"] = round(read.elapsed_ms, 1)
    return told
