"""Answers beyond 256 bytes: asked for once they were carried, given up for good where they get lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counter_app.application.card_port import CardPart, CardRead, Credential, ReaderNotice
from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CredentialKind, FaceSignature
from devices.card_link import CardLink
from devices.card_readers import MyNumberCardReaders
from devices.long_reads import MOST_KEPT, LongReads
from devices.simulated.card import VirtualCard
from devices.simulated.issuing import issue
from devices.simulated.keys import KeyStore
from devices.simulated.reader import SimulatedLinks
from tests.unit.devices.personas import JIRO
from tests.unit.devices.scripted_link import ScriptedLink

READER = "一番"
CERTIFICATE = frozenset({CardPart.CERTIFICATE})
ATTRIBUTES = frozenset({CardPart.ATTRIBUTES})
FACE = frozenset({CardPart.FACE})


def asks_long(command: bytes) -> bool:
    return command[1] == 0xB0 and len(command) == 7


class ShortCard(VirtualCard):
    """A card that knows no extended commands."""

    def transmit(self, raw: bytes) -> bytes:
        return bytes.fromhex("6700") if asks_long(raw) else super().transmit(raw)


class Cable:
    """Readers whose every command is seen; ``loses`` says which answers get lost."""

    def __init__(self, *, in_blocks: bool = True) -> None:
        self.links = SimulatedLinks((READER,))
        self.sent: list[bytes] = []
        self.connected = 0
        self.loses: Callable[[bytes], bool] = lambda _: False
        self.takes_card = False
        self.blocks = in_blocks

    @property
    def long_ones(self) -> list[bytes]:
        return [command for command in self.sent if asks_long(command)]

    def names(self) -> tuple[str, ...]:
        return self.links.names()

    def connect(self, reader: str) -> CardLink:
        link = self.links.connect(reader)
        self.connected += 1
        return CableLink(self, link)

    def await_card(self, reader: str, seconds: float) -> bool:
        return self.links.await_card(reader, seconds)

    def watch(self, notify: Callable[[ReaderNotice], None]) -> Callable[[], None]:
        return self.links.watch(notify)


class CableLink:
    def __init__(self, cable: Cable, link: CardLink) -> None:
        self._cable, self._link = cable, link

    def transmit(self, command: bytearray) -> bytes:
        sent = bytes(command)
        self._cable.sent.append(sent)
        answer = self._link.transmit(command)
        if self._cable.loses(sent):
            if self._cable.takes_card:
                self._cable.links.take(READER)
            raise Unavailable(FailureCode.CARD_PULLED)
        return answer

    def atr(self) -> bytes:
        return self._link.atr()

    def in_blocks(self) -> bool:
        return self._cable.blocks

    def repower(self) -> None:
        self._link.repower()

    def close(self) -> None:
        self._link.close()


@pytest.fixture
def cable(keys: KeyStore) -> Cable:
    cable = Cable()
    cable.links.put(READER, issue(JIRO, keys))
    return cable


def pin(text: str = JIRO.auth_pin) -> Credential:
    return Credential(CredentialKind.AUTH_PIN, text)


def code_b() -> Credential:
    return Credential(CredentialKind.CODE_B, JIRO.code_b)


def opened(cable: Cable, *, long_reads: bool = True) -> Callable[..., CardRead]:
    readers = MyNumberCardReaders(cable, long_reads=long_reads)

    def read(parts: frozenset[CardPart], credential: Credential | None = None) -> CardRead:
        cable.sent.clear()
        cable.connected = 0
        return readers.read(READER, parts, credential)

    return read


def test_a_certificate_comes_in_one_answer_where_it_can(cable: Cable) -> None:
    read = opened(cable)(CERTIFICATE)

    assert len(read.certificate_der) >= 1000
    assert read.apdu_count == 4
    assert len(cable.long_ones) == 1


def test_short_answers_alone_take_eighteen_commands_for_attributes_certificate_and_signature(
    cable: Cable,
) -> None:
    read = opened(cable, long_reads=False)

    attributes = read(ATTRIBUTES, code_b())
    signed = read(CERTIFICATE, pin())

    assert signed.chip_genuine is True
    assert (attributes.apdu_count, signed.apdu_count) == (7, 11)
    assert cable.long_ones == []


def test_the_files_that_a_credential_opens_are_read_in_answers_no_longer_than_proven(cable: Cable) -> None:
    read = opened(cable)
    proven = len(read(CERTIFICATE).certificate_der)

    face = read(FACE, code_b())

    lengths = [int.from_bytes(command[-2:], "big") for command in cable.long_ones]
    assert face.signature is FaceSignature.CA_UNKNOWN
    assert len(lengths) > 1
    assert 256 < max(lengths) <= proven
    assert face.apdu_count < 25


def test_whoever_opens_a_card_first_learns_by_its_fingerprint_what_is_carried(cable: Cable) -> None:
    read = opened(cable)

    first = read(ATTRIBUTES, code_b())
    assert len(cable.long_ones) == 1
    again = read(ATTRIBUTES, code_b())
    assert cable.long_ones == []

    assert (first.apdu_count, again.apdu_count) == (7, 7)
    assert read(FACE, code_b()).apdu_count < 25


def test_a_card_that_refuses_long_commands_is_asked_once(cable: Cable, keys: KeyStore) -> None:
    cable.links.put(READER, ShortCard(issue(JIRO, keys).applications))
    read = opened(cable)

    with pytest.raises(Refused):
        read(CERTIFICATE, pin("0000"))
    assert len(cable.long_ones) == 1
    again = read(CERTIFICATE, pin())

    assert cable.long_ones == []
    assert len(again.certificate_der) >= 1000
    assert again.apdu_count == 11


def test_a_reader_that_loses_long_answers_is_visited_anew_and_asked_for_none_again(cable: Cable) -> None:
    cable.loses = asks_long
    read = opened(cable)

    first = read(CERTIFICATE, pin())
    assert (cable.connected, len(cable.long_ones)) == (2, 1)
    again = read(CERTIFICATE, pin())

    assert (cable.connected, cable.long_ones) == (1, [])
    assert first.chip_genuine is again.chip_genuine is True
    assert first.apdu_count == again.apdu_count == 11


def test_a_wrong_pin_behind_a_lost_long_answer_is_sent_once(cable: Cable) -> None:
    cable.loses = asks_long
    read = opened(cable)

    with pytest.raises(Refused) as caught:
        read(CERTIFICATE, pin("0000"))

    assert caught.value.failure.facts == {"tries_left": "2"}
    assert len([command for command in cable.sent if command[1] == 0x20 and len(command) > 4]) == 1
    read(CERTIFICATE, pin())
    assert cable.long_ones == []


def test_a_card_pulled_at_its_long_answer_is_told_as_pulled_and_says_nothing_of_the_reader(
    cable: Cable, keys: KeyStore
) -> None:
    cable.loses, cable.takes_card = asks_long, True
    read = opened(cable)

    with pytest.raises(Unavailable) as caught:
        read(CERTIFICATE)
    assert caught.value.failure.code is FailureCode.CARD_PULLED

    cable.loses = lambda _: False
    cable.links.put(READER, issue(JIRO, keys))
    assert read(CERTIFICATE).apdu_count == 4


def test_a_long_answer_lost_behind_an_opened_file_ends_the_visit_and_is_not_asked_for_again(
    cable: Cable,
) -> None:
    read = opened(cable)
    read(CERTIFICATE)
    cable.loses = asks_long

    with pytest.raises(Unavailable) as caught:
        read(FACE, code_b())
    assert caught.value.failure.code is FailureCode.CARD_PULLED
    assert cable.connected == 1

    assert read(FACE, code_b()).photo_png
    assert cable.long_ones == []


def test_a_card_that_stops_taking_long_commands_is_read_on_in_short_ones(
    cable: Cable, keys: KeyStore
) -> None:
    read = opened(cable)
    read(CERTIFICATE)
    cable.links.put(READER, ShortCard(issue(JIRO, keys).applications))

    assert read(FACE, code_b()).photo_png
    assert len(cable.long_ones) == 1
    assert read(FACE, code_b()).photo_png
    assert cable.long_ones == []


def test_a_card_spoken_to_in_single_bytes_is_asked_for_no_long_answer(keys: KeyStore) -> None:
    cable = Cable(in_blocks=False)
    cable.links.put(READER, issue(JIRO, keys))

    assert opened(cable)(CERTIFICATE).apdu_count == 8
    assert cable.long_ones == []


def test_the_memory_of_made_up_answers_to_power_up_is_bounded() -> None:
    class Tap(ScriptedLink):
        def __init__(self, number: int) -> None:
            super().__init__()
            self._number = number

        def atr(self) -> bytes:
            return self._number.to_bytes(4, "big")

    known = LongReads()
    for number in range(MOST_KEPT + 1):
        known.note(READER, Tap(number), 1000)

    assert known.carried(READER, Tap(0)) is None
    assert known.carried(READER, Tap(MOST_KEPT)) == 1000
    assert known.carried("another", Tap(MOST_KEPT)) is None
