"""A virtual card as a process: speaks the vpcd protocol to a reader driver of the real pcscd.

``python -m devices.simulated.vpcd --port N --persona FILE --store DIR --control SOCKET``. Commands on the
control socket, one a line, one line back beginning with ``ok`` or ``no``:

    insert [PERSONA.json] [mute]  remove  foreign  tries NAME COUNT  delay MS  fail-after COUNT [back]
    counters  certificate  log on|off  trace  status  quit

``insert`` answers when the reader has powered the card. A trace holds instruction, file and status word only.
"""

from __future__ import annotations

import argparse
import json
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from devices.simulated.card import VirtualCard, foreign_card
from devices.simulated.issuing import JPKI_AID, issue
from devices.simulated.keys import KeyStore
from devices.simulated.persona import PersonaInvalidError, persona_from_json
from devices.simulated.vpcd_link import VpcdLink

SEEN_SECONDS = 10.0
"""How long a reader may take to power an inserted card: its driver looks every 0.4 s."""
AUTH_CERTIFICATE = 0x0A
FACE_CA_FILE = "face_ca.key"


class CommandInvalidError(Exception):
    """A control command that cannot be carried out."""


class CardProcess:
    """The card, its link to the reader, and what the control socket may ask."""

    def __init__(self, port: int, persona: Path, store: Path) -> None:
        self._keys = KeyStore(store)
        (store / FACE_CA_FILE).write_bytes(self._keys.face_ca())
        self._persona = persona
        self._cards: dict[str, VirtualCard] = {}
        self._traced = False
        self._link = VpcdLink(port)
        self._quit = threading.Event()
        self._commands: dict[str, Callable[[list[str]], str]] = {
            "insert": self._insert,
            "remove": self._remove,
            "foreign": self._foreign,
            "tries": self._tries,
            "delay": self._delay,
            "fail-after": self._fail_after,
            "counters": self._counters,
            "certificate": self._certificate,
            "log": self._log,
            "trace": self._trace,
            "status": self._status,
            "quit": self._end,
        }

    def card(self, persona: Path | None = None) -> VirtualCard:
        """Return the persona's card, issued at the first asking. Raises ``CommandInvalidError``."""
        path = persona or self._persona
        try:
            holder = persona_from_json(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, PersonaInvalidError):
            raise CommandInvalidError("the persona cannot be read") from None
        if holder.folder not in self._cards:
            self._cards[holder.folder] = issue(holder, self._keys)
        return self._cards[holder.folder]

    def serve(self, control: Path) -> None:
        """Serve the control socket until ``quit``; then take the card away."""
        control.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX) as server:
            unready = control.with_suffix(".new")  # the name appears only once it can be connected to
            unready.unlink(missing_ok=True)
            server.bind(str(unready))
            unready.chmod(0o600)
            server.listen()
            unready.rename(control)
            while not self._quit.is_set():
                client, _ = server.accept()
                with client, client.makefile("rw", encoding="utf-8") as lines:
                    for line in lines:
                        lines.write(self.answer(line) + "\n")
                        lines.flush()
        self._link.stop()
        control.unlink(missing_ok=True)

    def answer(self, line: str) -> str:
        """Carry out one command and return its answer."""
        words = line.split()
        command = self._commands.get(words[0]) if words else None
        if command is None:
            return "no such command"
        try:
            return f"ok {command(words[1:])}".rstrip()
        except CommandInvalidError as error:
            return f"no: {error}"

    def _insert(self, words: list[str]) -> str:
        mute = "mute" in words
        paths = [word for word in words if word != "mute"]
        persona = Path(paths[0]) if paths else self._persona
        card = self.card(persona)
        self._persona = persona
        return self._lay(card, mute=mute)

    def _lay(self, card: VirtualCard, *, mute: bool = False) -> str:
        if not self._link.insert(card, mute=mute, seconds=SEEN_SECONDS):
            raise CommandInvalidError("no reader took the card")
        return ""

    def _remove(self, _: list[str]) -> str:
        self._link.remove()
        return ""

    def _foreign(self, _: list[str]) -> str:
        return self._lay(foreign_card())

    def _tries(self, words: list[str]) -> str:
        try:
            self.card().set_tries(words[0], int(words[1]))
        except (KeyError, IndexError, ValueError):
            raise CommandInvalidError("tries NAME COUNT") from None
        return ""

    def _delay(self, words: list[str]) -> str:
        self._link.delay = _number(words) / 1000
        return ""

    def _fail_after(self, words: list[str]) -> str:
        self._link.fail_after(_number(words), comes_back="back" in words)
        return ""

    def _counters(self, _: list[str]) -> str:
        return json.dumps(self.card().counters())

    def _certificate(self, _: list[str]) -> str:
        for application in self.card().applications:
            if application.aid == JPKI_AID:
                return application.files[AUTH_CERTIFICATE].content.hex()
        raise CommandInvalidError("the card has no certificate")

    def _log(self, words: list[str]) -> str:
        self._traced = words == ["on"]
        self.card().trace.clear()
        return ""

    def _trace(self, _: list[str]) -> str:
        entries = self.card().trace if self._traced else []
        return json.dumps(
            [
                f"{entry.ins:02X} {entry.application or '-'} {entry.ef:04X} {entry.word:04X}"
                for entry in entries
            ]
        )

    def _status(self, _: list[str]) -> str:
        return self._link.status()

    def _end(self, _: list[str]) -> str:
        self._quit.set()
        return ""


def _number(words: list[str]) -> int:
    if not words or not words[0].isdigit():
        raise CommandInvalidError("a number is missing")
    return int(words[0])


def main(arguments: list[str]) -> int:
    """Run the card process; 0 when told to quit."""
    parser = argparse.ArgumentParser(prog="devices.simulated.vpcd")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--persona", type=Path, required=True)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--control", type=Path, required=True)
    options = parser.parse_args(arguments)
    CardProcess(options.port, options.persona, options.store).serve(options.control)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
