"""Serves people of unmistakable values, and looks for them in everything that a run leaves behind.

``scripts/chaos canary``: exit 0 where nothing was found but in the places that must have it. Of a find the
place and the kind of value are printed, never the value.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from player import paper, scenario, stage
from player.chaos.belonging import PLACES, belongs
from player.chaos.spying import Spy
from player.chaos.traces import Find, Needle, found_below, found_in, needles
from player.judging import squeezed
from player.lab import PROJECT
from player.personas import card_json
from player.playing import Play
from player.stage import Stage

SCENARIOS = {
    "main-by-card": "watanabe",
    "main-by-pin": "yoshida",
    "without-card": "licence",
    "approval-by-second-pc": "watanabe",
}
"""By the name of the scenario, who is served in it."""

NUMBERS_ASKED = frozenset({"approval-by-second-pc"})
"""Where 個人番号 is asked for, approved and printed; in all others it is nowhere."""

SECRETS = {"text_pin": "0837", "auth_pin": "0926", "sign_pin": "KARAKU83"}
"""On the cards of this run: no port, no process and no count begins with a zero."""

_SECONDS = 120.0


def values_of(name: str) -> dict[str, list[str]]:
    """Everything that the town has about ``name``, by kind, as programs and people spell it."""
    done = subprocess.run(
        [sys.executable, "-m", "gateway.town", "--register", name],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=True,
    )
    told: Mapping[str, str] = json.loads(done.stdout)
    birth = told["birth_date"]
    return {
        "name": [*_spaced(told["name"]), *_spaced(told.get("card_name", ""))],
        "kana": _spaced(told["name_kana"]),
        "address": [told["address"], told["address"].partition("町")[2]],
        "birth date": [birth, birth.replace("-", ""), birth.replace("-", "/"), *told["birth_said"].split()],
        "個人番号": [told["my_number"]],
        "住民票コード": [told["resident_code"]],
        "照合番号B": [told.get("code_b", "")],
        "PIN": list(SECRETS.values()),
    }


def _spaced(text: str) -> list[str]:
    """A name with whichever space between its parts, without, and each part alone."""
    parts = text.replace(" ", "　").split("　")
    return sorted(
        {*(space.join(parts) for space in ("　", " ", "")), *(part for part in parts if len(part) > 1)}
    )


class Canary:
    """One scenario with its person. ``plant``: a trace is left in the counter's log on purpose."""

    def __init__(self, name: str, out: Path, *, plant: bool) -> None:
        self._path = PROJECT / "resources" / "scenarios" / f"{name}.toml"
        self._person = SCENARIOS[name]
        self._out = out / name
        self._plant = plant
        self.broken: list[str] = []
        self.seen = ""

    def fly(self) -> list[Find]:
        """Play it and search; ``broken`` says what made the search worthless, if anything did."""
        self._out.mkdir(parents=True, exist_ok=True)
        values = values_of(self._person)
        sought = needles(values)
        loaded = scenario.load(self._path)
        with stage.opened(loaded, self._out) as parts:
            _own_secrets(parts)
            temporary = parts.directory / "tmp"
            temporary.mkdir()
            parts.environment |= {"TMPDIR": str(temporary)}
            seats = (parts.at(name) for name in ("", *(pc.name for pc in loaded.pcs)))
            spy = Spy([seat.environment for seat in seats], parts.directory)
            with spy.watching():
                self.broken += [
                    f"{each.what}: {each.detail}" for each in Play(loaded, parts, self._out, parts).run()
                ]
                parts.end_program()
            diagnosis = _diagnosis(parts)
            if self._plant:
                _leave_a_trace(parts.directory, values["name"][0])
            self.broken += _not_alive(parts, values)
            return sorted({*found_below(parts.directory, sought), *self._seen(spy, diagnosis, sought)})

    def _seen(self, spy: Spy, diagnosis: str, sought: Sequence[Needle]) -> Iterable[Find]:
        if not spy.titles or not spy.commands:
            self.broken.append("no window title or no command line was seen")
        self.seen = (
            f"seen {len(spy.titles)} window titles, {len(spy.commands)} command lines, "
            f"{len(spy.written)} files elsewhere"
        )
        yield from found_in("\n".join(spy.titles).encode(), "a window title", sought)
        yield from found_in("\n".join(spy.commands).encode(), "a command line", sought)
        yield from found_in(diagnosis.encode(), "main.py check", sought)
        yield from found_in(
            (self._out / "program.log").read_bytes(), "what the counter wrote to its console", sought
        )
        for path in sorted(spy.written):
            with contextlib.suppress(OSError):
                yield from found_in(path.read_bytes(), str(path), sought)


def _own_secrets(parts: Stage) -> None:
    """Give every card of the run secrets that are nobody else's numbers."""
    people = {name: {**persona, **SECRETS} for name, persona in parts.personas.items()}
    parts.personas = people
    for name, persona in people.items():
        card = card_json(persona)
        (parts.directory / "personas" / f"{name}.json").write_text(card, encoding="utf-8")


def _diagnosis(parts: Stage) -> str:
    arguments = parts.furnish("counter-1")
    told = ""
    for kind in ([], ["--json"]):
        done = subprocess.run(
            [sys.executable, *arguments, "check", *kind],
            cwd=PROJECT,
            env=parts.environment,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
        told += done.stdout + done.stderr
    return told


def _leave_a_trace(directory: Path, value: str) -> None:
    """The faulty twin: a log that a careless line got into."""
    log = next(directory.glob("pcs/*/logs/*.log"))
    with log.open("a", encoding="utf-8") as opened:
        opened.write(json.dumps({"event": "planted", "who": value}) + "\n")


def _not_alive(parts: Stage, values: Mapping[str, Any]) -> list[str]:
    """The values must be where they belong, or nothing was looked for."""
    wrong = []
    text = squeezed("".join(paper.read(path).text for path in parts.printer.received()))
    if not any(squeezed(name) in text for name in values["name"]):
        wrong.append("the printed sheet does not have the name")
    if not any((parts.directory / "pcs").rglob("counter.db")):
        wrong.append("there is no store to look into")
    if not any((parts.directory / "pcs").rglob("*.log")):
        wrong.append("there is no log to look into")
    return wrong


def run(out: Path, *, plant: bool = False, only: Sequence[str] = ()) -> int:
    """Play every scenario and print each find; exit 1 if there was one, 2 if a search was worth nothing."""
    found = broken = 0
    for place in PLACES:
        sys.stdout.write(f"may have {', '.join(sorted(place.kinds))}: {place.where}: {place.why}\n")
    for name in only or SCENARIOS:
        canary = Canary(name, out, plant=plant)
        finds = canary.fly()
        wrong = [find for find in finds if not belongs(find, asked=name in NUMBERS_ASKED)]
        for find in wrong:
            sys.stdout.write(f"found: {name}: {find.what} in {find.where}\n")
        for each in canary.broken:
            sys.stdout.write(f"broken: {name}: {each}\n")
        sys.stdout.write(
            f"{name}: {len(wrong)} finds; {len(finds) - len(wrong)} where they belong; {canary.seen}\n"
        )
        sys.stdout.flush()
        found, broken = found + len(wrong), broken + len(canary.broken)
    return 2 if broken else 1 if found else 0
