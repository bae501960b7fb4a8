"""What an approver signed, and everything that only looks like it."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict, fields, replace
from typing import Any

import pytest
from joserfc import jws
from joserfc.jwk import ECKey, OctKey

from counter_app.domain.approvals import ApprovalClaims
from counter_app.infrastructure.approval_statement import StatementInvalid, read_statement, sign_statement
from tests.unit.infrastructure.approval_samples import CLAIMS, KEY, PUBLIC, statement

HEADER = {"alg": "ES256", "kid": KEY.thumbprint(), "typ": "approval+jws"}


def _signed(payload: bytes, **header: str) -> str:
    return jws.serialize_compact({**HEADER, **header}, payload, KEY, algorithms=["ES256"])


def _as_json(claims: object) -> bytes:
    return json.dumps(claims, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def test_a_statement_says_what_was_signed() -> None:
    assert read_statement(statement(), PUBLIC) == CLAIMS


def test_a_statement_by_the_key_that_is_on_record_is_read_whatever_else_that_record_holds() -> None:
    kept = {**PUBLIC, "kid": KEY.thumbprint(), "alg": "ES256", "use": "sig"}

    assert read_statement(statement(), kept) == CLAIMS


def test_a_statement_with_any_one_character_changed_is_none() -> None:
    whole = statement()

    for place, sign in enumerate(whole):
        other = whole[:place] + ("A" if sign != "A" else "B") + whole[place + 1 :]
        with pytest.raises(StatementInvalid):
            read_statement(other, PUBLIC)


def test_a_statement_cut_short_or_drawn_out_is_none() -> None:
    whole = statement()

    for other in ("", whole[:-1], whole + "A", whole + ".", f"{whole}.{whole}", " " + whole, whole + "\n"):
        with pytest.raises(StatementInvalid):
            read_statement(other, PUBLIC)


@pytest.mark.parametrize("name", ["x", "y"])
def test_a_key_with_any_one_character_changed_verifies_nothing(name: str) -> None:
    told, value = statement(), PUBLIC[name]

    for place, sign in enumerate(value[:-1]):
        other = value[:place] + ("A" if sign != "A" else "B") + value[place + 1 :]
        with pytest.raises(StatementInvalid):
            read_statement(told, {**PUBLIC, name: other})


@pytest.mark.parametrize(
    "jwk",
    [
        {},
        {**PUBLIC, "x": ""},
        {**PUBLIC, "crv": "P-384"},
        {**PUBLIC, "kty": "oct", "k": "AAAA"},
        {name: str(value) for name, value in ECKey.generate_key("P-256").as_dict(private=False).items()},
        {name: str(value) for name, value in ECKey.generate_key("P-384").as_dict(private=False).items()},
    ],
)
def test_a_statement_under_any_other_key_is_none(jwk: dict[str, str]) -> None:
    with pytest.raises(StatementInvalid):
        read_statement(statement(), jwk)


@pytest.mark.parametrize("name", [field.name for field in fields(ApprovalClaims)])
def test_claims_put_under_the_signature_of_others_are_none(name: str) -> None:
    header, _, signature = statement().split(".")
    other = replace(CLAIMS, **{name: "0" + getattr(CLAIMS, name)[1:] + "0"})
    payload = base64.urlsafe_b64encode(other.canonical()).rstrip(b"=").decode()

    with pytest.raises(StatementInvalid):
        read_statement(f"{header}.{payload}.{signature}", PUBLIC)


def _spaced(claims: dict[str, Any]) -> bytes:
    return json.dumps(claims, sort_keys=True).encode()


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"null",
        b"[]",
        b"\xff",
        b"[" * 2_000,
        _spaced(asdict(CLAIMS)),
        _as_json({**asdict(CLAIMS), "amount": "1"}),
        _as_json({name: value for name, value in asdict(CLAIMS).items() if name != "nonce"}),
        _as_json({**asdict(CLAIMS), "nonce": 5}),
        _as_json({**asdict(CLAIMS), "nonce": None}),
        CLAIMS.canonical()[:-1] + b',"approver":"2003"}',
    ],
)
def test_another_payload_is_no_statement_though_its_owner_signed_it(payload: bytes) -> None:
    with pytest.raises(StatementInvalid):
        read_statement(_signed(payload), PUBLIC)


@pytest.mark.parametrize(
    "header", [{"typ": "receipt+jws"}, {"typ": "JWT"}, {"kid": "other"}, {"cty": "json"}, {"typ": ""}]
)
def test_what_was_signed_as_something_else_is_no_statement(header: dict[str, str]) -> None:
    with pytest.raises(StatementInvalid):
        read_statement(_signed(CLAIMS.canonical(), **header), PUBLIC)


def test_the_public_key_is_no_secret_to_sign_with() -> None:
    public = OctKey.import_key(_as_json(PUBLIC))
    header = {**HEADER, "alg": "HS256"}
    forged = jws.serialize_compact(header, CLAIMS.canonical(), public, algorithms=["HS256"])
    unsigned = base64.urlsafe_b64encode(_as_json({**HEADER, "alg": "none"})).rstrip(b"=").decode()

    for told in (forged, f"{unsigned}.{statement().split('.')[1]}."):
        with pytest.raises(StatementInvalid):
            read_statement(told, PUBLIC)


def test_a_statement_without_end_is_not_even_looked_at() -> None:
    with pytest.raises(StatementInvalid, match="compact"):
        read_statement(statement() + "A" * 5_000, PUBLIC)


def test_each_signing_makes_another_statement_of_the_same_claims() -> None:
    first, second = sign_statement(KEY, CLAIMS), sign_statement(KEY, CLAIMS)

    assert first != second
    assert read_statement(first, PUBLIC) == read_statement(second, PUBLIC)
