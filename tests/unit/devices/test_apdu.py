from __future__ import annotations

import pytest

from devices.apdu import Command, CommandRefusedError, Response, refuse_unsendable


def test_each_of_the_four_cases_is_written_as_iso_7816_says() -> None:
    assert Command(0, 0x20, 0, 0x98).encode().hex() == "00200098"
    assert Command(0, 0xB0, 0x8A, 0, le=256).encode().hex() == "00b08a0000"
    assert Command(0, 0xB0, 0x8A, 0, le=257).encode().hex() == "00b08a00000101"
    assert Command(0, 0xB0, 0x8A, 0, le=65536).encode().hex() == "00b08a00000000"
    assert Command(0, 0xA4, 2, 0x0C, b"\x00\x0a").encode().hex() == "00a4020c02000a"
    assert Command(0x80, 0x2A, 0, 0x97, b"\x30", le=16).encode().hex() == "802a0097013010"


@pytest.mark.parametrize(
    "command",
    [
        Command(0x100, 0, 0, 0),
        Command(0, 0, 0, -1),
        Command(0, 0, 0, 0, bytes(256)),
        Command(0, 0, 0, 0, le=0),
        Command(0, 0, 0, 0, le=65537),
        Command(0, 0, 0, 0, b"\x00", le=257),
    ],
)
def test_a_command_that_fits_neither_form_is_refused(command: Command) -> None:
    with pytest.raises(CommandRefusedError):
        command.encode()


@pytest.mark.parametrize("size", [0, 1, 3, 262])
def test_what_would_hang_a_reader_is_refused_at_the_last_gate(size: int) -> None:
    with pytest.raises(CommandRefusedError):
        refuse_unsendable(bytes(size))


@pytest.mark.parametrize("size", [4, 5, 261])
def test_every_length_that_readers_take_passes_the_last_gate(size: int) -> None:
    refuse_unsendable(bytearray(size))


def test_the_data_of_a_command_is_not_in_its_repr() -> None:
    assert "1357" not in repr(Command(0, 0x20, 0, 0x98, bytearray(b"1357")))
    assert "31333537" not in repr(Response(b"1357", 0x9000))


@pytest.mark.parametrize(
    ("word", "left"),
    [(0x63C0, 0), (0x63C3, 3), (0x63CA, 10), (0x6983, 0), (0x6984, 0), (0x9000, None), (0x6300, None)],
)
def test_a_status_word_tells_the_tries_left_where_it_tells_any(word: int, left: int | None) -> None:
    assert Response(b"", word).tries_left == left
