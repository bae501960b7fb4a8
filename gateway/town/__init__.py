"""The fictitious town that the embedded core serves: generated, never real (knowledge/domain.md 3.13)."""

from gateway.town.generation import generate
from gateway.town.personas import CardPersona, PersonaRecord, SearchKeys, personas
from gateway.town.register import AS_OF, Town, TownResident

__all__ = [
    "AS_OF",
    "CardPersona",
    "PersonaRecord",
    "SearchKeys",
    "Town",
    "TownResident",
    "generate",
    "personas",
]
