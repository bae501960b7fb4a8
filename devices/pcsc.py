"""PC/SC over pyscard's plain functions: every result is looked at, and the card is unpowered at the end.

The only module besides ``watcher`` that imports pyscard.
"""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from smartcard import scard

from counter_app.application.card_port import ReaderNotice
from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from devices.apdu import refuse_unsendable
from devices.credentials import wipe
from devices.errors import connecting_error, pcsc_error
from devices.watcher import ReaderWatcher

PROTOCOLS = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1


def _ok(result: int) -> None:
    """Raise ``Unavailable`` for any result but success."""
    if result != scard.SCARD_S_SUCCESS:
        raise pcsc_error(result)


@contextmanager
def _context() -> Iterator[Any]:
    """Yield a PC/SC context and release it."""
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    _ok(result)
    try:
        yield context
    finally:
        scard.SCardReleaseContext(context)


class PcscLink:
    """A connected card. Dead after the first error: nothing is resumed on a handle (card.md 2.5).

    ``let_go`` is called once at the end: whether all went well.
    """

    def __init__(
        self, card: Any, protocol: int, let_go: Callable[[bool], None], *, transaction: bool
    ) -> None:
        self._card = card
        self._in_blocks: bool = protocol != scard.SCARD_PROTOCOL_T0
        self._pci = scard.SCARD_PCI_T1 if self._in_blocks else scard.SCARD_PCI_T0
        self._let_go = let_go
        self._transaction = transaction
        self._dead = False
        self._atr: bytes | None = None

    def transmit(self, command: bytearray) -> bytes:
        """Send one command; see ``CardLink.transmit``."""
        if self._dead or self._card is None:
            raise Unavailable(FailureCode.CARD_PULLED)
        numbers = list(command)
        try:
            refuse_unsendable(command)
            result, answer = scard.SCardTransmit(self._card, self._pci, numbers)
        finally:
            numbers[:] = [0] * len(numbers)
            wipe(command)
        if result != scard.SCARD_S_SUCCESS:
            self._dead = True
            raise pcsc_error(result)
        if len(answer) < 2:  # a card pulled in mid-answer: success, and no status word
            self._dead = True
            raise Unavailable(FailureCode.CARD_PULLED)
        return bytes(answer)

    def atr(self) -> bytes:
        """Return the answer to power-up, asked for once; see ``CardLink.atr``."""
        if self._atr is None:
            result, _, _, _, atr = scard.SCardStatus(self._card)
            if result != scard.SCARD_S_SUCCESS:
                self._dead = True
                raise pcsc_error(result)
            self._atr = bytes(atr)
        return self._atr

    def in_blocks(self) -> bool:
        """Whether the protocol is T=1; see ``CardLink.in_blocks``."""
        return self._in_blocks

    def repower(self) -> None:
        """Take the power and give it back; see ``CardLink.repower``."""
        if self._transaction:
            raise Unavailable(FailureCode.READER_IN_USE)
        result, _ = scard.SCardReconnect(
            self._card, scard.SCARD_SHARE_EXCLUSIVE, PROTOCOLS, scard.SCARD_UNPOWER_CARD
        )
        if result != scard.SCARD_S_SUCCESS:
            self._dead = True
            raise pcsc_error(result)

    def close(self) -> None:
        """Unpower and let go; results are of no interest, the card may long be gone."""
        if self._card is None:
            return
        if self._transaction:
            scard.SCardEndTransaction(self._card, scard.SCARD_UNPOWER_CARD)
        result = scard.SCardDisconnect(self._card, scard.SCARD_UNPOWER_CARD)
        self._card = None
        self._let_go(not self._dead and result == scard.SCARD_S_SUCCESS)


def _release_all(contexts: dict[str, Any]) -> None:
    """Release what is left when the readers are no longer used."""
    while contexts:
        scard.SCardReleaseContext(contexts.popitem()[1])


def _connected(context: Any, reader: str, let_go: Callable[[bool], None]) -> PcscLink:
    """Connect exclusively, or shared inside a transaction where a shared program is there already."""
    result, card, protocol = scard.SCardConnect(context, reader, scard.SCARD_SHARE_EXCLUSIVE, PROTOCOLS)
    if result == scard.SCARD_S_SUCCESS:
        return PcscLink(card, protocol, let_go, transaction=False)
    if result & 0xFFFFFFFF != scard.SCARD_E_SHARING_VIOLATION & 0xFFFFFFFF:
        raise connecting_error(result)
    result, card, protocol = scard.SCardConnect(context, reader, scard.SCARD_SHARE_SHARED, PROTOCOLS)
    if result != scard.SCARD_S_SUCCESS:
        raise connecting_error(result)
    result = scard.SCardBeginTransaction(card)
    if result != scard.SCARD_S_SUCCESS:
        scard.SCardDisconnect(card, scard.SCARD_LEAVE_CARD)
        raise pcsc_error(result)
    return PcscLink(card, protocol, let_go, transaction=True)


class PcscLinks:
    """The PC/SC readers of this PC.

    A context that served a card well is kept for the next one on that reader, because making one costs as
    much as a command or two; it is never shared between two readers' lanes, of which one would wait for
    the other's card. One that the service has forgotten (restarted, or stopped with the last reader on
    Windows) is found out by connecting, before anything was said to a card, and made anew.
    """

    def __init__(self) -> None:
        self._kept: dict[str, Any] = {}
        weakref.finalize(self, _release_all, self._kept)

    def names(self) -> tuple[str, ...]:
        """The readers, in the service's order; none is an empty tuple, a dead service an error."""
        with _context() as context:
            result, names = scard.SCardListReaders(context, [])
            if result & 0xFFFFFFFF == scard.SCARD_E_NO_READERS_AVAILABLE & 0xFFFFFFFF:
                return ()
            _ok(result)
            return tuple(names)

    def connect(self, reader: str) -> PcscLink:
        """Power the card in ``reader``; see ``CardLinks.connect``."""
        kept = self._kept.pop(reader, None)
        if kept is not None:
            try:
                return self._over(kept, reader)
            except Unavailable as error:
                if error.failure.code is not FailureCode.READER_SERVICE_DOWN:
                    raise
        result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
        _ok(result)
        return self._over(context, reader)

    def _over(self, context: Any, reader: str) -> PcscLink:
        """Connect over ``context``, which is this call's own; releases it where that fails."""

        def let_go(well: bool) -> None:
            if well and reader not in self._kept:
                self._kept[reader] = context
            else:
                scard.SCardReleaseContext(context)

        try:
            return _connected(context, reader, let_go)
        except Unavailable:
            scard.SCardReleaseContext(context)
            raise

    def await_card(self, reader: str, seconds: float) -> bool:
        """Wait until a card lies in ``reader``; see ``CardLinks.await_card``."""
        deadline = time.monotonic() + seconds
        state = scard.SCARD_STATE_UNAWARE
        with _context() as context:
            while (left := deadline - time.monotonic()) > 0:
                result, states = scard.SCardGetStatusChange(context, int(left * 1000) + 1, [(reader, state)])
                if result & 0xFFFFFFFF == scard.SCARD_E_TIMEOUT & 0xFFFFFFFF:
                    return False
                _ok(result)
                state = states[0][1] & ~scard.SCARD_STATE_CHANGED
                if state & scard.SCARD_STATE_PRESENT:
                    return True
        return False

    def watch(self, notify: Callable[[ReaderNotice], None]) -> Callable[[], None]:
        """Start a watcher; see ``CardLinks.watch``."""
        watcher = ReaderWatcher(notify)
        watcher.start()
        return watcher.stop
