from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.restrictions import Flag
from gateway.town import AS_OF, generate
from gateway.town.chance import Chance
from gateway.town.flagging import flags_of_town
from tests.unit.gateway.town_under_test import whole_town

DIGEST = "38cecdd6342639837f0c79b62ac820bc97450216da882bc6a2ea3a50fce94133"
PRINT_DIGEST = "from gateway.town import generate; print(generate().digest())"


def test_the_town_has_11000_residents_in_about_4200_households() -> None:
    town = whole_town()

    assert len(town.residents) == 11_000
    assert 4_100 <= len(town.households()) <= 4_300
    assert (town.town_code, town.name, town.prefecture, town.mayor) == (
        "999997",
        "架空町",
        "架空県",
        "架空　太郎",
    )


def test_every_resident_and_card_number_is_there_once() -> None:
    residents = whole_town().residents
    cards = [r.resident.foreign.card_number for r in residents if r.resident.foreign]

    assert len({r.resident.resident_id for r in residents}) == len(residents)
    assert all(len(r.resident.resident_id) <= 15 for r in residents)
    assert max(Counter(card for card in cards if card).values()) == 1


def test_households_number_one_to_nine_and_small_ones_are_commonest() -> None:
    sizes = Counter(len(members) for members in whole_town().households().values())
    share = {size: count / sum(sizes.values()) for size, count in sizes.items()}

    assert set(sizes) == set(range(1, 10))
    assert share[1] == pytest.approx(0.26, abs=0.03)
    assert share[2] == pytest.approx(0.30, abs=0.03)
    assert sizes[3] > sizes[4] > sizes[5] > sizes[6] > sizes[7] > sizes[8] + sizes[9]
    assert min(sizes[8], sizes[9]) >= 3


