"""``python -m gateway.town --persona NAME``: a persona's card as JSON, for the virtual card process."""

from __future__ import annotations

import argparse
import json
import sys

from gateway.town.personas import personas


def main(arguments: list[str] | None = None) -> int:
    """Print the card and return 0; a persona without a card is refused like an unknown name (exit 2)."""
    holders = sorted(name for name, record in personas.items() if record.card)
    parser = argparse.ArgumentParser(prog="python -m gateway.town")
    parser.add_argument("--persona", required=True, choices=holders)
    card = personas[parser.parse_args(arguments).persona].card
    if card is not None:
        sys.stdout.write(json.dumps(card.as_json(), ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
