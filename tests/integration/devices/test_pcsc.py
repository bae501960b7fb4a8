"""What only the real service shows: other programs on the card, power, the watcher's thread, the trace."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from smartcard import scard

from counter_app.application.card_port import CardPart, Credential, ReaderEvent
from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CredentialKind
from devices.apdu import CommandRefusedError
from devices.pcsc import PcscLinks
from player.parts.card_lab import CardLabError
from tests.integration.devices.rigs import HANAKO, LabRig, Notices, lab_rig

ATTRIBUTES = frozenset({CardPart.ATTRIBUTES})


@pytest.fixture
def rig() -> LabRig:
    rig = lab_rig()
    rig.make_ready()
    return rig


@contextmanager
def another_program(reader: str, share: int) -> Iterator[Any]:
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    assert result == scard.SCARD_S_SUCCESS
    protocols = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
    result, card, _ = scard.SCardConnect(context, reader, share, protocols)
    assert result == scard.SCARD_S_SUCCESS
    yield card
    scard.SCardDisconnect(card, scard.SCARD_LEAVE_CARD)
    scard.SCardReleaseContext(context)


def lines_open() -> int:
    """Sockets and files of this process: a context of the service is one socket."""
    gc.collect()
    return len(list(Path("/proc/self/fd").iterdir()))


def code_b() -> Credential:
    return Credential(CredentialKind.CODE_B, HANAKO.code_b)


def test_a_card_that_another_program_holds_alone_is_in_use(rig: LabRig) -> None:
    with (
        another_program(rig.reader, scard.SCARD_SHARE_EXCLUSIVE),
        pytest.raises(Unavailable) as caught,
    ):
        rig.readers.read(rig.reader, ATTRIBUTES, code_b())

    assert caught.value.failure.code is FailureCode.READER_IN_USE


def test_beside_a_program_that_shares_the_card_is_read_in_a_transaction_and_closed_behind_us(
    rig: LabRig,
) -> None:
    with another_program(rig.reader, scard.SCARD_SHARE_SHARED) as card:
        read = rig.readers.read(rig.reader, ATTRIBUTES, code_b())
        result, _ = scard.SCardTransmit(card, scard.SCARD_PCI_T1, [0x00, 0xB0, 0x82, 0x00, 0x00])

    assert read.attributes is not None
    assert read.attributes.name == HANAKO.name
    assert result & 0xFFFFFFFF == scard.SCARD_W_RESET_CARD & 0xFFFFFFFF


def test_another_program_cannot_use_what_the_code_opened(rig: LabRig) -> None:
    rig.readers.read(rig.reader, ATTRIBUTES, code_b())

    with another_program(rig.reader, scard.SCARD_SHARE_SHARED) as card:
        select = [0x00, 0xA4, 0x04, 0x0C, 0x0A, *bytes.fromhex("D3921000310001010408")]
        _, selected = scard.SCardTransmit(card, scard.SCARD_PCI_T1, select)
        _, refused = scard.SCardTransmit(card, scard.SCARD_PCI_T1, [0x00, 0xB0, 0x82, 0x00, 0x00])

    assert (selected, refused) == ([0x90, 0x00], [0x69, 0x82])


def test_a_command_that_would_hang_the_service_is_never_sent(rig: LabRig) -> None:
    link = PcscLinks().connect(rig.reader)
    with pytest.raises(CommandRefusedError):
        link.transmit(bytearray(1))
    link.close()
    link.close()

    with pytest.raises(Unavailable):
        link.transmit(bytearray(5))
    assert rig.readers.look(rig.reader).kind == "my_number_card"


def test_a_link_is_dead_after_its_first_error(rig: LabRig) -> None:
    link = PcscLinks().connect(rig.reader)
    rig.fail_after(0, back=True)
    for _ in range(2):
        with pytest.raises(Unavailable) as caught:
            link.transmit(bytearray.fromhex("0084000008"))
        assert caught.value.failure.code is FailureCode.CARD_PULLED
    link.close()
    rig.insert()


def test_the_buffer_of_a_command_is_wiped_once_it_is_sent(rig: LabRig) -> None:
    link = PcscLinks().connect(rig.reader)
    command = bytearray.fromhex("0084000008")

    answer = link.transmit(command)
    link.close()

    assert (len(answer), bytes(command)) == (10, b"")


def test_the_watcher_stops_at_once_though_its_call_blocks(rig: LabRig) -> None:
    before = {thread.name for thread in threading.enumerate()}
    notices = Notices(rig.readers)
    notices.wait(ReaderEvent.CARD_INSERTED, rig.reader)

    started = time.monotonic()
    notices.__exit__()

    assert time.monotonic() - started < 2
    assert {thread.name for thread in threading.enumerate()} == before


def test_the_number_is_never_reached_through_the_real_stack_either(rig: LabRig) -> None:
    rig.lab.command("log on")
    rig.readers.read(rig.reader, frozenset(CardPart), code_b())
    rig.readers.read(rig.reader, ATTRIBUTES, Credential(CredentialKind.TEXT_PIN, HANAKO.text_pin))

    trace = [line.split() for line in json.loads(rig.lab.command("trace"))]
    rig.lab.command("log off")

    reached = {(application, file) for _, application, file, _ in trace}
    assert ("text", "0002") in reached
    assert ("surface", "0002") in reached
    assert not reached & {("text", "0001"), ("surface", "0005"), ("text", "0014"), ("surface", "0013")}
    assert HANAKO.code_b not in json.dumps(trace)


def test_readings_leave_one_line_to_the_service_behind_and_not_one_each(rig: LabRig) -> None:
    rig.readers.look(rig.reader)
    before = lines_open()

    for _ in range(5):
        rig.readers.read(rig.reader, ATTRIBUTES, code_b())
        with pytest.raises(Unavailable):
            rig.readers.look(rig.empty_reader)

    assert lines_open() == before


def test_readers_that_are_no_longer_used_leave_no_line_to_the_service(rig: LabRig) -> None:
    before = lines_open()

    links = PcscLinks()
    links.connect(rig.reader).close()
    assert lines_open() == before + 1
    del links

    assert lines_open() == before


def test_the_first_reading_after_the_service_was_killed_and_started_succeeds(rig: LabRig) -> None:
    assert rig.readers.read(rig.reader, ATTRIBUTES, code_b()).attributes is not None
    with Notices(rig.readers) as notices:
        there = notices.wait(ReaderEvent.CARD_INSERTED, rig.reader)
        rig.stop_service()
        down = notices.wait(ReaderEvent.SERVICE_DOWN, since=there)
        rig.start_service()
        notices.wait(ReaderEvent.CARD_INSERTED, rig.reader, since=down)

    assert rig.readers.read(rig.reader, ATTRIBUTES, code_b()).attributes is not None


def test_a_slow_card_is_read_whole(rig: LabRig) -> None:
    rig.lab.command("delay 15")
    read = rig.readers.read(rig.reader, ATTRIBUTES, code_b())
    rig.lab.command("delay 0")

    assert read.attributes is not None
    assert read.elapsed_ms > 15 * read.apdu_count > 100


def test_opening_the_room_loads_no_card_service_until_readers_are_opened() -> None:
    program = (
        "import sys, devices, devices.simulated; assert 'smartcard' not in sys.modules;"
        "devices.open_readers(); assert 'smartcard' in sys.modules"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", program], cwd=root, env=dict(os.environ), timeout=60, check=True)


@pytest.mark.parametrize(
    "command", ["", "dance", "tries nobody 1", "tries code_b", "delay soon", "insert /nowhere"]
)
def test_the_card_process_refuses_what_it_does_not_know_and_lives_on(rig: LabRig, command: str) -> None:
    with pytest.raises(CardLabError):
        rig.lab.command(f"{command} ")

    assert "powered" in rig.lab.command("status")


def test_a_card_that_a_sharing_program_has_opened_is_left_to_it(rig: LabRig) -> None:
    with another_program(rig.reader, scard.SCARD_SHARE_SHARED) as card:
        select = [0x00, 0xA4, 0x04, 0x0C, 0x0A, *bytes.fromhex("D392F000260100000001")]
        verify = [0x00, 0x20, 0x00, 0x98, 0x04, *HANAKO.auth_pin.encode()]
        for command in (select, verify):
            _, answer = scard.SCardTransmit(card, scard.SCARD_PCI_T1, command)
            assert answer == [0x90, 0x00]
        with pytest.raises(Unavailable) as caught:
            rig.readers.look(rig.reader)

    assert caught.value.failure.code is FailureCode.READER_IN_USE


def test_waiting_for_a_card_ends_without_one(rig: LabRig) -> None:
    assert PcscLinks().await_card(rig.empty_reader, 0.1) is False
    assert PcscLinks().await_card(rig.reader, 5) is True
