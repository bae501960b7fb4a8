from __future__ import annotations

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.backends.chainer import ChainerBackend

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.secret_store import KeyringSecrets


class PlaintextKeyring(fail.Keyring):
    """As keyrings.alt offers one: works, and keeps every secret in the clear."""


@pytest.mark.parametrize("kind", [fail.Keyring, null.Keyring, PlaintextKeyring])
def test_a_backend_that_does_not_encrypt_at_rest_is_refused(kind: type[KeyringBackend]) -> None:
    with pytest.raises(Unavailable, check=lambda error: error.failure.code is FailureCode.KEYRING_ABSENT):
        KeyringSecrets("pc-01", kind())


def test_a_chain_without_an_encrypting_backend_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ChainerBackend, "backends", [null.Keyring()])  # type: ignore[no-untyped-call]

    with pytest.raises(Unavailable):
        KeyringSecrets("pc-01", ChainerBackend())  # type: ignore[no-untyped-call]
