"""The card's end of the vpcd protocol (vsmartcard): the driver listens, the card connects and leaves.

Each message is a 16-bit length and its bytes. One byte is control: 00 off, 01 on, 02 reset, 04 asks for the
ATR and is also the driver's presence poll, every 0.4 s. Anything longer is a command and must be answered.
"""

from __future__ import annotations

import socket
import threading
import time

from devices.simulated.card import VirtualCard

OFF, ON, RESET, SEND_ATR = 0, 1, 2, 4
RETRY_SECONDS = 0.05
LET_GO_SECONDS = 5.0
OFF_SECONDS = 0.5
"""A card stays away this long: a driver that meets the next link while it still fails on the last may never
take it up (vpcd 3.3, about one lost answer in seven; the driver looks every 0.4 s).
"""
ANSWERLESS_ATR = b"\x3b"
"""An ATR cut off after its first byte: the reader sees a card and cannot talk to it."""


class VpcdLink:
    """A card slot that reconnects by itself while a card is inserted: pcscd may be killed and come back."""

    def __init__(self, port: int) -> None:
        self.delay = 0.0
        self._port = port
        self._state = threading.Condition()
        self._card: VirtualCard | None = None
        self._mute = False
        self._powered = False
        self._answers_left: int | None = None
        self._comes_back = False
        self._ended = False
        self._socket: socket.socket | None = None
        self._left_at = 0.0
        self._thread = threading.Thread(target=self._run, name="vpcd", daemon=True)
        self._thread.start()

    def insert(self, card: VirtualCard, *, mute: bool, seconds: float) -> bool:
        """Put ``card`` in, in place of any other; whether the reader powered it within ``seconds``."""
        self.remove()
        with self._state:
            self._card, self._mute, self._powered, self._answers_left = card, mute, False, None
            self._state.notify_all()
            return self._state.wait_for(lambda: self._powered, seconds)

    def remove(self) -> None:
        """Take the card out, whatever it is doing; it is out on return."""
        with self._state:
            self._card = None
            self._cut()
            self._state.notify_all()
            self._state.wait_for(lambda: self._socket is None, LET_GO_SECONDS)

    def fail_after(self, commands: int, *, comes_back: bool) -> None:
        """Drop the link at the command after so many: the card takes it, the answer is lost."""
        with self._state:
            self._answers_left, self._comes_back = commands, comes_back

    def status(self) -> str:
        """Say whether a card is in, linked to the driver, and powered."""
        with self._state:
            said = ("card", self._card), ("linked", self._socket), ("powered", self._powered)
            return " ".join(word for word, there in said if there) or "empty"

    def stop(self) -> None:
        """Take the card out and end."""
        self.remove()
        with self._state:
            self._ended = True
            self._state.notify_all()
        self._thread.join(5)

    def _cut(self) -> None:
        """Close the socket under the reading thread, which then sees an end of file."""
        self._powered = False
        if self._socket is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                self._socket = None  # the driver was first

    def _run(self) -> None:
        while True:
            with self._state:
                self._state.wait_for(lambda: self._card is not None or self._ended)
                away = self._left_at + OFF_SECONDS - time.monotonic()
                self._state.wait_for(lambda: self._ended, max(away, 0))
                if self._ended:
                    return
                card = self._card
            try:
                with socket.create_connection(("127.0.0.1", self._port), timeout=5) as link:
                    link.settimeout(None)
                    if card is not None:
                        self._talk(link, card)
            except OSError:  # no driver yet, or no more: try again while the card is in
                with self._state:
                    self._state.wait(RETRY_SECONDS)

    def _talk(self, link: socket.socket, card: VirtualCard) -> None:
        with self._state:
            if self._card is not card:
                return
            self._socket = link
        try:
            while (message := _receive(link)) is not None:
                answer = self._message(message, card)
                if answer is not None:
                    link.sendall(len(answer).to_bytes(2, "big") + answer)
                if self._lost():
                    return
        finally:
            with self._state:
                self._socket = None
                self._powered = False
                self._left_at = time.monotonic()
                self._state.notify_all()

    def _message(self, message: bytes, card: VirtualCard) -> bytes | None:
        """Return the answer to one message, None where none is due."""
        if len(message) > 1:
            return self._command(message, card)
        if message[0] == SEND_ATR:
            return ANSWERLESS_ATR if self._mute else card.atr
        if message[0] in (ON, RESET, OFF):
            card.power_on()
            with self._state:
                self._powered = message[0] != OFF or self._powered
                self._state.notify_all()
        return None

    def _command(self, command: bytes, card: VirtualCard) -> bytes | None:
        with self._state:
            if self.delay:
                self._state.wait_for(lambda: self._card is not card, self.delay)
            answer = card.transmit(command)
            if self._answers_left is not None:
                self._answers_left -= 1
                if self._answers_left < 0:
                    return None
            return answer

    def _lost(self) -> bool:
        """Whether the answer just due was one to lose; the card stays in only where it is to come back."""
        with self._state:
            if self._answers_left is None or self._answers_left >= 0:
                return False
            self._answers_left = None
            if not self._comes_back:
                self._card = None
            return True


def _receive(link: socket.socket) -> bytes | None:
    """Return one message, or None at the end of the connection."""
    header = _exactly(link, 2)
    if header is None:
        return None
    return _exactly(link, int.from_bytes(header, "big")) or None


def _exactly(link: socket.socket, count: int) -> bytes | None:
    """Return ``count`` bytes. The driver sends header and body apart: without QUICKACK each waits 40 ms."""
    received = b""
    while len(received) < count:
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        part = link.recv(count - len(received))
        if not part:
            return None
        received += part
    return received