def test_ages_are_those_of_a_small_town() -> None:
    births = [r.resident.birth.day for r in whole_town().residents if r.resident.birth.day]
    ages = [(AS_OF - birth).days // 365.25 for birth in births]

    assert 0.08 < sum(age < 15 for age in ages) / len(ages) < 0.20
    assert 0.20 < sum(age >= 65 for age in ages) / len(ages) < 0.40
    assert max(ages) <= 105
    assert min(ages) == 0
    assert sum(age >= 100 for age in ages) < 20


def test_surnames_are_skewed_and_most_are_plain() -> None:
    surnames = Counter(
        r.resident.name.split("　")[0] for r in whole_town().residents if r.resident.foreign is None
    )

    assert surnames["佐藤"] > 10 * surnames["二階堂"]
    assert len(surnames) > 150
    assert 0.02 < sum(_is_variant(r.resident.name) for r in whole_town().residents) / 11_000 < 0.12


def _is_variant(name: str) -> bool:
    return any(0xE0100 <= ord(c) <= 0xE01EF or 0x20000 <= ord(c) <= 0x3FFFF for c in name)


def test_every_flag_of_the_domain_is_on_at_least_three_and_none_is_common() -> None:
    flags = Counter(flag for r in whole_town().residents for flag in r.flags)

    assert set(flags) == set(Flag)
    assert min(flags.values()) >= 3
    assert 90 <= flags.pop(Flag.HON_TSUCHI) <= 130
    assert max(flags.values()) < 60


def test_birth_days_unknown_are_texts_of_old_residents() -> None:
    unknown = [r.resident for r in whole_town().residents if r.resident.birth.text]

    assert len(unknown) >= 5
    assert all(r.birth.iso == "" and r.birth.text.endswith("日不詳") for r in unknown)
    assert all(r.birth.printed().startswith(("昭和", "大正")) for r in unknown)
    assert all("不詳" in r.resident_since.text or r.resident_since.iso > "1900" for r in unknown)


def test_some_lack_kana_some_have_a_former_name_and_some_a_building() -> None:
    residents = [r.resident for r in whole_town().residents if r.resident.foreign is None]

    assert 0.01 < sum(r.name_kana == "" for r in residents) / len(residents) < 0.05
    assert 30 < sum(bool(r.former_name and r.former_name_kana) for r in residents) < 300
    assert 0.10 < sum("　" in r.address for r in residents) / len(residents) < 0.35


def test_foreign_residents_have_latin_names_statuses_and_no_koseki() -> None:
    foreign = [r.resident for r in whole_town().residents if r.resident.foreign]

    assert 150 < len(foreign) < 400
    assert all(r.name.isascii() and r.name.upper() == r.name for r in foreign)
    assert all(r.honseki == "" and r.hittousha == "" and r.birth.iso for r in foreign)
    assert all(r.resident_since.iso >= "2012-07-09" for r in foreign)
    assert sum(len(r.name) >= 100 for r in foreign) >= 3
    assert sum(bool(r.name_combined) for r in foreign) >= 3
    assert sum(bool(r.alias and r.alias_kana) for r in foreign) >= 3
    assert {r.foreign.legal_category for r in foreign if r.foreign} == {"中長期在留者", "特別永住者"}


def test_pairs_of_one_name_birth_day_and_sex_live_at_different_addresses() -> None:
    found: dict[tuple[str, str, str], list[str]] = {}
    for entry in whole_town().residents:
        r = entry.resident
        if r.birth.iso:
            found.setdefault((r.name, r.birth.iso, r.sex.value), []).append(r.address)
    pairs = [addresses for addresses in found.values() if len(addresses) > 1]

    assert len(pairs) >= 4
    assert all(len(set(addresses)) == len(addresses) for addresses in pairs)


def test_every_address_says_that_it_is_fictitious() -> None:
    for entry in whole_town().residents:
        r = entry.resident
        assert r.address.startswith("架空県架空町")
        assert not r.previous_address or "架空" in r.previous_address
        assert not r.honseki or "架空" in r.honseki


def test_the_same_seed_gives_the_recorded_town_on_every_python_and_hash_seed() -> None:
    runs = [(sys.executable, "0"), (sys.executable, "4711"), *((python, "1") for python in _other_pythons())]

    digests = {run: _digest_of(*run) for run in runs}

    assert set(digests.values()) == {DIGEST}


def _digest_of(python: str, hash_seed: str) -> str:
    # Only a fresh process shows what the order of a set or the version would change.
    return subprocess.run(
        [python, "-S", "-c", PRINT_DIGEST],
        env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    ).stdout.strip()


def _other_pythons() -> list[str]:
    """Return the interpreters 3.12 and 3.13 found in the usual places; possibly none."""
    homes = [Path(folder) for folder in os.get_exec_path() if "shims" not in folder]
    root = Path(os.environ.get("PYENV_ROOT", str(Path.home() / ".pyenv")))
    homes += sorted(root.glob("versions/*/bin"))
    found = [home / name for home in homes for name in ("python3.12", "python3.13")]
    return [str(python) for python in found if python.is_file()]


def test_a_resident_who_is_not_of_the_town_is_not_found() -> None:
    with pytest.raises(KeyError):
        whole_town().resident("0")


def test_the_flags_want_more_people_than_a_hamlet_has() -> None:
    hamlet = [r.resident for r in whole_town().residents[:20]]

    with pytest.raises(ValueError, match="too small for every flag"):
        flags_of_town(hamlet, Chance(1))


def test_another_seed_gives_another_town() -> None:
    assert generate(1, 400).digest() != generate(2, 400).digest()


def test_a_town_too_small_for_its_flags_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 300"):
        generate(residents=299)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**63), size=st.integers(300, 700))
def test_any_seed_gives_a_town_of_the_asked_size_with_every_flag(seed: int, size: int) -> None:
    town = generate(seed, size)
    flags = Counter(flag for r in town.residents for flag in r.flags)

    assert len(town.residents) == size
    assert len({r.resident.resident_id for r in town.residents}) == size
    assert set(flags) == set(Flag)
    assert min(flags.values()) >= 3
    assert all(1 <= len(members) <= 9 for members in town.households().values())
    assert all("架空" in r.resident.address for r in town.residents)
