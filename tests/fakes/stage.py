"""A stage whose program is a table: which keys lead to which lines of the feed. No process, no display."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from player.feed import Feed, WaitedInVain
from player.paper import PaperUnreadable, PrintedFile

Lines = Sequence[Mapping[str, Any]]


class FakeStage:
    """Implements ``Parts``; ``answers`` maps what is typed or pressed to what the program then says."""

    def __init__(
        self, directory: Path, answers: Mapping[str, Lines], papers: Sequence[PrintedFile] = ()
    ) -> None:
        self.personas: Mapping[str, Mapping[str, str]] = {"watanabe": {"code_b": "60040320354821"}}
        self.feed = Feed(directory / "feed")
        self.done: list[str] = []
        self.running = False
        self._answers = answers
        self._papers = papers

    @property
    def window(self) -> FakeStage:
        return self

    @property
    def cards(self) -> FakeStage:
        return self

    @property
    def printer(self) -> FakeStage:
        return self

    def press(self, keys: Sequence[str]) -> None:
        for key in keys:
            self._act(key)

    def type(self, text: str) -> None:
        self._act(text)

    def photograph(self, path: Path) -> str:
        path.write_bytes(b"")
        return ""

    def remove(self) -> None:
        self._act("card away")

    def command(self, text: str) -> str:
        self._act(f"card {text}")
        return ""

    def set_mode(self, mode: str) -> None:
        self._act(f"printer {mode}")

    def start_program(self, profile: str) -> None:
        self.running = True
        self._act(f"start {profile}")

    def program_runs(self) -> bool:
        return self.running

    def tap(self, persona: str) -> None:
        self._act(f"card of {persona}")

    def sign_in_address(self, seconds: float, since: int) -> str:
        raise WaitedInVain(f"no address in {seconds:.0f} s")

    def password_of(self, username: str) -> str:
        return f"word of {username}"

    def last_certificate(self, seconds: float, scanned: frozenset[Path]) -> PrintedFile:
        left = [paper for paper in self._papers if paper.path not in scanned]
        if not left:
            raise PaperUnreadable(f"nothing came out in {seconds:.0f} s")
        return left[-1]

    def _act(self, what: str) -> None:
        self.done.append(what)
        with self.feed.path.open("a", encoding="utf-8") as pipe:
            for line in self._answers.get(what, ()):
                pipe.write(json.dumps({"at": "2026-04-01T09:00:00+09:00", **line}) + "\n")
