from __future__ import annotations

import pytest

from devices.simulated.keys import KeyStore


@pytest.fixture(scope="session")
def keys() -> KeyStore:
    """Keys made once for all unit tests of the room, in memory."""
    return KeyStore()
