"""The keyring of the operating system as a ``SecretStore``; and those of a training, which guard nothing.

Only backends that encrypt at rest are used. What ``keyring`` would fall back to otherwise (nothing, a plain
file, a configuration in the environment) is refused: knowledge/stack.md 5.
"""

from __future__ import annotations

import json
from pathlib import Path

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode

SERVICE = "madoguchi"

_ENCRYPTING = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
    }
)


def _encrypting(backend: KeyringBackend) -> KeyringBackend | None:
    """Return ``backend``, or the first one inside a chain, that encrypts at rest; None if there is none."""
    inside = getattr(backend, "backends", None)
    if inside is not None:
        return next((found for each in inside if (found := _encrypting(each)) is not None), None)
    kind = type(backend)
    return backend if f"{kind.__module__}.{kind.__qualname__}" in _ENCRYPTING else None


class KeyringSecrets:
    """Implements ``SecretStore`` for one profile; secrets of two profiles never meet."""

    def __init__(self, profile: str, backend: KeyringBackend | None = None) -> None:
        chosen = _encrypting(backend or keyring.get_keyring())
        if chosen is None:
            raise Unavailable(FailureCode.KEYRING_ABSENT)
        self._backend = chosen
        self._service = f"{SERVICE}/{profile}"

    def get(self, name: str) -> str | None:
        """See ``SecretStore.get``."""
        try:
            return self._backend.get_password(self._service, name)
        except (KeyringError, OSError) as error:
            raise Unavailable(FailureCode.KEYRING_ABSENT) from error

    def set(self, name: str, value: str) -> None:
        """See ``SecretStore.set``."""
        try:
            self._backend.set_password(self._service, name, value)
        except (KeyringError, OSError) as error:
            raise Unavailable(FailureCode.KEYRING_ABSENT) from error

    def delete(self, name: str) -> None:
        """See ``SecretStore.delete``."""
        try:
            self._backend.delete_password(self._service, name)
        except PasswordDeleteError:
            return
        except (KeyringError, OSError) as error:
            raise Unavailable(FailureCode.KEYRING_ABSENT) from error


class EphemeralSecrets:
    """Implements ``SecretStore`` in memory, for training (``--simulated``) only: gone with the process.

    A store opened with it cannot be opened again, which is right: nothing of a training is kept.
    """

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """See ``SecretStore.get``."""
        return self._secrets.get(name)

    def set(self, name: str, value: str) -> None:
        """See ``SecretStore.set``."""
        self._secrets[name] = value

    def delete(self, name: str) -> None:
        """See ``SecretStore.delete``."""
        self._secrets.pop(name, None)


class PracticeSecrets:
    """Implements ``SecretStore`` in a plain file, for the practice supervisor of a training only.

    What it keeps signs for a fictitious town, at a gateway that serves this one PC.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> str | None:
        """See ``SecretStore.get``."""
        return self._kept().get(name)

    def set(self, name: str, value: str) -> None:
        """See ``SecretStore.set``."""
        self._keep(self._kept() | {name: value})

    def delete(self, name: str) -> None:
        """See ``SecretStore.delete``."""
        self._keep({kept: value for kept, value in self._kept().items() if kept != name})

    def _kept(self) -> dict[str, str]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise Unavailable(FailureCode.KEYRING_ABSENT) from error
        if not isinstance(kept, dict):
            raise Unavailable(FailureCode.KEYRING_ABSENT)
        return {str(name): str(value) for name, value in kept.items()}

    def _keep(self, secrets: dict[str, str]) -> None:
        whole = self._path.with_suffix(".new")
        try:
            whole.write_text(json.dumps(secrets), encoding="utf-8")
            whole.replace(self._path)
        except OSError as error:
            raise Unavailable(FailureCode.KEYRING_ABSENT) from error
