"""Folds 異体字 to their usual form, for finding only: a card says 渡辺 where the register says 渡邊.

Never for printing or comparing identity (knowledge/domain.md 3.7, 3.11). The pairs are in ``variants.csv``.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from counter_app.domain.names import fold_for_search, fold_writing


@cache
def _table() -> dict[int, str]:
    text = files("gateway.cores").joinpath("variants.csv").read_text("utf-8")
    return {
        ord(variant): row["usual"] for row in csv.DictReader(text.splitlines()) for variant in row["variants"]
    }


def fold_variants(text: str) -> str:
    """Fold ``text`` as ``fold_for_search`` does, and known variants to their usual form besides."""
    return fold_for_search(text).translate(_table())


def fold_written_variants(text: str) -> str:
    """Fold ``text`` as ``fold_writing`` does, 清濁 kept apart, and variants to their usual form."""
    return fold_writing(text).translate(_table())
