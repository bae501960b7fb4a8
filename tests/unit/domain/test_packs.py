"""A pack is whole or refused, with the key that is wrong named."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from counter_app.domain.certificates import CertificateKind
from counter_app.domain.packs import FORM_WORDS, PackInvalid, read_pack
from tests.unit.domain.people import pack_mapping

KEYS = (
    "effective",
    *("town", "town.code", "town.name", "mayor", "mayor.title", "mayor.name"),
    *("words", "words.omitted", "words.not_recorded", "purposes", "certificates", "form"),
    *("certificates.J01", "certificates.J02", "certificates.J03"),
    *(f"certificates.J02.{key}" for key in ("title", "counted_as", "attestation", "fee", "revenue_account")),
    *(f"form.{word}" for word in sorted(FORM_WORDS)),
)


def within(mapping: dict[str, Any], key: str) -> tuple[dict[str, Any], str]:
    *path, last = key.split(".")
    for part in path:
        mapping = mapping[part]
    return mapping, last


def test_a_whole_pack_is_read() -> None:
    pack = read_pack(pack_mapping())

    assert pack.town_code == "999997"
    assert pack.purposes == (("bank", "金融機関"), ("pension", "年金の請求"))
    assert set(pack.certificates) == set(CertificateKind)
    assert pack.certificates[CertificateKind.PART_OF_HOUSEHOLD].attestation == "世帯一部の写し"
    assert pack.form["requester"] == "<requester>"


@pytest.mark.parametrize("key", KEYS)
def test_a_missing_key_is_named(key: str) -> None:
    mapping = pack_mapping()
    holder, last = within(mapping, key)
    del holder[last]

    with pytest.raises(PackInvalid, match=rf"\b{last}\b"):
        read_pack(mapping)


@pytest.mark.parametrize("key", [*KEYS, "purposes.bank"])
def test_a_value_of_the_wrong_kind_is_named(key: str) -> None:
    mapping = pack_mapping()
    holder, last = within(mapping, key)
    holder[last] = 1.5

    with pytest.raises(PackInvalid, match=rf"^{key}: \w+ expected$"):
        read_pack(mapping)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("certificates.J01.fee", -1),
        ("certificates.J01.fee", True),
        ("effective", datetime(2026, 4, 1, 12, 0)),  # noqa: DTZ001 -- a moment where a day belongs
    ],
)
def test_a_fee_is_a_count_of_yen_and_a_pack_begins_with_a_day(key: str, value: object) -> None:
    mapping = pack_mapping()
    holder, last = within(mapping, key)
    holder[last] = value

    with pytest.raises(PackInvalid, match=f"^{key}: "):
        read_pack(mapping)


def test_a_free_certificate_is_no_mistake() -> None:
    mapping = pack_mapping()
    mapping["certificates"]["J01"]["fee"] = 0

    assert read_pack(mapping).certificates[CertificateKind.WHOLE_HOUSEHOLD].fee == 0
