"""The practice cards and the printed sheets of the training mode: a strip that F12 opens and closes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

from counter_app.domain.identity import CredentialKind
from counter_app.domain.issuance import states
from ui.view_models import (
    ActionPressed,
    Body,
    CardBody,
    CollateBody,
    CredentialBody,
    ExerciseStrip,
    Intent,
    Persona,
    PracticeCardPut,
    PracticeCardTaken,
    PracticeSheetScanned,
)


class PracticeCards(Protocol):
    """The simulated reader. Both calls return at once; the watcher tells when the card lies there."""

    def put(self, persona_id: str) -> None:
        """Put this persona's card on the reader, in place of any other."""
        ...

    def take(self) -> None:
        """Take the card away; harmless if there is none."""
        ...


class PracticePaper(Protocol):
    """The handheld scanner. Both calls return at once; what is read is typed as the device types it."""

    def scan_next(self) -> None:
        """Scan the next sheet that came out of the simulated printer."""
        ...

    def scan_other(self) -> None:
        """Scan a sheet that does not belong to this issue."""
        ...


class PracticeStrip:
    """Closed again after each use, because it takes the digits while it is open."""

    def __init__(self, personas: tuple[Persona, ...], cards: PracticeCards, paper: PracticePaper) -> None:
        self._cards = cards
        self._paper = paper
        self._open = False
        self._shown = ExerciseStrip(personas=personas)

    @property
    def known(self) -> ExerciseStrip:
        """The strip, open or not."""
        return self._shown

    @property
    def strip(self) -> ExerciseStrip | None:
        """The strip while it is open."""
        return self._shown if self._open else None

    def handle(self, intent: Intent) -> None:
        """F12, or a digit of the open strip."""
        match intent:
            case ActionPressed():
                self._open = not self._open
            case PracticeCardPut(persona_id=persona_id):
                self._move(persona_id)
                self._cards.put(persona_id)
            case PracticeCardTaken():
                self._move("")
                self._cards.take()
            case PracticeSheetScanned(other=other):
                self._open = False
                (self._paper.scan_other if other else self._paper.scan_next)()

    def _move(self, persona_id: str) -> None:
        self._shown = replace(self._shown, on_reader=persona_id)
        self._open = False


def _collating(state: states.IssuanceState | None, body: Body) -> bool:
    return isinstance(state, states.Collating) and isinstance(body, CollateBody)


def strip_at(
    strip: ExerciseStrip | None, state: states.IssuanceState | None, body: Body
) -> ExerciseStrip | None:
    """The open strip on this page: sheets can be scanned where they are asked for."""
    return None if strip is None else replace(strip, sheets=_collating(state, body))


def hint_at(strip: ExerciseStrip | None, state: states.IssuanceState | None, body: Body) -> tuple[str, str]:
    """``exercise_hint`` and ``exercise_fact`` of this page; both empty where there is no ``strip`` at all."""
    if strip is None:
        return "", ""
    if _collating(state, body):
        return "sheet", ""
    if isinstance(body, CardBody):
        return {"place": "card", "remove": "take_card"}.get(body.phase, ""), ""
    if isinstance(body, CredentialBody):
        lies = next((one for one in strip.personas if one.persona_id == strip.on_reader), None)
        digits = dict(lies.credentials).get(body.kind, "") if lies else ""
        if digits:
            return ("code_b" if body.kind == CredentialKind.CODE_B else "pin"), digits
    return "", ""


def personas_of(cards: Mapping[str, Mapping[str, Any]]) -> tuple[Persona, ...]:
    """The practice cards by their ids (the fields of a fictitious card holder), as the strip shows them."""
    return tuple(
        Persona(
            persona_id=persona_id,
            name=card["name"],
            credentials=(
                (CredentialKind.CODE_B.value, _grouped(card["code_b"])),
                (CredentialKind.TEXT_PIN.value, card["text_pin"]),
                (CredentialKind.AUTH_PIN.value, card["auth_pin"]),
            ),
        )
        for persona_id, card in cards.items()
    )


def _grouped(code_b: str) -> str:
    """照合番号B as its three boxes take it: birth date, expiry year, security code."""
    return f"{code_b[:6]} {code_b[6:10]} {code_b[10:]}"
