from __future__ import annotations

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from counter_app.domain.names import clusters, is_variation_selector
from gateway.town.chance import Weighted
from gateway.town.words import Word, rows, surnames
from tests.unit.gateway.town_under_test import texts, whole_town

Glyphs = tuple[frozenset[int], frozenset[tuple[int, int]]]


@cache
def ipamj() -> Glyphs:
    """Return what IPAmj明朝 draws: code points, and pairs of base and selector (cmap 14)."""
    font = TTFont(next(Path("/usr/share/fonts").glob("**/ipamjm.ttf")))
    pairs = {
        (base, selector)
        for table in font["cmap"].tables
        if table.format == 14
        for selector, entries in table.uvsDict.items()
        for base, _ in entries
    }
    return frozenset(font.getBestCmap()), frozenset(pairs)


def has_glyph(cluster: str) -> bool:
    points, pairs = ipamj()
    if len(cluster) == 1:
        return ord(cluster) in points
    return len(cluster) == 2 and (ord(cluster[0]), ord(cluster[1])) in pairs


def missing(texts_: list[str]) -> set[str]:
    return {cluster for text in texts_ for cluster in clusters(text) if not has_glyph(cluster)}


def test_every_character_of_every_record_has_its_own_glyph() -> None:
    assert missing([text for r in whole_town().residents for text in texts(r.resident)]) == set()


def test_every_character_of_the_word_lists_has_its_own_glyph() -> None:
    lists: Weighted[Word] = surnames()
    given_names = [row["names"].replace(":", "").replace(" ", "") for row in rows("given_names.csv")]

    assert missing([word.text + word.kana for word in lists.items] + given_names) == set()


def test_a_selector_without_a_glyph_would_be_found() -> None:
    assert missing(["葛\U000e01ef城"]) == {"葛\U000e01ef"}


def test_no_name_begins_with_a_selector_or_carries_two_at_once() -> None:
    for entry in whole_town().residents:
        for cluster in clusters(entry.resident.name):
            assert not is_variation_selector(cluster[0])
            assert len(cluster) <= 2


def test_the_variants_that_registers_are_known_for_all_occur() -> None:
    written = "".join(r.resident.name for r in whole_town().residents)

    for variant in (
        "葛\U000e0102",
        "辻\U000e0102",
        "邉\U000e010f",
        "邊\U000e0108",
        "齋\U000e0102",
        "斉\U000e0102",
        "齊",
        "髙",
        "﨑",
        "𠮷",
        "𡈽",
        "𣘺",
    ):
        assert variant in written
