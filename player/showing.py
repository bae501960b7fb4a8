"""The counter on this display with real parts around it; a person at the terminal has card and printer."""

from __future__ import annotations

import contextlib
import select
import subprocess
import sys
import tempfile
from pathlib import Path

from player.lab import PROJECT, Lab
from player.parts.card_lab import CardLabError

PEOPLE = ("watanabe", "yoshida", "kunine")
_CLERK = "yamada"
_LOOK_SECONDS = 0.5

_WORDS = """
窓口が開きました。この端末で次のように入力します。
  card NAME     マイナンバーカードを置く（{people}）
  card away     カードを取る
  printer MODE  プリンターの状態（ok, jam, empty, door, abort）
職員のサインイン: {clerk} / {password}
カードの番号:
{cards}
窓を閉じると、すべて終わります。
"""


def show() -> int:
    """Open the counter and serve the terminal until its window is shut; returns the program's exit code."""
    with contextlib.ExitStack() as ending:
        directory = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="show-")))
        lab = Lab(PEOPLE, directory, ending)
        arguments = lab.furnish("counter-1")
        program = subprocess.Popen([sys.executable, *arguments], cwd=PROJECT, env=lab.environment)
        sys.stdout.write(_words(lab))
        sys.stdout.flush()
        try:
            _serve_terminal(lab, program)
        except KeyboardInterrupt:
            program.terminate()
        return program.wait()


def _words(lab: Lab) -> str:
    cards = [
        f"  {name}: 照合番号B {lab.personas[name]['code_b']}、暗証番号 {lab.personas[name]['text_pin']}"
        for name in PEOPLE
    ]
    return _WORDS.format(
        people=", ".join(PEOPLE), clerk=_CLERK, password=lab.password_of(_CLERK), cards="\n".join(cards)
    )


def _serve_terminal(lab: Lab, program: subprocess.Popen[bytes]) -> None:
    """Carry out what is typed, one line at a time."""
    listening = True
    while program.poll() is None:
        ready, _, _ = select.select([sys.stdin] if listening else [], [], [], _LOOK_SECONDS)
        if not ready:
            continue
        line = sys.stdin.readline()
        listening = bool(line)
        answer = obey(lab, line.split())
        if answer:
            sys.stdout.write(answer + "\n")
            sys.stdout.flush()


def obey(lab: Lab, words: list[str]) -> str:
    """Carry out one line; returns what to say about it."""
    try:
        match words:
            case []:
                return ""
            case ["card", "away"]:
                lab.cards.remove()
            case ["card", name] if name in lab.personas:
                lab.tap(name)
            case ["printer", "ok" | "jam" | "empty" | "door" | "abort" as mode]:
                lab.printer.set_mode(mode)
            case _:
                return "card NAME, card away, printer ok|jam|empty|door|abort"
    except CardLabError as error:
        return str(error)
    return "はい"
