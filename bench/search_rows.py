"""Finding residents by a kana prefix among 11,000: through the gateway, in its core, in SQL alone."""

from __future__ import annotations

import random
import sqlite3
import time
import uuid
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from bench.signed_in import signed_in
from bench.table import Line, Section, against
from bench.timing import p50, p95
from counter_app.application.registry_port import ResidentSearch
from counter_app.domain.residents import Sex
from gateway.assembly import Options
from gateway.cores.embedded import EmbeddedCore
from gateway.cores.fictitious import fictitious_core
from gateway.cores.port import Criteria
from gateway.cores.variants import fold_variants
from gateway.town import generate

RESIDENTS = 11_000
SEARCHES = 200
PREFIX = 3
MOST_HITS = 20
MOST_P95_MS = 50
SEED = Options(data=Path()).seed
QUERY = (
    "SELECT DISTINCT resident.* FROM reading JOIN resident USING (id) WHERE reading.kana >= ? AND "
    "reading.kana < ? AND sex = ? ORDER BY resident.kana LIMIT ?"
)


def _prefixes() -> list[tuple[str, Sex]]:
    """Return what a clerk might type: the first kana of people who live there, seeded."""
    named = [one.resident for one in generate(seed=SEED, residents=RESIDENTS).residents]
    named = [one for one in named if len(one.name_kana.strip()) >= PREFIX]
    people = random.Random(SEED).sample(named, SEARCHES)  # noqa: S311 - the same ones in every run
    return [(one.name_kana[:PREFIX], one.sex) for one in people]


def _sql() -> sqlite3.Connection:
    """Return the same people in plain SQLite, in memory, with an index on folded kana."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE resident (id PRIMARY KEY, name, kana, birth, address, sex)")
    connection.execute("CREATE TABLE reading (kana, id)")
    for entry in generate(seed=SEED, residents=RESIDENTS).residents:
        one = entry.resident
        row = (one.resident_id, one.name, one.name_kana, one.birth.text, one.address, one.sex.value)
        connection.execute("INSERT INTO resident VALUES (?, ?, ?, ?, ?, ?)", row)
        readings = {
            fold_variants(kana) for kana in (one.name_kana, one.alias_kana, one.former_name_kana) if kana
        }
        connection.executemany("INSERT INTO reading VALUES (?, ?)", ((kana, row[0]) for kana in readings))
    connection.execute("CREATE INDEX by_kana ON reading (kana, id)")
    return connection


def _in_core(core: EmbeddedCore, kana: str, sex: Sex) -> int:
    return len(core.find(Criteria(name_kana=kana, sex=sex), MOST_HITS))


def _in_sql(connection: sqlite3.Connection, kana: str, sex: Sex) -> int:
    folded = fold_variants(kana)
    end = folded[:-1] + chr(ord(folded[-1]) + 1)
    return len(connection.execute(QUERY, (folded, end, sex.value, MOST_HITS)).fetchall())


class FoundDifferentlyError(Exception):
    """The three searches do not find as many: they would not be comparable."""


class SearchBench:
    """The three ways to find the same people."""

    def __init__(self, directory: Path, ending: ExitStack) -> None:
        self._registry = signed_in(directory / "gateway", ending, RESIDENTS).registry
        self._core = fictitious_core(directory, SEED, RESIDENTS)
        self._sql = _sql()
        ending.callback(self._sql.close)
        self._case = str(uuid.uuid4())
        self._registry.open_case(str(uuid.uuid4()), self._case, str(uuid.uuid4()))

    def _through_gateway(self, kana: str, sex: Sex) -> int:
        return len(self._registry.find_residents(self._case, ResidentSearch(name_kana=kana, sex=sex)))

    def times(self, prefixes: Sequence[tuple[str, Sex]]) -> tuple[list[float], list[float], list[float]]:
        """Return the times of each way, in ms. Raises FoundDifferentlyError."""
        ways: tuple[Callable[[str, Sex], int], ...] = (
            self._through_gateway,
            lambda kana, sex: _in_core(self._core, kana, sex),
            lambda kana, sex: _in_sql(self._sql, kana, sex),
        )
        spent: tuple[list[float], list[float], list[float]] = ([], [], [])
        for kana, sex in prefixes:
            found: set[int] = set()
            for way, times in zip(ways, spent, strict=True):
                began = time.perf_counter()
                found.add(way(kana, sex))
                times.append((time.perf_counter() - began) * 1000)
            if len(found) != 1:
                raise FoundDifferentlyError(found)
        return spent


def sections(directory: Path) -> list[Section]:
    """Measure the row."""
    with ExitStack() as ending:
        bench = SearchBench(directory, ending)
        prefixes = _prefixes()
        bench.times(prefixes[:5])  # connection and first statement
        gateway, core, sql = bench.times(prefixes)
    return [
        Section(
            title="Resident search by kana prefix over 11,000",
            how=(
                f"{SEARCHES} searches by the first {PREFIX} kana and the sex (the gateway refuses a "
                "search by one field) of people who live in the fictitious town; TLS on loopback, one "
                "connection kept, every search recorded in the gateway's ledger before it answers, at "
                "most 20 hits. The embedded core holds the town in memory and scans it, so two peers: "
                "that scan alone, and an indexed range query of plain SQLite over the same people."
            ),
            lines=(
                Line(
                    work="search through the gateway, p95",
                    goal=f"≤ {MOST_P95_MS} ms",
                    measured=f"{p95(gateway):.1f} ms",
                    met=p95(gateway) <= MOST_P95_MS,
                ),
                against(p50(gateway), p50(core), None, "p50, beside the gateway's core alone"),
                against(p95(gateway), p95(core), None, "p95, beside the gateway's core alone"),
                against(p50(gateway), p50(sql), None, "p50, beside SQL alone"),
                against(p95(gateway), p95(sql), None, "p95, beside SQL alone"),
            ),
            notes=(
                (
                    "The embedded core looks at all 11,000 for every search, and every hit is recorded by a "
                    "statement of its own. What would help: an index by first kana in the embedded core, and "
                    "one statement for all hits of a search."
                ),
            ),
        )
    ]
