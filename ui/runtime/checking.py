"""What ``main.py check`` prints: each part of this PC, and what to do where it is not ready."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from ui.runtime.translation import load_translator
from ui.views.texts import failure_words

NAMES = {
    "reader_service": "カード機能",
    "readers": "カード読み取り機",
    "printer": "プリンター",
    "gateway": "窓口ゲートウェイ",
    "keyring": "キーリング",
    "store": "保管庫",
    "fonts": "文字",
    "clock": "時計",
}
ABSENT = "「%1」が入っていないため、起動できません。入れてから、もう一度起動してください。"


def say_absent(name: str) -> None:
    """Say what the program cannot start without; needs neither fonts nor translations."""
    sys.stderr.write(f"{ABSENT.replace('%1', name)}\n")


def print_probes(found: Sequence[tuple[str, str, Mapping[str, str]]], *, as_json: bool) -> None:
    """Print (name, failure code or empty, facts) of each part, for a person or as one JSON object."""
    application = QCoreApplication([])
    translator = load_translator()
    application.installTranslator(translator)
    told = {name: _told(code, facts) for name, code, facts in found}
    if as_json:
        text = json.dumps(told, ensure_ascii=False, indent=2)
    else:
        text = "\n".join(_line(NAMES[name], told[name]) for name in told)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _told(code: str, facts: Mapping[str, str]) -> dict[str, object]:
    if not code:
        return {"ok": True}
    words = failure_words(code, tuple(facts.items()))
    return {
        "ok": False,
        "code": code,
        "facts": dict(facts),
        "what": words.headline,
        "cause": words.cause,
        "do": words.remedy,
        "call": words.call,
    }


def _line(name: str, told: dict[str, object]) -> str:
    if told["ok"]:
        return f"○ {name}"
    facts = told["facts"]
    known = " ".join(f"{fact}={value}" for fact, value in facts.items()) if isinstance(facts, dict) else ""
    last = " ".join(part for part in (str(told["code"]), known) if part)
    return f"× {name}: {told['what']}\n    {told['cause']}\n    {told['do']} ({last})"
