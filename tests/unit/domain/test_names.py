"""Names keep every code point, and are folded for searching only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain import names

SELECTORS = ("\ufe00", "\ufe0f", "\U000e0100", "\U000e01ef")


@pytest.mark.parametrize("selector", SELECTORS)
def test_both_blocks_of_selectors_are_known_to_their_ends(selector: str) -> None:
    assert names.is_variation_selector(selector)


@pytest.mark.parametrize("character", ["葛", "\ufdff", "\ufe10", "\U000e00ff", "\U000e01f0", "𠮷"])
def test_the_neighbours_of_the_blocks_are_no_selectors(character: str) -> None:
    assert not names.is_variation_selector(character)


def test_a_selector_stays_with_the_character_before_it() -> None:
    assert list(names.clusters("葛\U000e0102飾𠮷\ufe00子")) == ["葛\U000e0102", "飾", "𠮷\ufe00", "子"]


def test_nothing_has_no_clusters() -> None:
    assert list(names.clusters("")) == []


@given(st.text(alphabet=st.sampled_from(["葛", "𠮷", "ア", " ", *SELECTORS]), max_size=12))
def test_clusters_put_together_are_the_name_again(text: str) -> None:
    parts = list(names.clusters(text))
    assert "".join(parts) == text
    assert all(not names.is_variation_selector(part[0]) for part in parts[1:])


def test_a_character_is_named_so_that_it_can_be_read_out() -> None:
    assert names.describe("葛\U000e0102") == "葛 (U+845B U+E0102)"
    assert names.describe("𠮷") == "𠮷 (U+20BB7)"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("かつしか はるこ", "カツシカハルコ"),
        ("カツシカ　ハルコ", "カツシカハルコ"),
        ("ｶﾂｼｶﾊﾙｺ", "カツシカハルコ"),
        ("葛\U000e0102飾　春子", "葛飾春子"),
        ("ｓｍｉｔｈ ann", "SMITHANN"),
        ("ゔぁゖ", "ヴァヶ"),
    ],
)
def test_what_is_written_otherwise_is_the_same_reading(typed: str, folded: str) -> None:
    assert names.fold_writing(typed) == folded
    assert names.fold_for_search(typed) == names.fold_for_search(folded)


@pytest.mark.parametrize(
    ("heard", "recorded"),
    [
        ("はるこ", "バルコ"),
        ("ハルコ", "パルコ"),
        ("ｼﾕｳｲﾁ", "シュウイチ"),
        ("ハツトリ", "ハットリ"),
        ("イトウ　キミカ", "イドウ　ギミガ"),
        ("ウアイオリン", "ヴァイオリン"),
        ("カケヤ", "ヵヶャ"),
        ("か\u3099っさん", "カツサン"),
        ("か\ufe00\u3099", "カ"),
    ],
)
def test_a_reading_is_found_whatever_its_voiced_and_small_kana(heard: str, recorded: str) -> None:
    assert names.fold_for_search(heard) == names.fold_for_search(recorded)


@pytest.mark.parametrize(("one", "other"), [("はるこ", "バルコ"), ("ハツトリ", "ハットリ")])
def test_readings_that_only_search_takes_for_one_are_still_told_apart(one: str, other: str) -> None:
    assert names.fold_writing(one) != names.fold_writing(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ハルコ", "アルコ"), ("ヨシオ", "ヨシヲ"), ("é", "e"), ("ハ", "ハー")]
)
def test_other_readings_and_other_letters_are_not_found_for_one_another(one: str, other: str) -> None:
    assert names.fold_for_search(one) != names.fold_for_search(other)


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = names.fold_for_search(text)
    assert not any(names.is_variation_selector(character) for character in once)
    assert not any(character.isspace() for character in once)
    assert not set(once) & set("ァッャガバパヴ\u3099\u309a")


@given(st.text(alphabet=st.characters(min_codepoint=0x3041, max_codepoint=0x30FF), max_size=20))
def test_kana_folded_twice_are_the_same(text: str) -> None:
    once = names.fold_for_search(text)
    assert names.fold_for_search(once) == once
