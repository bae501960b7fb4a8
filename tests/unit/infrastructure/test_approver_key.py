"""The approver's key: made once, kept in the keyring, replaced only where it cannot sign."""

from __future__ import annotations

import json
import logging

import pytest
from joserfc.jwk import ECKey

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.approval_statement import read_statement
from counter_app.infrastructure.approver_key import approver_key
from tests.fakes.secrets import FakeSecrets
from tests.unit.infrastructure.approval_samples import CLAIMS

NAME = "approver-key-2003"
WHOLE = ECKey.generate_key("P-256").as_dict(private=True)
OTHER = ECKey.generate_key("P-256").as_dict(private=True)


def test_the_key_is_made_at_its_first_use_and_stays() -> None:
    secrets = FakeSecrets()

    first = approver_key(secrets, "2003").public_jwk()

    assert list(secrets.kept) == [NAME]
    assert approver_key(secrets, "2003").public_jwk() == first


def test_two_approvers_of_one_pc_have_two_keys() -> None:
    secrets = FakeSecrets()

    assert approver_key(secrets, "2003").public_jwk() != approver_key(secrets, "2001").public_jwk()


def test_the_public_half_tells_nothing_of_the_private_one() -> None:
    secrets = FakeSecrets()

    public = approver_key(secrets, "2003").public_jwk()

    assert set(public) == {"kty", "crv", "x", "y", "kid", "alg", "use"}
    assert json.loads(secrets.kept[NAME])["d"] not in public.values()
    assert public["kid"] == ECKey.import_key({**public}).thumbprint()


def test_what_it_signs_is_a_statement_under_its_public_half() -> None:
    key = approver_key(FakeSecrets(), "2003")

    assert read_statement(key.sign(CLAIMS), key.public_jwk()) == CLAIMS


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "{",
        "null",
        "[]",
        "[" * 100_000,
        '"key"',
        json.dumps({**WHOLE, "kty": "oct"}),
        json.dumps({**WHOLE, "d": "AAAA"}),
        json.dumps({**WHOLE, "d": OTHER["d"]}),
        json.dumps({**WHOLE, "x": 5}),
        json.dumps({name: value for name, value in WHOLE.items() if name != "d"}),
        json.dumps(ECKey.generate_key("P-384").as_dict(private=True)),
        json.dumps(ECKey.generate_key("secp256k1").as_dict(private=True)),
    ],
)
def test_a_key_that_cannot_sign_is_replaced_by_one_that_can(
    kept: str, logged_warnings: list[logging.LogRecord]
) -> None:
    secrets = FakeSecrets()
    secrets.kept[NAME] = kept

    key = approver_key(secrets, "2003")

    assert read_statement(key.sign(CLAIMS), key.public_jwk()) == CLAIMS
    assert secrets.kept[NAME] != kept
    assert approver_key(secrets, "2003").public_jwk() == key.public_jwk()
    assert [record.getMessage() for record in logged_warnings] == ["approver_key_replaced"]
    logged_warnings.clear()


@pytest.mark.parametrize("secrets", [FakeSecrets(absent=True), FakeSecrets(forgetful=True)])
def test_without_a_keyring_that_keeps_it_there_is_no_key(secrets: FakeSecrets) -> None:
    with pytest.raises(Unavailable) as caught:
        approver_key(secrets, "2003")

    assert caught.value.failure.code is FailureCode.KEYRING_ABSENT
