"""Two card set-ups that one suite is tried on: the shipped simulator, and real pcscd, driver and pyscard."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import tempfile
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Protocol, Self

from counter_app.application.card_port import CardReaders, ReaderEvent, ReaderNotice
from devices import open_readers
from devices.simulated import Persona, SimulatedCardReaders
from player.parts.card_lab import CardLab

FULL = {"code_b": 10, "text_pin": 3, "auth_pin": 3, "sign_pin": 5}
PATIENCE = 10.0

HANAKO = Persona(
    name="架空　花子",
    address="架空県窓口市見本町一丁目2番3号　メゾン見本101",
    birth_date="19850321",
    sex="2",
    code_b="60032120351234",
    text_pin="5678",
    auth_pin="1357",
    sign_pin="ABC123",
    expiry_year=2035,
)
TARO = Persona(
    name="葛\U000e0100城　太郎𠮷",
    address="架空県窓口市見本町九丁目8番7号",
    birth_date="19600000",
    sex="1",
    code_b="35000020339876",
    text_pin="2468",
    auth_pin="8642",
    sign_pin="XYZ789",
    expiry_year=2033,
)


class Notices:
    """What a watcher told, to be waited for; stops the watcher at the end of a ``with`` block."""

    def __init__(self, readers: CardReaders) -> None:
        self.told: list[ReaderNotice] = []
        self._changed = threading.Condition()
        self._stop: Callable[[], None] = readers.watch(self._take)

    def _take(self, notice: ReaderNotice) -> None:
        with self._changed:
            self.told.append(notice)
            self._changed.notify_all()

    def wait(self, event: ReaderEvent, reader: str = "", *, since: int = 0) -> int:
        """Return how many notices there are once ``event`` was told after the first ``since``."""
        wanted = ReaderNotice(event, reader)
        with self._changed:
            assert self._changed.wait_for(lambda: wanted in self.told[since:], PATIENCE), (wanted, self.told)
            return self.told.index(wanted, since) + 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()


class Rig(Protocol):
    """A reader with a hand above it."""

    readers: CardReaders
    reader: str
    empty_reader: str

    def make_ready(self) -> None: ...
    def insert(self, persona: Persona = HANAKO) -> None: ...
    def insert_mute(self) -> None: ...
    def insert_foreign(self) -> None: ...
    def remove(self) -> None: ...
    def set_tries(self, name: str, left: int) -> None: ...
    def fail_after(self, commands: int, *, back: bool) -> None: ...
    def counters(self) -> dict[str, int]: ...
    def stop_service(self) -> None: ...
    def start_service(self) -> None: ...


def _fill(rig: Rig) -> None:
    for name, left in FULL.items():
        rig.set_tries(name, left)


class SimulatedRig:
    """The simulator: the second of its readers stays empty."""

    def __init__(self, store: Path) -> None:
        self.reader, self.empty_reader = "試験用リーダー１", "試験用リーダー２"
        self.simulated = SimulatedCardReaders((self.reader, self.empty_reader), store)
        self.readers: CardReaders = self.simulated
        self._persona = HANAKO

    def make_ready(self) -> None:
        """Put a fresh card of Hanako's in."""
        self.insert()
        _fill(self)

    def insert(self, persona: Persona = HANAKO) -> None:
        self._persona = persona
        self.simulated.insert(persona)

    def insert_mute(self) -> None:
        self.simulated.insert(HANAKO, mute=True)

    def insert_foreign(self) -> None:
        self.simulated.insert_foreign()

    def remove(self) -> None:
        self.simulated.remove()

    def set_tries(self, name: str, left: int) -> None:
        self.simulated.card_of(self._persona).set_tries(name, left)

    def fail_after(self, commands: int, *, back: bool) -> None:
        self.simulated.fail_after(commands, comes_back=back)

    def counters(self) -> dict[str, int]:
        return self.simulated.card_of(self._persona).counters()

    def stop_service(self) -> None:
        self.simulated.set_service(down=True)

    def start_service(self) -> None:
        self.simulated.set_service(down=False)


class LabRig:
    """Real pcscd, driver and pyscard with our card process. Every hand movement waits for the service."""

    def __init__(self, lab: CardLab, personas: dict[Persona, Path]) -> None:
        self.lab = lab
        self.reader, self.empty_reader = lab.reader, lab.empty_reader
        self.readers = open_readers((lab.face_ca_file.read_bytes(),))
        self._personas = personas
        self._inside: Persona | None = None

    def make_ready(self) -> None:
        """See to it that Hanako's card lies there and is fresh; insertions are slow, so only where needed."""
        if self._inside != HANAKO or "powered" not in self.lab.command("status"):
            self.insert()
        _fill(self)

    def _laid(self, command: str, inside: Persona | None) -> None:
        self.remove()
        self._inside = inside
        with Notices(self.readers) as notices:
            self.lab.command(command)
            notices.wait(ReaderEvent.CARD_INSERTED, self.reader)

    def insert(self, persona: Persona = HANAKO) -> None:
        self._laid(f"insert {self._personas[persona]}", persona)

    def insert_mute(self) -> None:
        self._laid("insert mute", None)

    def insert_foreign(self) -> None:
        self._laid("foreign", None)

    def remove(self) -> None:
        there = "card" in self.lab.command("status")
        with Notices(self.readers) as notices:
            if there:
                notices.wait(ReaderEvent.CARD_INSERTED, self.reader)
            self.lab.remove()
            if there:
                notices.wait(ReaderEvent.CARD_REMOVED, self.reader)

    def set_tries(self, name: str, left: int) -> None:
        self.lab.command(f"tries {name} {left}")

    def fail_after(self, commands: int, *, back: bool) -> None:
        self.lab.command(f"fail-after {commands}{' back' if back else ''}")

    def counters(self) -> dict[str, int]:
        counters: dict[str, int] = json.loads(self.lab.command("counters"))
        return counters

    def stop_service(self) -> None:
        self.lab.kill_pcscd()

    def start_service(self) -> None:
        self.lab.start_pcscd()


@cache
def lab_rig() -> LabRig:
    """Return the one lab of this test process, started: the PC/SC library reads its socket's path once."""
    directory = Path(tempfile.mkdtemp(prefix="lab-"))
    personas = {HANAKO: directory / "hanako.json", TARO: directory / "taro.json"}
    for persona, path in personas.items():
        path.write_text(persona.to_json(), encoding="utf-8")
    lab = CardLab(directory, personas[HANAKO])

    def end() -> None:
        lab.stop()
        shutil.rmtree(directory)

    atexit.register(end)
    os.environ.update(lab.environment)
    lab.start(inserted=False)
    return LabRig(lab, personas)
