"""Wall-clock times in milliseconds: medians of interleaved rounds, because the machine is shared."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence


def timed(work: Callable[[], object]) -> float:
    """Return how long ``work`` took, in ms."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def alternate(ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Take both once a round, in turn, so that a busy moment meets both; return the two medians."""
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    return p50([one for one, _ in pairs]), p50([other for _, other in pairs])


def p50(times: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(times)


def p95(times: Sequence[float]) -> float:
    """Return the 95th percentile, the smallest time that 95 of 100 do not exceed."""
    return sorted(times)[max(0, -(-len(times) * 95 // 100) - 1)]
