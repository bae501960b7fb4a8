"""Keys, requests and bytes of one 住民票, counted while a scenario plays the whole counter."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from bench.peers.asked import PROJECT
from bench.relay import Relay
from bench.table import Line, Section
from player import scenario
from player.playing import Play
from player.scenario import Scenario
from player.stage import Stage
from player.window import Window

MOST_KEYS, MOST_REQUESTS, MOST_BYTES = 15, 12, 30_000
PLAYED = (("main-by-card", "照合番号B"), ("main-by-pin", "PIN"))


class NotPlayedError(Exception):
    """The scenario broke: what was counted is no whole case."""


class CountedKeys(Window):
    """The window's keyboard, noting when how many keys were pressed, and which of them were typed text."""

    def __init__(self, window: Window, display: str) -> None:
        super().__init__({"DISPLAY": display})
        self._window = window
        self.pressed: list[tuple[float, int, bool]] = []

    def press(self, keys: Sequence[str]) -> None:
        """Press keys, and note them."""
        self.pressed.append((time.time(), len(keys), False))
        super().press(keys)

    def type(self, text: str) -> None:
        """Type a text, and note its characters."""
        self.pressed.append((time.time(), len(text), True))
        super().type(text)


class CountedStage(Stage):
    """A stage whose program speaks to the gateway through a relay and notes its requests."""

    def __init__(self, played: Scenario, directory: Path, out: Path, ending: ExitStack) -> None:
        super().__init__(played, directory, out, ending)
        self.notes = out / "requests"
        self.relay = Relay(urlsplit(self.gateway.info.api_url).port or 0)
        ending.callback(self.relay.stop)
        self.keys = CountedKeys(self.window, self.environment["DISPLAY"])
        self.window = self.keys
        self.tapped = 0.0

    def furnish(self, profile: str) -> list[str]:
        """Write the profile as ever, but with the relay's address."""
        arguments = super().furnish(profile)
        path = Path(arguments[arguments.index("--installation") + 1])
        installation = json.loads(path.read_text(encoding="utf-8"))
        address = urlsplit(installation["gateway_url"])
        installation["gateway_url"] = address._replace(
            netloc=f"{address.hostname}:{self.relay.port}"
        ).geturl()
        path.write_text(json.dumps(installation), encoding="utf-8")
        return ["-m", "bench.peers.counted_counter", str(self.notes), *arguments[1:]]

    def tap(self, persona: str) -> None:
        """Put the card on, and note when."""
        self.tapped = time.time()
        super().tap(persona)

    def moment(self, state: str, *, submitted: bool = False) -> float:
        """Return when the program first said ``state``, or that it gave a certificate to the printer."""
        lines = self.feed.lines
        found = next(
            line for line in lines if (line.get("submitted") if submitted else line["state"] == state)
        )
        return datetime.fromisoformat(found["at"]).timestamp()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What one case took. ``typed``: the keys among ``keys`` that copy the card's code or PIN."""

    keys: int
    typed: int
    requests: int
    requests_whole: int
    passed: int
    passed_whole: int
    paths: tuple[str, ...]


def _played(name: str, directory: Path) -> Counted:
    """Play the scenario ``name`` and return what was counted. Raises NotPlayedError."""
    loaded = scenario.load(PROJECT / "resources" / "scenarios" / f"{name}.toml")
    out = directory / name
    out.mkdir()
    with ExitStack() as ending:
        private = directory / f"{name[-4:]}-lab"
        private.mkdir(mode=0o700)
        stage = CountedStage(loaded, private, out, ending)
        broken = Play(loaded, stage, out).run()
        if broken:
            raise NotPlayedError(f"{name}: {broken}")
        return _count(stage)


def _count(stage: CountedStage) -> Counted:
    begun, spooled = stage.moment("ready"), stage.moment("submitted", submitted=True)
    closed = stage.moment("Closed:handed_over")
    keys = [(count, typed) for at, count, typed in stage.keys.pressed if stage.tapped <= at <= spooled]
    noted = [line.split(maxsplit=1) for line in stage.notes.read_text(encoding="utf-8").splitlines()]
    whole = [what for at, what in noted if begun <= float(at) <= closed]
    return Counted(
        keys=sum(count for count, _ in keys),
        typed=sum(count for count, typed in keys if typed),
        requests=sum(stage.tapped <= float(at) <= spooled for at, _ in noted),
        requests_whole=len(whole),
        passed=stage.relay.bytes_between(stage.tapped, spooled),
        passed_whole=stage.relay.bytes_between(begun, closed),
        paths=tuple(f"{count} × {what}" for what, count in Counter(whole).items()),
    )


def _lines(counted: Counted, by: str) -> tuple[Line, ...]:
    return (
        Line(
            work=f"by {by}: keys from card tap to spooled",
            goal=f"≤ {MOST_KEYS}",
            measured=f"{counted.keys} keys ({counted.typed} of them {by})",
            met=counted.keys <= MOST_KEYS,
        ),
        Line(
            work=f"by {by}: requests, signed in to hand-over",
            goal=f"≤ {MOST_REQUESTS}",
            measured=f"{counted.requests_whole} ({counted.requests} from tap to spooled)",
            met=counted.requests_whole <= MOST_REQUESTS,
        ),
        Line(
            work=f"by {by}: bytes on the line, signed in to hand-over",
            goal=f"≤ {MOST_BYTES // 1000} KB",
            measured=f"{counted.passed_whole / 1e3:.1f} KB ({counted.passed / 1e3:.1f} from tap to spooled)",
            met=counted.passed_whole <= MOST_BYTES,
        ),
    )


def sections(directory: Path) -> list[Section]:
    """Measure the row."""
    counted = {by: _played(name, directory) for name, by in PLAYED}
    return [
        Section(
            title="Keys, requests and bytes of one 住民票",
            how=(
                "Counted while the scenarios `main-by-card` and `main-by-pin` play the whole counter: "
                "keys at the keyboard, requests in the program's HTTP client, bytes by a relay before "
                "the gateway, TLS and both directions included. The sheet's code, read by a scanner, is "
                "after the spooler."
            ),
            lines=tuple(line for by, one in counted.items() for line in _lines(one, by)),
            notes=(
                *(f"Requests by {by}: {'; '.join(one.paths)}." for by, one in counted.items()),
                (
                    "照合番号B is 14 digits typed by hand; without them the clerk's own keys are within the "
                    "goal. What would help: reading the number off the card's face by a scanner, or one key "
                    "that confirms the ticks of the comparison and of the form together."
                ),
            ),
        )
    ]
