"""The 戸籍 behind a household: who is 筆頭者 of whose, and where its 本籍 is."""

from __future__ import annotations

from counter_app.domain.residents import Sex
from gateway.town import addresses
from gateway.town.chance import Chance
from gateway.town.kinship import HEAD, Figure
from gateway.town.words import given_names

_COUPLE_AND_CHILDREN = frozenset({HEAD, "妻", "夫", "子", "妻の子"})
_SPOUSES = frozenset({"妻", "夫"})
_OF_THE_SON = frozenset({"子の妻", "子の夫", "孫"})


class Origins:
    """The family registers of one household; all in the same register share its 本籍."""

    def __init__(self, figures: list[Figure], names: list[str], chance: Chance) -> None:
        self._figures = figures
        self._names = names
        self._chance = chance
        self._honseki: dict[str, str] = {}
        self._late: dict[str, str] = {}

    def of(self, at: int) -> tuple[str, str]:
        """Return (筆頭者, 本籍) of the member at that place of the household."""
        head = self._register_head(at)
        if head not in self._honseki:
            self._honseki[head] = addresses.honseki(self._chance)
        return head, self._honseki[head]

    def _register_head(self, at: int) -> str:
        relation = self._figures[at].relation
        relations = [figure.relation for figure in self._figures]
        if relation in _OF_THE_SON or (relation == "子" and _OF_THE_SON & set(relations)):
            return self._names[relations.index("子")]
        if relation in {"父", "母"} and "父" in relations:
            return self._names[relations.index("父")]
        if relation == HEAD and not _SPOUSES & set(relations) and "子" not in relations:
            return self._parents_register(at, relations)
        if relation in _COUPLE_AND_CHILDREN:
            husband = relations.index("夫") if "夫" in relations else 0
            return self._names[husband]
        return self._late_father(at) if relation in {"母", "祖母", "弟", "妹"} else self._names[at]

    def _parents_register(self, at: int, relations: list[str]) -> str:
        """Unmarried: still in the father's register, or since 分籍 in one of his own."""
        if "父" in relations:
            return self._names[relations.index("父")]
        if "母" in relations or self._chance.happens(450):
            return self._late_father(at)
        return self._names[at]

    def _late_father(self, at: int) -> str:
        """The father no longer alive, the same for all of one surname and household."""
        surname = self._names[at].split("　")[0]
        if surname not in self._late:
            self._late[surname] = f"{surname}　{self._chance.draw(given_names(Sex.MALE, 1930)).text}"
        return self._late[surname]
