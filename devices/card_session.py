"""One card, one power cycle: select, read, count, present a credential, sign. Always released by the caller.

Nothing here retries a credential, and no response or credential is ever logged.
"""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from devices import tlv
from devices.apdu import LARGEST_ANSWER, WHATEVER_THERE_IS, Command, Response, Word
from devices.card_link import CardLink
from devices.card_table import Application, CardFile, CardTable, Lock
from devices.errors import word_error

MOST_CHAINED = 256
LARGEST_FILE = 0x7FFF
"""READ BINARY reaches no further: its offset has 15 bits."""
CHALLENGE_DIGEST = 32
SHA256_DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


class LongAnswerLostError(Exception):
    """An answer beyond 256 bytes was asked for and none came: the cause is ``lost``."""

    def __init__(self, lost: Unavailable) -> None:
        super().__init__("no long answer")
        self.lost = lost


class CredentialAnswerLostError(Exception):
    """A credential was sent and no answer came: the cause is ``lost``."""

    def __init__(self, lost: Unavailable) -> None:
        super().__init__("no answer to a credential")
        self.lost = lost


@dataclass(slots=True)
class CardSession:
    """The card behind ``link``. ``apdu_count``: commands sent; ``fresh``: none since power-up.

    ``carries``: bytes of the longest answer that card and reader are known to carry, None where nobody has
    tried more than 256.
    """

    link: CardLink
    table: CardTable
    carries: int | None = LARGEST_ANSWER
    apdu_count: int = 0
    selected: Application | None = None
    fresh: bool = True

    def exchange(self, command: Command) -> Response:
        """Send ``command`` and return the whole answer, fetched on with GET RESPONSE where announced.

        One 6F00 right after power-up is forgiven (card.md 1.3); a credential is never the first command.
        """
        fresh, self.fresh = self.fresh, False
        response = self._send(command)
        if fresh and response.word == Word.UNWELL:
            response = self._send(command)
        if response.word >> 8 == 0x6C and command.le is not None:
            exact = (response.word & 0xFF) or LARGEST_ANSWER
            response = self._send(
                Command(command.cla, command.ins, command.p1, command.p2, command.data, exact)
            )
        data = bytearray(response.data)
        for _ in range(MOST_CHAINED):
            if response.word >> 8 != 0x61:
                break
            response = self._send(Command(0x00, 0xC0, 0, 0, le=(response.word & 0xFF) or LARGEST_ANSWER))
            data += response.data
        return Response(bytes(data), response.word)

    def _send(self, command: Command) -> Response:
        self.apdu_count += 1
        try:
            answer = self.link.transmit(command.encode())
        except Unavailable as lost:
            if command.le is None or command.le <= LARGEST_ANSWER:
                raise
            raise LongAnswerLostError(lost) from lost
        if len(answer) < 2:
            raise Unavailable(FailureCode.CARD_PULLED)
        return Response(answer[:-2], int.from_bytes(answer[-2:], "big"))

    def select(self, application: Application) -> None:
        """Select by the whole AID; Refused (CARD_NOT_MY_NUMBER) where the card has no such application."""
        if self.selected is application:
            return
        self.selected = None
        response = self.exchange(Command(0x00, 0xA4, 0x04, 0x0C, self.table.aids[application]))
        if not response.ok:
            raise word_error(response)
        self.selected = application

    def _reach(self, file: CardFile) -> int:
        application, ef = self.table.files[file]
        self.select(application)
        return 0x80 | ef

    def head(self, file: CardFile) -> bytes:
        """Return the first 256 bytes of ``file``, or all of a shorter one, in one command."""
        response = self.exchange(Command(0x00, 0xB0, self._reach(file), 0x00, le=LARGEST_ANSWER))
        if response.word not in (Word.OK, Word.END_OF_FILE):
            raise word_error(response)
        return response.data

    def opening(self, file: CardFile) -> bytes:
        """Return all of ``file`` in one long answer where card and reader carry it, else its head.

        For files that need no credential, before one is presented: what comes of it stays in ``carries``.
        Raises ``LongAnswerLostError`` where no answer came: the reader cannot, or the card is gone.
        """
        if self.carries == LARGEST_ANSWER:
            return self.head(file)
        response = self.exchange(Command(0x00, 0xB0, self._reach(file), 0x00, le=WHATEVER_THERE_IS))
        if response.word not in (Word.OK, Word.END_OF_FILE):
            head = self.head(file)  # a file that cannot be read at all says so here
            self.carries = LARGEST_ANSWER
            return head
        if len(response.data) >= LARGEST_ANSWER:  # exactly so many: cut there by something in between
            self.carries = max(self.carries or LARGEST_ANSWER, len(response.data))
        return response.data

    def read(self, file: CardFile, tag: int, head: bytes | None = None) -> bytes:
        """Return the object ``tag`` in ``file``, its length by its own header; ``head``: read already.

        Raises ``TlvError`` where the header is nonsense, ``LongAnswerLostError`` as ``opening``. The commands
        after the first rely on the file being current, so nothing may come between them.
        """
        content = bytearray(self.head(file) if head is None else head)
        if len(content) < LARGEST_ANSWER:
            return bytes(content)
        total = tlv.header(bytes(content), tlv.find_start(bytes(content), tag))[2]
        if total > LARGEST_FILE:
            raise tlv.TlvError("a file beyond any offset")
        while len(content) < total:
            at = len(content)
            size = min(self.carries or LARGEST_ANSWER, total - at)
            response = self.exchange(Command(0x00, 0xB0, at >> 8, at & 0xFF, le=size))
            if response.word == Word.LENGTH_WRONG and size > LARGEST_ANSWER:
                self.carries = LARGEST_ANSWER
                continue
            if response.word in (Word.OFFSET_WRONG, Word.END_OF_FILE) or (response.ok and not response.data):
                content += response.data
                break
            if not response.ok:
                raise word_error(response)
            content += response.data
        return bytes(content)

    def tries(self, lock: Lock) -> int:
        """Return the tries left of ``lock`` without spending one.

        A card that says "already opened" was left so by another program (OpenSC does that): the power is
        taken once, and what stays open then is in that program's hands: Unavailable (READER_IN_USE).
        """
        response = self._counted(lock)
        if response.ok:
            self.selected, self.fresh = None, True
            self.link.repower()
            response = self._counted(lock)
        if response.ok:
            raise Unavailable(FailureCode.READER_IN_USE)
        if response.tries_left is None:
            raise word_error(response)
        return response.tries_left

    def _counted(self, lock: Lock) -> Response:
        self.select(lock.application)
        return self.exchange(Command(0x00, 0x20, 0x00, 0x80 | lock.reference))

    def present(self, lock: Lock, digits: bytearray) -> Response:
        """Send a credential once. Raises ``CredentialAnswerLostError``; never repeats."""
        if len(digits) != lock.digits:
            raise ValueError("a credential of another length reached the card session")
        self.select(lock.application)
        try:
            return self.exchange(Command(0x00, 0x20, 0x00, 0x80 | lock.reference, digits))
        except Unavailable as lost:
            raise CredentialAnswerLostError(lost) from lost

    def sign(self, key: int, digest: bytes) -> bytes:
        """Return the card's PKCS #1 v1.5 signature over a SHA-256 ``digest`` of 32 bytes."""
        info = SHA256_DIGEST_INFO + digest
        response = self.exchange(Command(0x80, 0x2A, 0x00, key, info, le=LARGEST_ANSWER))
        if not response.ok:
            raise word_error(response)
        return response.data
