"""Who may be found by what: a person under 照会制限 only by whole attributes, or a search would be an oracle.

By beginnings and parts anybody could feel his way to an address (knowledge/domain.md 2.1, 1).
"""

from __future__ import annotations

from counter_app.domain.restrictions import conceals
from gateway.cores.births import birth_digits
from gateway.cores.port import Criteria, Person
from gateway.cores.variants import fold_written_variants


def may_be_found(person: Person, criteria: Criteria) -> bool:
    """Tell whether one whom the core found by ``criteria`` may be in the answer.

    Under 照会制限 that needs the whole kana and the birth, or name, birth and address, each as recorded.
    """
    if not conceals(person.flags):
        return True
    resident = person.resident
    born = birth_digits(resident.birth)
    if not born or criteria.birth_date != born:
        return False
    by_kana = _is_one_of(criteria.name_kana, resident.name_kana, resident.alias_kana)
    by_name = _is_one_of(criteria.name, resident.name, resident.alias, resident.name_combined)
    return by_kana or (by_name and _is_one_of(criteria.address, resident.address))


def _is_one_of(asked: str, *recorded: str) -> bool:
    """Compare whole texts as written; a card's 渡辺 is the register's 渡邊, but ハ is not バ."""
    wanted = fold_written_variants(asked)
    return bool(wanted) and wanted in {fold_written_variants(text) for text in recorded if text}
