"""The training mode's hand: lays practice cards on the simulated reader, away from the screen."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from counter_app.application.lanes_port import Lane, Lanes
from devices.simulated.persona import Persona, persona_from_json
from devices.simulated.reader import SimulatedCardReaders


def practice_cards(found: Mapping[str, Mapping[str, Any]]) -> dict[str, Persona]:
    """The personas of a training by their ids, from the cards that its gateway keeps for them (JSON)."""
    return {name: persona_from_json(json.dumps(card)) for name, card in found.items()}


class PracticeHand:
    """Both moves return at once; issuing a card's keys at its first use takes about a second."""

    def __init__(
        self,
        readers: SimulatedCardReaders,
        lanes: Lanes,
        cards: Mapping[str, Persona],
        bug: Callable[[BaseException], None],
    ) -> None:
        self._readers = readers
        self._lanes = lanes
        self._cards = cards
        self._bug = bug

    def put(self, persona_id: str) -> None:
        """Lay this persona's card on the reader, in place of any other."""
        self._run(lambda: self._readers.insert(self._cards[persona_id]))

    def take(self) -> None:
        """Take the card away; harmless if there is none."""
        self._run(self._readers.remove)

    def _run(self, move: Callable[[], None]) -> None:
        self._lanes.run(Lane.DELIVERY, move, self._moved)

    def _moved(self, _done: None, error: BaseException | None) -> None:
        if error is not None:
            self._bug(error)
