from __future__ import annotations

import pytest

from player.parts.tls_records import RecordCount

HELLO = b"\x16\x03\x01\x00\x03abc"
SPOKEN = b"\x17\x03\x03\x00\x05hello"
LONG = b"\x17\x03\x03\x01\x00" + bytes(256)


def test_only_application_data_counts() -> None:
    records = RecordCount()

    assert records.take(HELLO + SPOKEN + HELLO + LONG) == 2
    assert records.count == 2


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_pieces_of_any_size_count_the_same(size: int) -> None:
    records, whole = RecordCount(), HELLO + SPOKEN + LONG + SPOKEN

    began = [records.take(whole[at : at + size]) for at in range(0, len(whole), size)]

    assert sum(began) == records.count == 3


def test_what_a_record_holds_is_no_header() -> None:
    records = RecordCount()

    assert records.take(b"\x16\x03\x01\x00\x0a" + SPOKEN) == 0
    assert records.take(SPOKEN) == 1
