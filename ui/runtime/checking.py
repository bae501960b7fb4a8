"""What ``main.py check`` prints: each part of this PC, and what to do where it is not ready."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.runtime.translation import load_translator
from ui.views.texts import failure_words

NAMES = {
    "reader": "カード読み取り機",
    "printer": "プリンター",
    "gateway": "窓口ゲートウェイ",
    "keyring": "キーリング",
    "store": "保管庫",
    "fonts": "文字",
    "clock": "時計",
}


def print_probes(found: Sequence[tuple[str, str]], *, as_json: bool) -> None:
    """Print (name, failure code or empty) of each part, for a person or as one JSON object."""
    application = QCoreApplication([])
    translator = load_translator()
    application.installTranslator(translator)
    told = {name: _told(code) for name, code in found}
    if as_json:
        text = json.dumps(told, ensure_ascii=False, indent=2)
    else:
        text = "\n".join(_line(NAMES[name], told[name]) for name, _code in found)
    sys.stdout.write(text + "\n")


def _told(code: str) -> dict[str, object]:
    if not code:
        return {"ok": True}
    words = failure_words(code, ())
    return {
        "ok": False,
        "code": code,
        "what": words.headline,
        "cause": words.cause,
        "do": words.remedy,
        "call": words.call,
    }


def _line(name: str, told: dict[str, object]) -> str:
    if told["ok"]:
        return f"○ {name}"
    return f"× {name}: {told['what']}\n    {told['cause']}\n    {told['do']} ({told['code']})"
