"""The practice cards of the training mode: a strip that F12 opens and closes."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from ui.view_models import ActionPressed, ExerciseStrip, Intent, Persona, PracticeCardPut, PracticeCardTaken


class PracticeCards(Protocol):
    """The simulated reader. Both calls return at once; the watcher tells when the card lies there."""

    def put(self, persona_id: str) -> None:
        """Put this persona's card on the reader, in place of any other."""
        ...

    def take(self) -> None:
        """Take the card away; harmless if there is none."""
        ...


class PracticeStrip:
    """Closed again after each use, because it takes the digits while it is open."""

    def __init__(self, personas: tuple[Persona, ...], cards: PracticeCards) -> None:
        self._cards = cards
        self._open = False
        self._shown = ExerciseStrip(personas=personas)

    @property
    def strip(self) -> ExerciseStrip | None:
        """The strip while it is open."""
        return self._shown if self._open else None

    def handle(self, intent: Intent) -> None:
        """F12, a digit, or 0."""
        match intent:
            case ActionPressed():
                self._open = not self._open
            case PracticeCardPut(persona_id=persona_id):
                self._move(persona_id)
                self._cards.put(persona_id)
            case PracticeCardTaken():
                self._move("")
                self._cards.take()

    def _move(self, persona_id: str) -> None:
        self._shown = replace(self._shown, on_reader=persona_id)
        self._open = False
