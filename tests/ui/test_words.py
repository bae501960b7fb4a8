"""Every word that a clerk reads: complete, translated, the same in enum, table, document and languages."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import xml.etree.ElementTree as ET
from enum import StrEnum
from pathlib import Path

import PySide6
import pytest
from PySide6.QtWidgets import QApplication

from counter_app.domain.certificates import Item, Scope
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import FaceSignature, PaperKind, SpokenAttribute
from counter_app.domain.issuance.clerk_events import WithdrawalReason
from counter_app.domain.requests import Outcome, RequesterKind, Rule
from counter_app.domain.sheets import PaymentMethod, SheetState, SpoilReason
from ui.runtime.translation import TranslationAbsent, compile_translation, load_translator
from ui.shortcuts import Shortcut
from ui.view_models import Action, Device, Mode, Primary, Step
from ui.views import words
from ui.views.keys import KEY_OF_ACTION, KEYS
from ui.views.texts import TEXTS, failure_words

LANGUAGES = ("ja", "en")


def entries(source: Path) -> dict[tuple[str, str], list[str]]:
    """Context and source to translations of a ``.ts`` file; an unfinished or obsolete one fails here."""
    found: dict[tuple[str, str], list[str]] = {}
    for context in ET.parse(source).getroot().iter("context"):  # noqa: S314 our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            assert translation.get("type") is None, (name, message.findtext("source"))
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found[name, message.findtext("source") or ""] = forms or [translation.text or ""]
    return found


@pytest.fixture(scope="session")
def in_code(project: Path, tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """What lupdate finds in the views, as context and source."""
    target = tmp_path_factory.mktemp("ts") / "found.ts"
    tool = Path(PySide6.__file__).parent / "lupdate"
    sources = sorted(
        str(path) for room in ("views", "widgets") for path in (project / "ui" / room).glob("*.py")
    )
    subprocess.run([tool, "-silent", "-locations", "none", *sources, "-ts", target], check=True, timeout=60)
    tree = ET.parse(target).getroot()  # noqa: S314 our own file
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in tree.iter("context")
        for message in context.iter("message")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_sentence_of_the_code_and_no_other(
    project: Path, in_code: set[tuple[str, str]], language: str
) -> None:
    translated = entries(project / "resources" / "i18n" / f"counter_{language}.ts")

    assert set(translated) == in_code
    assert all(all(forms) for forms in translated.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_every_place_of_its_sentence(project: Path, language: str) -> None:
    for (_, source), forms in entries(project / "resources" / "i18n" / f"counter_{language}.ts").items():
        for form in forms:
            assert sorted(re.findall(r"%[n1-9]", form)) == sorted(re.findall(r"%[n1-9]", source)), source


def test_no_english_reaches_the_japanese_screen(project: Path) -> None:
    allowed = {"B", "C", "F", "Enter", "Esc", "IC", "OK", "PgDn", "PgUp", "S"}
    for (_, source), forms in entries(project / "resources" / "i18n" / "counter_ja.ts").items():
        for form in forms:
            latin = set(re.findall(r"[A-Za-z]+", form.replace("%n", "")))
            assert latin <= allowed, (source, form)


def test_no_sentence_is_put_together_before_it_is_translated(project: Path) -> None:
    for path in (project / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                calls = [part for part in ast.walk(node) if isinstance(part, ast.Call)]
                inside = [call for call in calls if isinstance(call.func, ast.Attribute)]
                assert not any(call.func.attr == "tr" for call in inside), (path.name, node.lineno)  # type: ignore[attr-defined]
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                assert isinstance(node.args[0], ast.Constant), (path.name, node.lineno)


def test_every_failure_has_its_words_in_table_and_document(project: Path, dressed: QApplication) -> None:
    codes = {code.value for code in FailureCode}
    document = (project / "docs" / "failure-codes.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| (.*) \|$", document, flags=re.MULTILINE))

    assert set(TEXTS) == codes
    assert set(rows) == codes
    for code in codes:
        said = failure_words(code, ())
        assert rows[code] == " | ".join((said.headline, said.cause, said.remedy, said.call or "—"))


def test_a_failure_says_its_facts(dressed: QApplication) -> None:
    assert "あと2回" in failure_words("CARD_PIN_WRONG", (("tries_left", "2"),)).headline
    assert "𠮷" in failure_words("GLYPH_MISSING", (("characters", "𠮷 (U+20BB7)"),)).headline
    assert failure_words("CARD_LAST_TRY", (("tries_left", "1"),)).headline.count("あと") == 1
    assert failure_words("CARD_PULLED", (("unknown", "x"),)) == failure_words("CARD_PULLED", ())


@pytest.mark.parametrize(
    ("table", "enum"),
    [
        (words.MODES, Mode),
        (words.BANNERS, Mode),
        (words.DEVICES, Device),
        (words.STEPS, Step),
        (words.SCOPES, Scope),
        (words.SHORT_SCOPES, Scope),
        (words.ITEMS, Item),
        (words.PAPERS, PaperKind),
        (words.SIGNATURES, FaceSignature),
        (words.RULES, Rule),
        (words.OUTCOMES, Outcome),
        (words.REASONS, SpoilReason),
        (words.WITHDRAWALS, WithdrawalReason),
        (words.PAYMENTS, PaymentMethod),
        (words.ACTIONS, Action),
        (words.PRIMARIES, Primary),
    ],
)
def test_a_table_of_words_is_as_long_as_its_enum(table: dict[str, str], enum: type[StrEnum]) -> None:
    assert set(table) == {member.value for member in enum}


def test_tables_wider_than_an_enum_hold_all_of_it() -> None:
    assert {member.value for member in SheetState} <= set(words.SHEETS)
    assert {member.value for member in SpokenAttribute} <= set(words.ATTRIBUTES)
    assert {member.value for member in Step} <= set(words.CASE_STATES)
    assert set(words.REQUESTERS) == {member.value for member in RequesterKind} | {"OWN"}


def test_every_action_has_a_key_and_every_key_a_meaning() -> None:
    assert set(KEY_OF_ACTION) == set(Action)
    assert set(KEYS.values()) == set(Shortcut)


def test_a_half_translated_language_is_refused(tmp_path: Path) -> None:
    half = tmp_path / "counter_ja.ts"
    half.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="ja_JP"><context>'
        "<name>V</name><message><source>one</source>"
        '<translation type="unfinished"></translation></message></context></TS>',
        encoding="utf-8",
    )

    with pytest.raises(TranslationAbsent, match=r"counter_ja\.ts"):
        compile_translation(half, tmp_path / "counter_ja.qm")


def test_a_missing_language_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(TranslationAbsent, match=r"counter_ja"):
        load_translator(folder=tmp_path)


def test_a_newer_source_is_compiled_again(project: Path, tmp_path: Path) -> None:
    source = project / "resources" / "i18n" / "counter_ja.ts"
    copy = tmp_path / "counter_ja.ts"
    copy.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")

    first = load_translator(folder=tmp_path).translate("MainWindow", "Madoguchi")
    copy.write_text(copy.read_text(encoding="utf-8").replace("窓口</tr", "受付窓口</tr"), encoding="utf-8")
    later = (tmp_path / "counter_ja.qm").stat().st_mtime + 5
    os.utime(copy, (later, later))
    second = load_translator(folder=tmp_path).translate("MainWindow", "Madoguchi")

    assert (first, second) == ("窓口", "受付窓口")


def test_a_window_keeps_its_words_while_another_program_compiles_newer_ones(
    project: Path, tmp_path: Path
) -> None:
    source = project / "resources" / "i18n" / "counter_ja.ts"
    copy = tmp_path / "counter_ja.ts"
    copy.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    running = load_translator(folder=tmp_path)
    whole = copy.read_text(encoding="utf-8")
    one_context = whole[: whole.index("</context>")] + "</context></TS>"
    copy.write_text(one_context, encoding="utf-8")

    compile_translation(copy, tmp_path / "counter_ja.qm")

    assert running.translate("MainWindow", "Madoguchi") == "窓口"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["counter_ja.qm", "counter_ja.ts"]
