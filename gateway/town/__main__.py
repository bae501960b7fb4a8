"""What exercises ask of the town, as JSON: a persona's card, or everything that the register has of one.

``python -m gateway.town --persona NAME`` for the virtual card process; ``--register NAME`` for the search of
what a run left behind, numbers included.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from counter_app.domain import wareki
from gateway.town.numbers import fictitious_resident_code, invalid_my_number
from gateway.town.persona_households import persona_residents
from gateway.town.personas import PersonaRecord, personas


def main(arguments: list[str] | None = None) -> int:
    """Print it and return 0; a persona without a card is refused like an unknown name (exit 2)."""
    holders = sorted(name for name, record in personas.items() if record.card)
    parser = argparse.ArgumentParser(prog="python -m gateway.town")
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("--persona", choices=holders)
    asked.add_argument("--register", choices=sorted(personas))
    told = parser.parse_args(arguments)
    if told.register:
        sys.stdout.write(json.dumps(_registered(personas[told.register]), ensure_ascii=False) + "\n")
        return 0
    card = personas[told.persona].card
    if card is not None:
        sys.stdout.write(json.dumps(card.as_json(), ensure_ascii=False) + "\n")
    return 0


def _registered(record: PersonaRecord) -> dict[str, str]:
    """Everything of one person as text; ``birth_said``: the day as people write it."""
    person = next(each for each in persona_residents() if each.resident_id == record.resident_id)
    day = person.birth.day
    card = asdict(record.card) if record.card else {}
    return {
        "name": person.name,
        "name_kana": person.name_kana,
        "address": person.address,
        "birth_date": person.birth.iso,
        "birth_said": "" if day is None else f"{wareki.print_wareki(day)} {wareki.print_western(day)}",
        "my_number": invalid_my_number(person.resident_id),
        "resident_code": fictitious_resident_code(person.resident_id),
        "card_name": str(card.get("name", "")),
        "code_b": str(card.get("code_b", "")),
    }


if __name__ == "__main__":
    sys.exit(main())
