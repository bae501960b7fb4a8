"""The reader simulator that ships: ``CardReaders`` in this process, by the code that reads PC/SC."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.application.card_port import ReaderEvent, ReaderNotice
from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from devices.apdu import refuse_unsendable
from devices.card_readers import MyNumberCardReaders
from devices.credentials import wipe
from devices.simulated.card import VirtualCard, foreign_card
from devices.simulated.issuing import issue
from devices.simulated.keys import KeyStore
from devices.simulated.persona import Persona

TRAINING_READER = "訓練用カードリーダー"


@dataclass(slots=True)
class _Slot:
    """A reader: what lies on it, which insertion that is, and the faults asked for."""

    card: VirtualCard | None = None
    insertion: int = 0
    mute: bool = False
    busy: bool = False
    answers_left: int | None = None
    comes_back: bool = False
    delay: float = 0.0
    changed: threading.Condition = field(default_factory=threading.Condition)


class _SimulatedLink:
    """A powered card of one insertion; dies with it."""

    def __init__(self, readers: SimulatedLinks, reader: str, slot: _Slot, card: VirtualCard) -> None:
        self._readers, self._reader, self._slot, self._card = readers, reader, slot, card
        self._insertion = slot.insertion
        self._open = True
        card.power_on()

    def transmit(self, command: bytearray) -> bytes:
        """Answer as the card does; see ``CardLink.transmit``."""
        refuse_unsendable(command)
        self._readers.refuse_if_down()
        if self._slot.delay:
            with self._slot.changed:
                self._slot.changed.wait(self._slot.delay)
        if not self._open or self._insertion != self._slot.insertion or self._slot.card is not self._card:
            raise Unavailable(FailureCode.CARD_PULLED)
        answer = self._card.transmit(bytes(command))
        wipe(command)
        if self._slot.answers_left is not None:
            self._slot.answers_left -= 1
            if self._slot.answers_left < 0:  # the card took the command; its answer is what gets lost
                self._readers.drop(self._reader)
                raise Unavailable(FailureCode.CARD_PULLED)
        return answer

    def atr(self) -> bytes:
        """Return the card's answer to its power-up."""
        return self._card.atr

    def in_blocks(self) -> bool:
        """As a contactless reader: yes."""
        return True

    def repower(self) -> None:
        """Take the power and give it back."""
        self._card.power_on()

    def close(self) -> None:
        """Take the power."""
        if self._open:
            self._open = False
            self._slot.busy = False
            self._card.power_on()


