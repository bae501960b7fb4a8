"""The town as delivered, generated once for all tests that read it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from counter_app.domain.residents import Resident
from gateway.town import Town, generate


@cache
def whole_town() -> Town:
    """Return the town of the default seed and size."""
    return generate()


def texts(resident: Resident) -> Iterator[str]:
    """Yield every text of a record that may be drawn on paper or screen."""
    yield from (resident.name, resident.name_kana, resident.head_name, resident.relationship)
    yield from (resident.former_name, resident.former_name_kana, resident.alias, resident.alias_kana)
    yield from (resident.name_combined, resident.address, resident.previous_address)
    yield from (resident.honseki, resident.hittousha, *resident.remarks)
    dates = (resident.birth, resident.resident_since, resident.address_since, resident.notified_on)
    yield from (recorded.printed() for recorded in dates)
    if resident.foreign:
        yield from (resident.foreign.nationality, resident.foreign.legal_category)
        yield from (resident.foreign.residence_status, resident.foreign.residence_period)
        yield resident.foreign.card_number
