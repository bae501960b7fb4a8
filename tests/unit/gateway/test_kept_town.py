"""What a start keeps for the next one is the same town, and never stands in the way of another."""

from __future__ import annotations

import gc
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from counter_app.domain.restrictions import Flag
from gateway.cores.embedded import EmbeddedCore
from gateway.cores.fictitious import fictitious_core
from gateway.cores.port import Criteria, Person
from gateway.store.upgrade import MIGRATIONS, newest
from gateway.town import personas
from tests.unit.gateway.desk import Desk

WATANABE = personas["watanabe"]


def _register(core: EmbeddedCore) -> list[Person]:
    """Return everybody, and with them all that the card or the kana of a persona finds."""
    kana = Criteria(name_kana=WATANABE.search.kana[:4])
    return [*core.find(Criteria(address="架空町"), 1000), *core.find(kana, 10), *core.concealed()]


def test_the_town_of_the_second_start_is_that_of_the_first(tmp_path: Path) -> None:
    drawn = fictitious_core(tmp_path, 7, 300)
    (file,) = tmp_path.iterdir()
    written = file.stat().st_mtime_ns

    kept = fictitious_core(tmp_path, 7, 300)

    assert len(_register(drawn)) > 300
    assert set(map(repr, _register(kept))) == set(map(repr, _register(drawn)))
    assert kept.household(WATANABE.household_id) == drawn.household(WATANABE.household_id)
    assert file.stat().st_mtime_ns == written
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert gc.isenabled()


def test_another_seed_is_another_town_and_the_old_one_goes(tmp_path: Path) -> None:
    first = fictitious_core(tmp_path, 7, 300)
    (old,) = tmp_path.iterdir()

    second = fictitious_core(tmp_path, 8, 300)

    assert set(map(repr, _register(second))) != set(map(repr, _register(first)))
    assert [file != old for file in tmp_path.iterdir()] == [True]


@pytest.mark.parametrize("damage", [b"", b"[", b'[{"person": null}]'])
def test_a_damaged_town_is_drawn_again(tmp_path: Path, damage: bytes) -> None:
    drawn = fictitious_core(tmp_path, 7, 300)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)

    again = fictitious_core(tmp_path, 7, 300)

    assert file.read_bytes() == whole
    assert set(map(repr, _register(again))) == set(map(repr, _register(drawn)))


def test_a_flag_that_an_exercise_set_is_gone_with_its_gateway(tmp_path: Path) -> None:
    fictitious_core(tmp_path, 7, 300).set_flags(WATANABE.resident_id, frozenset({Flag.SHIEN}))

    found = fictitious_core(tmp_path, 7, 300).person(WATANABE.resident_id)

    assert found is not None
    assert found.flags == frozenset()


def test_no_number_of_a_resident_is_kept(tmp_path: Path) -> None:
    fictitious_core(tmp_path, 7, 300)
    (file,) = tmp_path.iterdir()

    content = file.read_text("utf-8")

    assert WATANABE.resident_id in content
    assert "my_number" not in content
    assert "resident_code" not in content


def test_the_newest_revision_is_the_one_that_alembic_would_go_to() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))

    assert ScriptDirectory.from_config(config).get_current_head() == newest()


def test_a_ledger_that_is_up_to_date_is_opened_without_alembic(desk: Desk) -> None:
    program = (
        "import sys; from gateway.store.ledger_store import LedgerStore; "
        "from gateway.store.upgrade import upgrade; "
        f"upgrade(LedgerStore({desk.store.url!r})); print('alembic' in sys.modules)"
    )

    said = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert said.stdout.strip() == "False"
