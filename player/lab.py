"""The parts around a counter, all of them real processes: gateway, card reader, printer, keyring.

Everything lies below one private directory; whoever opens a lab removes it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from player import ledger, paper, personas
from player.paper import PrintedFile
from player.parts.card_lab import CardLab
from player.parts.gateway_process import GatewayProcess
from player.parts.ipp_printer import IppPrinter
from player.parts.keyring_session import KeyringSession
from player.sign_in import SignInFailed

PROJECT = Path(__file__).resolve().parent.parent
SOMEBODY = "watanabe"


class Lab:
    """Starts every part; ``ending`` stops them in the reverse order. Raises what the parts raise."""

    def __init__(self, people: Iterable[str], directory: Path, ending: contextlib.ExitStack) -> None:
        self.directory = directory
        self._pcs = directory / "pcs"
        self._printed: dict[Path, PrintedFile] = {}
        self.personas: Mapping[str, personas.Persona] = personas.fetch({SOMEBODY, *people}, PROJECT)
        self.gateway = GatewayProcess(directory / "gateway", exercise=True)
        ending.callback(self.gateway.stop)
        self.gateway.start()
        self.printer = IppPrinter(directory / "printer")
        ending.callback(self.printer.stop)
        folder = directory / "personas"
        folder.mkdir()
        for name, persona in self.personas.items():
            (folder / f"{name}.json").write_text(personas.card_json(persona), encoding="utf-8")
        self.cards = CardLab(directory / "card", folder / f"{SOMEBODY}.json")
        ending.callback(self.cards.stop)
        self.cards.start(inserted=False)
        keyring = KeyringSession(directory)
        ending.callback(keyring.stop)
        self.environment = {
            **os.environ,
            **keyring.environment,
            **self.cards.environment,
            "MADOGUCHI_HOME": str(self._pcs),
            "LANG": "C.UTF-8",
        }

    def furnish(self, profile: str) -> list[str]:
        """Write the profile's two files as IT would; returns the arguments that start the program on it."""
        folder = self._pcs / profile
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(self.gateway.info.installation_path, folder / "installation.json")
        (folder / "machine.toml").write_text(self.machine_toml(), encoding="utf-8")
        return [
            *("main.py", "--profile", profile),
            *("--installation", str(folder / "installation.json")),
            *("--printer", self.printer.uri),
        ]

    def machine_toml(self) -> str:
        """What IT writes down of the printer and the reader at a PC."""
        return (
            f'[printer]\nuri = "{self.printer.uri}"\n\n[reader]\nname = "{self.cards.reader}"\n\n'
            f'[exercise]\nface_ca_file = "{self.cards.face_ca_file}"\n'
        )

    def tap(self, persona: str) -> None:
        """Put the card of ``persona`` on the reader."""
        self.cards.insert(self.directory / "personas" / f"{persona}.json")

    def password_of(self, username: str) -> str:
        """The exercise password of a member of staff, from the file the gateway left for exercises."""
        staff = json.loads(self.gateway.info.staff_path.read_text(encoding="utf-8"))["staff"]
        found = [str(one["password"]) for one in staff if one["username"] == username]
        if not found:
            raise SignInFailed(f"nobody of the staff is called {username}")
        return found[0]

    def ledger_of(self, issue_id: str, username: str) -> dict[str, Any]:
        """What the gateway's ledger says of an issue; raises LedgerUnread."""
        return ledger.read(self.counterpart(), issue_id, username, self.password_of(username))

    def counterpart(self) -> ledger.Counterpart:
        """Where the gateway is, for a call of the player's own."""
        info = self.gateway.info
        installation = json.loads(info.installation_path.read_text(encoding="utf-8"))
        return ledger.Counterpart(
            gateway=info.api_url,
            issuer=info.issuer_url,
            client_id=installation["client_id"],
            terminal=installation["terminal"],
            ca=info.ca_path,
        )

    def certificates(self) -> list[PrintedFile]:
        """Every document with a code that the printer has given out, oldest first."""
        for path in self.printer.received():
            if path not in self._printed:
                self._printed[path] = paper.read(path)
        return [printed for printed in self._printed.values() if any(printed.codes)]
