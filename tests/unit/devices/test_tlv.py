from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from devices import card_files, face_trust, photo, rsa_checks, tlv
from devices.simulated.issuing import with_offsets, wrap

ATTRIBUTES = with_offsets(
    0xFF20,
    0xDF21,
    [
        wrap(0xDF22, "架空　花子".encode()),
        wrap(0xDF23, "架空県窓口市".encode()),
        wrap(0xDF24, b"19850321"),
        wrap(0xDF25, b"2"),
    ],
)
ANYTHING = st.one_of(
    st.binary(max_size=400),
    st.builds(lambda head, tail: head + tail, st.sampled_from([b"\xff\x20", b"\x7f\x21\x82"]), st.binary()),
    st.builds(
        lambda at, byte: ATTRIBUTES[:at] + bytes((byte,)) + ATTRIBUTES[at + 1 :],
        st.integers(0, len(ATTRIBUTES) - 1),
        st.integers(0, 255),
    ),
    st.integers(0, len(ATTRIBUTES)).map(lambda size: ATTRIBUTES[:size]),
)


@given(ANYTHING)
@example(b"\xff\x20\x84\xff\xff\xff\xff")
@example(b"\x1f" + b"\xff" * 10)
def test_whatever_the_bytes_are_only_the_rooms_own_error_is_raised(data: bytes) -> None:
    for read in (
        card_files.attributes,
        card_files.face,
        card_files.token_label,
        card_files.has_auth_certificate,
        face_trust.parse_issuer,
        rsa_checks.card_key,
        photo.png_of,
        tlv.header,
    ):
        with suppress(tlv.TlvError):
            read(data)


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=9))
def test_what_is_written_with_offsets_reads_back_object_by_object(values: list[bytes]) -> None:
    objects = [wrap(0xDF22 + at, value) for at, value in enumerate(values)]

    items = tlv.fields(with_offsets(0xFF20, 0xDF21, objects) + b"\xff" * 7, 0xFF20, 0xDF21)

    assert [item.value for item in items.values()] == values
    assert [item.raw for item in items.values()] == objects


@pytest.mark.parametrize("leading", [b"", b"\x00", b"\x12\x34"])
def test_up_to_two_bytes_before_the_file_are_tolerated(leading: bytes) -> None:
    assert card_files.attributes(leading + ATTRIBUTES).birth_date == "19850321"


def test_three_bytes_before_the_file_are_not() -> None:
    with pytest.raises(tlv.TlvError):
        card_files.attributes(b"\x12\x34\x56" + ATTRIBUTES)


def test_a_table_of_offsets_that_disagrees_is_refused() -> None:
    at = ATTRIBUTES.index(b"\xdf\x21") + 3
    shifted = ATTRIBUTES[: at + 1] + bytes((ATTRIBUTES[at + 1] + 1,)) + ATTRIBUTES[at + 2 :]

    with pytest.raises(tlv.TlvError, match="disagrees"):
        card_files.attributes(shifted)


def test_an_object_that_comes_twice_is_refused() -> None:
    twice = with_offsets(0xFF20, 0xDF21, [wrap(0xDF22, b"a"), wrap(0xDF22, b"b")])

    with pytest.raises(tlv.TlvError, match="twice"):
        tlv.fields(twice, 0xFF20, 0xDF21)


def test_text_that_is_not_utf_8_is_an_error_that_quotes_nothing() -> None:
    file = with_offsets(0xFF20, 0xDF21, [wrap(0xDF22, b"secret \xff")])

    with pytest.raises(tlv.TlvError) as caught:
        tlv.text(tlv.fields(file, 0xFF20, 0xDF21)[0xDF22])

    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_length_of_three_bytes_and_a_tag_of_three_are_read() -> None:
    data = bytes.fromhex("DF8101820200") + bytes(0x200)

    item = tlv.item_at(data, 0)

    assert (item.tag, len(item.value)) == (0xDF8101, 0x200)


@pytest.mark.parametrize("data", ["80", "DF", "DF81", "3080", "3085", "3082FF", "30820102", "3083FFFFFF"])
def test_truncated_and_indefinite_objects_are_refused(data: str) -> None:
    with pytest.raises(tlv.TlvError):
        tlv.item_at(bytes.fromhex(data), 0)


def test_more_objects_than_any_file_has_are_refused() -> None:
    with pytest.raises(tlv.TlvError, match="many"):
        tlv.inside(b"\x80\x00" * 65, 0, 130)


def test_unknown_month_and_day_of_birth_are_kept_as_they_are() -> None:
    assert card_files.attributes(ATTRIBUTES.replace(b"19850321", b"19850000")).birth_date == "19850000"


def test_a_sex_outside_the_standard_is_refused() -> None:
    with pytest.raises(tlv.TlvError):
        card_files.attributes(ATTRIBUTES[:-1] + b"5")
