"""Every rule over every file; beside each, a plant that it must catch."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests.architecture import rules
from tests.architecture.sources import PRODUCT_ROOMS, PROJECT, name_of, python_files, tracked, tree

Rule = Callable[[ast.Module], Iterator[str]]

# rule, rooms it holds in (all if empty), a plant it must catch
RULES: list[tuple[Rule, tuple[str, ...], str]] = [
    (rules.long_functions, (), "def f():\n" + "    x = 1\n" * 41),
    (rules.mocks, (), "from unittest.mock import MagicMock"),
    (rules.mocks, (), "from unittest import mock"),
    (rules.mocks, (), "def test_it(mocker): ..."),
    (rules.skips, ("tests",), "@pytest.mark.skipif(True)\ndef test_it(): ..."),
    (rules.skips, ("tests",), "pytest.importorskip('smartcard')"),
    (rules.sleeps, ("tests", "ui", "counter_app", "devices", "printing"), "time.sleep(1)"),
    (rules.sleeps, ("tests", "ui", "counter_app", "devices", "printing"), "from time import sleep"),
    (rules.nested_loops, ("ui", "main.py"), "self.dialog.exec()"),
    (rules.nested_loops, ("ui", "main.py"), "QApplication.processEvents()"),
    (rules.formatted_translations, ("ui", "printing"), "self.tr(f'{n} sheets')"),
    (rules.formatted_translations, ("ui", "printing"), "self.tr('%d sheets' % n)"),
    (rules.labels_without_format, ("ui",), "label = QLabel(name)"),
    (rules.banned_class_names, (*PRODUCT_ROOMS, "main.py"), "class CardManager: ..."),
    (rules.banned_class_names, (*PRODUCT_ROOMS, "main.py"), "class AbstractReader: ..."),
    (rules.unfinished, (), "raise NotImplementedError"),
    (rules.invented_amounts, (*PRODUCT_ROOMS, "main.py"), "fee_per_copy = 300"),
    (rules.invented_amounts, (*PRODUCT_ROOMS, "main.py"), "verdict(fee=300)"),
]

# The three boundaries where a bug is caught (knowledge/style.md 3.6), and the gateway's one.
BOUNDARIES = ("main.py", "ui/runtime/", "gateway/api/", "tests/fakes/lanes.py")


@pytest.mark.parametrize(("rule", "rooms"), dict.fromkeys((rule, rooms) for rule, rooms, _ in RULES))
def test_a_rule_holds_in_every_file(rule: Rule, rooms: tuple[str, ...]) -> None:
    wrong = [f"{name_of(path)}:{what}" for path in python_files(*rooms) for what in rule(tree(path))]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("rule", "_rooms", "plant"), RULES)
def test_a_rule_catches_its_plant(rule: Rule, _rooms: tuple[str, ...], plant: str) -> None:
    assert list(rule(ast.parse(plant)))


def test_no_file_is_longer_than_its_limit() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}

    assert len(lengths) > 30
    assert {name: length for name, length in lengths.items() if length > rules.LONGEST_FILE} == {}


def test_no_module_is_named_after_nothing_in_particular() -> None:
    assert [name_of(path) for path in python_files() if rules.banned_module_name(path.stem)] == []
    assert rules.banned_module_name("utils")


def test_errors_are_swallowed_at_the_boundaries_only() -> None:
    wrong = [
        f"{name_of(path)}:{what}"
        for path in python_files()
        if not name_of(path).startswith(BOUNDARIES)
        for what in rules.swallowed_errors(tree(path))
    ]

    assert not wrong, "\n".join(wrong)
    assert list(rules.swallowed_errors(ast.parse("try: f()\nexcept Exception: pass")))


# Written in halves, so that this file does not find itself.
WORDS = {
    "something put off": r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b",
    "a path of one machine": r"/(ho" + r"me|Us" + r"ers)/[a-z][\w.-]*/|(?<![\w/.])/wo" + r"rk/",
    "a package registry": r"--(extra-)?index-" + r"url[ =]https?|https?://(pypi|files\.python" + r"hosted)\.",
}
TEXT = {
    ".py",
    ".toml",
    ".txt",
    ".in",
    ".md",
    ".yaml",
    ".yml",
    ".cfg",
    ".ini",
    ".json",
    ".sql",
    ".sh",
    ".qss",
    "",
}


@pytest.mark.parametrize("word", sorted(WORDS))
def test_no_file_says(word: str) -> None:
    pattern = re.compile(WORDS[word])
    wrong = [
        f"{name_of(path)}:{number}"
        for path in tracked()
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("word", "plant"),
    [
        ("something put off", "# TO" + "DO later"),
        ("a path of one machine", "path = '/ho" + "me/taro/madoguchi'"),
        ("a package registry", "--index-" + "url https://mirror.example/simple"),
    ],
)
def test_such_words_are_found(word: str, plant: str) -> None:
    assert re.search(WORDS[word], plant)


def test_every_room_is_looked_at() -> None:
    seen = {path.relative_to(PROJECT).parts[0] for path in python_files()}

    assert set(PRODUCT_ROOMS) <= seen
