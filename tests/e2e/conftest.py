"""The parts around a command: a bare PC, a card on a reader, a gateway, a printer, a keyring."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from player.parts.card_lab import CardLab
from player.parts.gateway_process import GatewayProcess
from player.parts.ipp_printer import IppPrinter
from player.parts.keyring_session import KeyringSession
from tests.integration.devices.rigs import HANAKO


@pytest.fixture
def alone(tmp_path: Path) -> dict[str, str]:
    """A PC with nothing on it: no reader service, no session bus, an empty home."""
    kept = {name: value for name, value in os.environ.items() if "DBUS" not in name}
    return kept | {
        "MADOGUCHI_HOME": str(tmp_path / "pcs"),
        "PCSCLITE_CSOCK_NAME": str(tmp_path / "no-service"),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path / 'no-bus'}",
    }


@pytest.fixture(scope="module")
def lab() -> Iterator[CardLab]:
    directory = Path(tempfile.mkdtemp(prefix="lab-"))
    (directory / "hanako.json").write_text(HANAKO.to_json(), encoding="utf-8")
    lab = CardLab(directory, directory / "hanako.json")
    try:
        lab.start()
        yield lab
    finally:
        lab.stop()
        shutil.rmtree(directory)


@pytest.fixture
def pc(lab: CardLab, alone: dict[str, str]) -> dict[str, str]:
    """A PC with a reader and Hanako's fresh card on it."""
    if "powered" not in lab.command("status"):
        lab.insert()
    for name, left in (("code_b", 10), ("text_pin", 3), ("auth_pin", 3)):
        lab.command(f"tries {name} {left}")
    return {**alone, **lab.environment}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayProcess]:
    with GatewayProcess(tmp_path_factory.mktemp("gateway"), exercise=True) as gateway:
        yield gateway


@pytest.fixture(scope="module")
def printer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IppPrinter]:
    printer = IppPrinter(tmp_path_factory.mktemp("printer"))
    yield printer
    printer.stop()


@pytest.fixture(scope="module")
def keyring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeyringSession]:
    session = KeyringSession(tmp_path_factory.mktemp("keyring"))
    yield session
    session.stop()
