"""A keyring in memory that can be taken away."""

from __future__ import annotations

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode


class FakeSecrets:
    """Implements ``SecretStore``. ``absent``: every call raises; ``forgetful``: keeps nothing, silently."""

    def __init__(self, *, absent: bool = False, forgetful: bool = False) -> None:
        self.absent = absent
        self.forgetful = forgetful
        self.kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        self._there()
        return self.kept.get(name)

    def set(self, name: str, value: str) -> None:
        self._there()
        if not self.forgetful:
            self.kept[name] = value

    def delete(self, name: str) -> None:
        self._there()
        self.kept.pop(name, None)

    def _there(self) -> None:
        if self.absent:
            raise Unavailable(FailureCode.KEYRING_ABSENT)