class SimulatedLinks:
    """The simulated readers as ``CardLinks``."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.slots = {name: _Slot() for name in names}
        self._down = False
        self._listeners: list[Callable[[ReaderNotice], None]] = []
        self._lock = threading.Lock()

    def refuse_if_down(self) -> None:
        """Raise ``Unavailable`` while the service is played dead."""
        if self._down:
            raise Unavailable(FailureCode.READER_SERVICE_DOWN)

    def names(self) -> tuple[str, ...]:
        """The readers, in the order given."""
        self.refuse_if_down()
        return tuple(self.slots)

    def connect(self, reader: str) -> _SimulatedLink:
        """Power the card; see ``CardLinks.connect``."""
        self.refuse_if_down()
        slot = self.slots.get(reader)
        if slot is None:
            raise Unavailable(FailureCode.READER_ABSENT)
        if slot.card is None:
            raise Unavailable(FailureCode.CARD_ABSENT)
        if slot.mute:
            raise Unavailable(FailureCode.CARD_MUTE)
        if slot.busy:
            raise Unavailable(FailureCode.READER_IN_USE)
        slot.busy = True
        return _SimulatedLink(self, reader, slot, slot.card)

    def await_card(self, reader: str, seconds: float) -> bool:
        """Wait for a card; see ``CardLinks.await_card``."""
        self.refuse_if_down()
        slot = self.slots[reader]
        with slot.changed:
            return slot.changed.wait_for(lambda: slot.card is not None, seconds)

    def watch(self, notify: Callable[[ReaderNotice], None]) -> Callable[[], None]:
        """Tell what is there now, then every change, from the thread that causes it."""
        with self._lock:
            self._listeners.append(notify)
        if self._down:
            notify(ReaderNotice(ReaderEvent.SERVICE_DOWN))
        else:
            for notice in self._present():
                notify(notice)

        def stop() -> None:
            with self._lock:
                if notify in self._listeners:
                    self._listeners.remove(notify)

        return stop

    def _present(self) -> list[ReaderNotice]:
        notices = [ReaderNotice(ReaderEvent.READER_ADDED, name) for name in self.slots]
        return notices + [
            ReaderNotice(ReaderEvent.CARD_INSERTED, name) for name, slot in self.slots.items() if slot.card
        ]

    def tell(self, event: ReaderEvent, reader: str = "") -> None:
        """Notify every watcher."""
        with self._lock:
            listeners = tuple(self._listeners)
        for notify in listeners:
            notify(ReaderNotice(event, reader))

    def put(self, reader: str, card: VirtualCard, *, mute: bool = False) -> None:
        """Lay ``card`` on the reader, taking away what lay there."""
        self.take(reader)
        slot = self.slots[reader]
        with slot.changed:
            slot.card, slot.mute, slot.answers_left = card, mute, None
            slot.insertion += 1
            slot.changed.notify_all()
        if not self._down:
            self.tell(ReaderEvent.CARD_INSERTED, reader)

    def take(self, reader: str) -> VirtualCard | None:
        """Take the card off the reader."""
        slot = self.slots[reader]
        with slot.changed:
            card, slot.card = slot.card, None
            slot.busy = False
            slot.changed.notify_all()
        if card is not None and not self._down:
            self.tell(ReaderEvent.CARD_REMOVED, reader)
        return card

    def drop(self, reader: str) -> None:
        """Lose the card in mid-command, and lay it back at once where that was asked for."""
        comes_back = self.slots[reader].comes_back
        card = self.take(reader)
        if card is not None and comes_back:
            self.put(reader, card)

    def set_down(self, *, down: bool) -> None:
        """Play the service dead or alive; watchers hear it as from the real one."""
        if down == self._down:
            return
        present = self._present()
        self._down = down
        if down:
            self.tell(ReaderEvent.SERVICE_DOWN)
            gone = {
                ReaderEvent.READER_ADDED: ReaderEvent.READER_REMOVED,
                ReaderEvent.CARD_INSERTED: ReaderEvent.CARD_REMOVED,
            }
            for notice in reversed(present):
                self.tell(gone[notice.event], notice.reader)
            return
        self.tell(ReaderEvent.SERVICE_UP)
        for notice in present:
            self.tell(notice.event, notice.reader)


class SimulatedCardReaders(MyNumberCardReaders):
    """``CardReaders`` for training and tests: what a person does with cards are its further methods.

    ``store`` keeps the keys between runs (their making costs about a second); None keeps them in memory.
    Faces of its cards verify, because it trusts its own exercise CA and nothing else.
    """

    def __init__(self, names: tuple[str, ...] = (TRAINING_READER,), store: Path | None = None) -> None:
        self.keys = KeyStore(store)
        self._simulated = SimulatedLinks(names)
        self._cards: dict[Persona, VirtualCard] = {}
        super().__init__(self._simulated, (self.keys.face_ca(),))

    def _reader(self, reader: str | None) -> str:
        return reader if reader is not None else next(iter(self._simulated.slots))

    def card_of(self, persona: Persona) -> VirtualCard:
        """Return the persona's card, issued at the first asking; its counters live as long as this object."""
        if persona not in self._cards:
            self._cards[persona] = issue(persona, self.keys)
        return self._cards[persona]

    def insert(self, persona: Persona, reader: str | None = None, *, mute: bool = False) -> None:
        """Lay the persona's card on the reader (the first by default); ``mute``: it gives no answer."""
        self._simulated.put(self._reader(reader), self.card_of(persona), mute=mute)

    def lay(self, card: VirtualCard, reader: str | None = None) -> None:
        """Lay any virtual card on the reader."""
        self._simulated.put(self._reader(reader), card)

    def insert_foreign(self, reader: str | None = None) -> None:
        """Lay a card on the reader that is no My Number Card."""
        self.lay(foreign_card(), reader)

    def remove(self, reader: str | None = None) -> None:
        """Take the card off the reader, in the middle of whatever goes on."""
        self._simulated.take(self._reader(reader))

    def fail_after(self, commands: int, reader: str | None = None, *, comes_back: bool = False) -> None:
        """Lose the card at the command after so many; it takes that command, the answer is lost."""
        slot = self._simulated.slots[self._reader(reader)]
        slot.answers_left, slot.comes_back = commands, comes_back

    def set_delay(self, seconds: float, reader: str | None = None) -> None:
        """Make every command take so long."""
        self._simulated.slots[self._reader(reader)].delay = seconds

    def occupy(self, reader: str | None = None, *, busy: bool = True) -> None:
        """Play another program that holds the card."""
        self._simulated.slots[self._reader(reader)].busy = busy

    def set_service(self, *, down: bool) -> None:
        """Play the reader service dead, or alive again."""
        self._simulated.set_down(down=down)
