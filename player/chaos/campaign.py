"""A whole run of kills: several labs at once, each result written down, so that it goes on where it ended."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from player.chaos.kill_points import Kind, Point
from player.chaos.kill_run import HAPPENED, STUCK, KillRun, Task, opened
from player.chaos.plan import EACH_SIDE, Plan, plan_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of the ``number``-th point (from 1) of a plan; ``wrong``: what the oracle said anew."""

    number: int
    point: str
    told: str
    wrong: list[str]
    seconds: int

    def __str__(self) -> str:
        return "\n     ".join((f"{self.number:4} {self.point:20} {self.told}, {self.seconds} s", *self.wrong))


class Results:
    """The file of one task and seed: what one visit has on its first line, then a line for each result."""

    def __init__(self, path: Path) -> None:
        self._path = path
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else []
        whole = [line for line in lines if line.endswith("\n")]
        if lines != whole:  # its run was killed in the midst of a line
            path.write_text("".join(whole), encoding="utf-8")
        told: list[dict[str, Any]] = [json.loads(line) for line in whole]
        self.counts = {Kind[name]: int(count) for name, count in told[0].items()} if told else None
        self.had = [Result(**each) for each in told[1:]]

    def begin(self, counts: dict[Kind, int]) -> dict[Kind, int]:
        """Keep ``counts`` for the order of the points; a run that goes on keeps those it began with."""
        if self.counts is None:
            self.counts = counts
            self._append({kind.name: count for kind, count in counts.items()})
        return self.counts

    def add(self, result: Result) -> None:
        """Write a result down."""
        self.had.append(result)
        self._append(
            {name: getattr(result, name) for name in ("number", "point", "told", "wrong", "seconds")}
        )

    def _append(self, line: dict[str, Any]) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


class Campaign:
    """One run; ``labs`` of them work through the plan at a time. Raises Lost if a visit in peace fails."""

    def __init__(self, points: int, seed: int, task: Task, out: Path) -> None:
        out.mkdir(parents=True, exist_ok=True)
        self._points = points
        self._seed = seed
        self._task = task
        self._out = out
        self._results = Results(out / f"{task.how}-{task.victim}-{task.visit}-{seed}.jsonl")
        self._lock = Lock()
        self._plan: Plan | None = None
        self._left: deque[tuple[int, Point]] = deque()

    def run(self, labs: int) -> int:
        """Kill until all is had and print each; exit 0 if nothing was lost, doubled or stuck."""
        with ThreadPoolExecutor(labs) as pool:
            for ended in [pool.submit(self._work, number) for number in range(1, labs + 1)]:
                ended.result()
        return self._summary()

    def _work(self, lab: int) -> None:
        """Serve in one lab after another: where a clerk is stuck, the next point finds a new one."""
        out = self._out / f"lab-{lab}"
        out.mkdir(exist_ok=True)
        while self._plan is None or self._left:
            with opened(out, self._task) as killing:
                counts = killing.count()
                with self._lock:
                    if self._plan is None:
                        self._begin(counts)
                self._serve(killing)

    def _begin(self, counts: dict[Kind, int]) -> None:
        counts = self._results.begin(counts)
        self._plan = plan_of(self._seed, self._task.how, counts, self._points, self._task.victim)
        had = {result.number for result in self._results.had}
        self._left.extend(each for each in enumerate(self._plan.points, start=1) if each[0] not in had)
        told = ", ".join(f"{count} {kind.name.lower()}" for kind, count in self._plan.counts.items())
        _say(f"seed {self._seed}; one visit: {told}; {self._task} × {len(self._plan.points)}, {len(had)} had")

    def _serve(self, killing: KillRun) -> None:
        known: set[str] = set()
        while self._left:
            with self._lock:
                if not self._left:
                    return
                number, point = self._left.popleft()
            began = time.monotonic()
            told, wrong = killing.kill(point)
            new = [each for each in wrong if each not in known]
            known.update(wrong)
            seconds = round(time.monotonic() - began)
            with self._lock:
                result = Result(number=number, point=str(point), told=told, wrong=new, seconds=seconds)
                self._results.add(result)
                _say(str(result))
            if told == STUCK:
                return

    def _summary(self) -> int:
        had = self._results.had
        times = Counter(result.point for result in had if result.told == HAPPENED)
        found = [line for result in had for line in result.wrong]
        lost = sum(line.startswith("lost") for line in found)
        doubled = sum(line.startswith("doubled") for line in found)
        sides = self._plan.sides if self._plan else 0
        thrice = sum(1 for count in times.values() if count >= EACH_SIDE)
        _say(
            f"{self._task} {times.total()}; sides covered {len(times)} of {sides}, "
            f"{thrice} of them {EACH_SIDE} times; "
            f"lost {lost}, doubled {doubled}, other {len(found) - lost - doubled}"
        )
        return 1 if found else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
