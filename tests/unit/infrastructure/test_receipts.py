from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from joserfc import jws
from joserfc.jwk import ECKey

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api.receipts import ReceiptCheck, SentWrite, canonical

KEY = ECKey.generate_key("P-256", {"kid": "0a0b0c0d"})
SENT = SentWrite(key="6f1c7e0a-0000-4000-8000-000000000001", path="/v1/cases", body=b'{"case_id":"A"}')
ANSWER = {"number": "031", "name": "葛\U000e0102"}
CLAIMS = {
    "key": SENT.key,
    "path": SENT.path,
    "body_sha256": hashlib.sha256(SENT.body).hexdigest(),
    "answer_sha256": hashlib.sha256(canonical(ANSWER)).hexdigest(),
    "at": "2026-11-24T09:00:00+09:00",
}


def _signed(
    claims: dict[str, Any], *, key: ECKey = KEY, typ: str = "receipt+jws", kid: str = "0a0b0c0d"
) -> str:
    header = {"alg": "ES256", "typ": typ, "kid": kid}
    return jws.serialize_compact(header, json.dumps(claims).encode(), key, algorithms=["ES256"])


def _check() -> ReceiptCheck:
    public = {name: str(value) for name, value in KEY.as_dict(private=False).items()}
    return ReceiptCheck(public)


def test_a_right_receipt_gives_the_answer_and_the_time_it_was_signed() -> None:
    answer, at = _check().verified(SENT, {**ANSWER, "receipt": _signed(CLAIMS)})

    assert answer == ANSWER
    assert at == CLAIMS["at"]


def _unsigned() -> str:
    head, body, _ = _signed(CLAIMS).split(".")
    return f"{head}.{body}."


WRONG: dict[str, Callable[[], str]] = {
    "of another key": lambda: _signed(CLAIMS, key=ECKey.generate_key("P-256")),
    "of another kind": lambda: _signed(CLAIMS, typ="at+jwt"),
    "naming another key": lambda: _signed(CLAIMS, kid="ffffffff"),
    "unsigned": _unsigned,
    "of another write": lambda: _signed({**CLAIMS, "key": "6f1c7e0a-0000-4000-8000-000000000002"}),
    "of another path": lambda: _signed({**CLAIMS, "path": "/v1/other"}),
    "of another body": lambda: _signed({**CLAIMS, "body_sha256": "00" * 32}),
    "of another answer": lambda: _signed({**CLAIMS, "answer_sha256": "00" * 32}),
    "without a time": lambda: _signed({k: v for k, v in CLAIMS.items() if k != "at"}),
    "no JWS": lambda: "x.y.z",
    "no object": lambda: jws.serialize_compact(
        {"alg": "ES256", "typ": "receipt+jws", "kid": "0a0b0c0d"}, b"[]", KEY, algorithms=["ES256"]
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_receipt_that_does_not_prove_this_write_is_refused(what: str) -> None:
    with pytest.raises(Refused) as caught:
        _check().verified(SENT, {**ANSWER, "receipt": WRONG[what]()})

    assert caught.value.failure.code is FailureCode.GATEWAY_RECEIPT_INVALID


@pytest.mark.parametrize("receipt", [None, 1])
def test_an_answer_without_a_receipt_is_refused(receipt: object) -> None:
    with pytest.raises(Refused):
        _check().verified(SENT, {**ANSWER, "receipt": receipt})
