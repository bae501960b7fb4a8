"""The code on a sheet: short enough for its square, signed, and of the frozen format."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import base45
import cbor2
import pytest
from cwt import COSE, COSEKey
from cwt.exceptions import VerifyError
from hypothesis import given
from hypothesis import strategies as st

import resources
from counter_app.domain.sheet_code import MAX_PAYLOAD_BYTES, SheetClaims, from_fields
from gateway.keys import SigningKey, load_keys
from gateway.sheet_signer import CodeTooLong, SheetSigner


def _claims(**more: object) -> SheetClaims:
    values: dict[str, object] = {
        "town_code": "999997",
        "terminal": "01",
        "issued_on": date(2026, 11, 24),
        "serial": 42,
        "page": 1,
        "pages": 3,
        "kind": "J01",
        "model_hash": b"\x01" * 16,
        "job": b"\x02" * 8,
        **more,
    }
    return SheetClaims(**values)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> SigningKey:
    return load_keys(tmp_path_factory.mktemp("keys")).sheet_code


def test_a_code_is_a_tagged_envelope_that_names_its_key_in_four_bytes(key: SigningKey) -> None:
    envelope = cbor2.loads(base45.b45decode(SheetSigner(key).text(_claims())))

    assert envelope.tag == 18
    protected, unprotected, payload, signature = envelope.value
    assert cbor2.loads(protected) == {1: -7, 4: key.key_id}
    assert (unprotected, len(key.key_id), len(signature)) == ({}, 4, 64)
    assert from_fields(cbor2.loads(payload)) == _claims()


@given(
    terminal=st.from_regex(r"\A[0-9]{2,4}\Z"),
    serial=st.integers(1, 999_999),
    pages=st.integers(1, 99),
    as_of=st.integers(0, 2**32 - 1),
)
def test_no_claims_that_can_occur_are_too_long(
    key: SigningKey, terminal: str, serial: int, pages: int, as_of: int
) -> None:
    claims = _claims(terminal=terminal, serial=serial, page=pages, pages=pages, as_of=as_of)

    assert len(SheetSigner(key).envelope(claims)) <= MAX_PAYLOAD_BYTES


def test_claims_that_would_break_the_format_are_not_signed(key: SigningKey) -> None:
    with pytest.raises(CodeTooLong):
        SheetSigner(key).envelope(_claims(kind="J" * 60))


def test_the_public_key_verifies_the_code_and_a_changed_byte_fails(key: SigningKey) -> None:
    envelope = SheetSigner(key).envelope(_claims())
    public = COSEKey.new({1: 2, -1: 1, 3: -7, 4: [2], 2: key.key_id, **_coordinates(key)})
    assert cbor2.loads(COSE.new().decode(envelope, public)) == _claims().as_fields()

    at = envelope.index(b"999997")
    forged = envelope[:at] + b"999998" + envelope[at + 6 :]

    with pytest.raises(VerifyError):
        COSE.new().decode(forged, public)


def _coordinates(key: SigningKey) -> dict[int, bytes]:
    numbers = key.private().public_key.public_numbers()
    return {-2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}


def _vectors() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(resources.read_text("api/sheet-code-vectors.json"))["valid"]
    return found


@pytest.mark.parametrize("vector", _vectors(), ids=lambda vector: vector["claims"]["number"])
def test_the_published_vectors_and_our_codes_differ_in_key_and_signature_only(
    key: SigningKey, vector: dict[str, Any]
) -> None:
    published = cbor2.loads(base45.b45decode(vector["payload"]))

    ours = cbor2.loads(SheetSigner(key).envelope(from_fields(cbor2.loads(published.value[2]))))

    assert ours.tag == published.tag
    assert ours.value[1:3] == published.value[1:3]
    assert cbor2.loads(ours.value[0]).keys() == cbor2.loads(published.value[0]).keys()
    assert [len(part) for part in ours.value] == [len(part) for part in published.value]
