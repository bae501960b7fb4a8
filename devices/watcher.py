"""Tells when readers and cards come and go: one blocking call, cancelled to stop, alive across the service.

pyscard's own monitors die with the service and take a minute to stop (card.md 2.4): not used.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from smartcard import scard

from counter_app.application.card_port import ReaderEvent, ReaderNotice

PLUG_AND_PLAY = "\\\\?PnP?\\Notification"
RETRY_SECONDS = 0.5
"""Between two looks for a service that is gone."""
AGAIN = tuple(code & 0xFFFFFFFF for code in (scard.SCARD_E_TIMEOUT, scard.SCARD_E_UNKNOWN_READER))


class ReaderWatcher:
    """Watches from a thread of its own and calls ``notify`` there.

    A card that does not answer (MUTE) is told as inserted: whoever looks at it learns that it is mute. A
    card swapped faster than the service polls is told as removed and inserted.
    """

    def __init__(self, notify: Callable[[ReaderNotice], None]) -> None:
        self._notify = notify
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._context: Any = None
        self._thread = threading.Thread(target=self._run, name="reader-watch", daemon=True)
        self._states: dict[str, int] = {}
        self._cards: dict[str, int] = {}

    def start(self) -> None:
        """Begin. Once."""
        self._thread.start()

    def stop(self) -> None:
        """End and wait for the end; within milliseconds, also while the call blocks. May be called twice."""
        self._ended.set()
        while self._thread.is_alive() and self._thread is not threading.current_thread():
            with self._lock:
                if self._context is not None:
                    scard.SCardCancel(self._context)
            self._thread.join(0.05)  # a cancel that came just before the call blocked was lost: again

    def _tell(self, event: ReaderEvent, reader: str = "") -> None:
        self._notify(ReaderNotice(event, reader))

    def _run(self) -> None:
        down = False
        while not self._ended.is_set():
            result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
            if result != scard.SCARD_S_SUCCESS:
                if not down:
                    self._tell(ReaderEvent.SERVICE_DOWN)
                    down = True
                self._ended.wait(RETRY_SECONDS)
                continue
            if down:
                self._tell(ReaderEvent.SERVICE_UP)
            with self._lock:
                self._context = context
            try:
                down = not self._watch(context)
            finally:
                with self._lock:
                    self._context = None
                scard.SCardReleaseContext(context)
            if down:
                self._lost()

    def _lost(self) -> None:
        """Tell that the service is gone, and with it every card and reader."""
        self._tell(ReaderEvent.SERVICE_DOWN)
        for reader in tuple(self._cards):
            self._card(reader, None)
        for reader in tuple(self._states):
            del self._states[reader]
            self._tell(ReaderEvent.READER_REMOVED, reader)

    def _watch(self, context: Any) -> bool:
        """Watch until stopped (True) or until the service is gone (False)."""
        none_there = scard.SCARD_E_NO_READERS_AVAILABLE & 0xFFFFFFFF
        while not self._ended.is_set():
            result, names = scard.SCardListReaders(context, [])
            if result != scard.SCARD_S_SUCCESS and result & 0xFFFFFFFF != none_there:
                return False
            names = names or []
            self._readers(names)
            asked = [*self._states.items(), (PLUG_AND_PLAY, len(names) << 16)]
            result, states = scard.SCardGetStatusChange(context, scard.INFINITE, asked)
            if result & 0xFFFFFFFF == scard.SCARD_E_CANCELLED & 0xFFFFFFFF:
                continue
            if result & 0xFFFFFFFF in AGAIN:
                continue
            if result != scard.SCARD_S_SUCCESS:
                return False
            for reader, state, _ in states:
                if reader != PLUG_AND_PLAY:
                    self._state(reader, state)
        return True

    def _readers(self, names: list[str]) -> None:
        """Tell the difference between the readers known and ``names``."""
        for reader in [known for known in self._states if known not in names]:
            self._card(reader, None)
            del self._states[reader]
            self._tell(ReaderEvent.READER_REMOVED, reader)
        for reader in names:
            if reader not in self._states:
                self._states[reader] = scard.SCARD_STATE_UNAWARE
                self._tell(ReaderEvent.READER_ADDED, reader)

    def _state(self, reader: str, state: int) -> None:
        """Take in a reader's state; its high word counts insertions and removals."""
        self._states[reader] = state & ~scard.SCARD_STATE_CHANGED
        self._card(reader, state >> 16 if state & scard.SCARD_STATE_PRESENT else None)

    def _card(self, reader: str, event: int | None) -> None:
        """Tell the difference between the card known in ``reader`` and the one of ``event``."""
        before = self._cards.get(reader)
        if before == event:
            return
        if before is not None:
            del self._cards[reader]
            self._tell(ReaderEvent.CARD_REMOVED, reader)
        if event is not None:
            self._cards[reader] = event
            self._tell(ReaderEvent.CARD_INSERTED, reader)
