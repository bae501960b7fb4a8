"""What is data is valid, and what belongs into data is not in code."""

from __future__ import annotations

import ast
import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from counter_app.domain.packs import read_pack
from player.scenario import load
from tests.architecture.sources import PRODUCT_ROOMS, PROJECT, name_of, python_files, tree

PACKS = sorted((PROJECT / "resources/packs").glob("*/*.toml"))
SCENARIOS = sorted((PROJECT / "resources/scenarios").glob("*.toml"))


@pytest.mark.parametrize("path", PACKS, ids=name_of)
def test_a_pack_is_whole(path: Path) -> None:
    pack = read_pack(tomllib.loads(path.read_text(encoding="utf-8")))

    assert path.parent.name == pack.town_code
    assert path.stem == pack.effective.isoformat()


@pytest.mark.parametrize("path", SCENARIOS, ids=name_of)
def test_a_scenario_is_whole(path: Path) -> None:
    assert load(path).title


@pytest.mark.parametrize("path", SCENARIOS, ids=name_of)
def test_a_scenario_meets_its_schema(path: Path) -> None:
    schema = json.loads((PROJECT / "resources/schemas/scenario.schema.json").read_text(encoding="utf-8"))
    own = tomllib.loads(path.read_text(encoding="utf-8"))
    base = own.pop("extends", None)
    whole = own if base is None else tomllib.loads((path.parent / base).read_text(encoding="utf-8")) | own

    jsonschema.validate(whole, schema)


def test_every_scenario_has_a_twin_that_must_fail() -> None:
    plain = {path.stem for path in SCENARIOS if not path.stem.endswith("-faulty")}
    twins = {path.stem.removesuffix("-faulty") for path in SCENARIOS if path.stem.endswith("-faulty")}

    assert len(plain) >= 5
    assert plain == twins
    assert all(load(path).fault for path in SCENARIOS if path.stem.endswith("-faulty"))


def _words_of_the_towns() -> set[str]:
    words: set[str] = set()
    for path in PACKS:
        pack: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        words |= {pack["mayor"]["name"], pack["mayor"]["title"]}
        words |= {certificate["attestation"] for certificate in pack["certificates"].values()}
    return words


def _said_by_code(path: Path) -> str:
    """Every text in a file that is not a docstring."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    texts = [
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    return "\n".join(texts)


def test_no_code_names_a_mayor_or_words_an_attestation() -> None:
    words = _words_of_the_towns()
    wrong = [
        f"{name_of(path)}: {word}"
        for path in python_files(*PRODUCT_ROOMS, "main.py")
        # The fictitious town's own generator may know who its mayor is.
        if not name_of(path).startswith("gateway/town/")
        for word in words
        if word in _said_by_code(path)
    ]

    assert len(words) >= 5
    assert not wrong, "\n".join(wrong)


def test_a_mayor_in_code_would_be_found(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text('"""架空町長 in a docstring."""\nTITLE = "架空町長"\n', encoding="utf-8")

    assert _said_by_code(planted) == "架空町長"
