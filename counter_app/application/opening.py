"""Builds the parts of a counter one after the other, each on the lane that owns it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from counter_app.application.lanes_port import Lane, Lanes

Order = tuple[str, Lane, Callable[[], object]]
"""The name of a part, its lane, and what builds it there (blocks, may raise)."""


def build_in_order(
    lanes: Lanes,
    orders: Sequence[Order],
    done: Callable[[Mapping[str, Any]], None],
    failed: Callable[[BaseException], None],
) -> None:
    """Build every part, then call ``done`` with all by name; the first failure ends it with ``failed``."""

    def build(waiting: Sequence[Order], built: Mapping[str, Any]) -> None:
        if not waiting:
            done(built)
            return
        (name, lane, make), *later = waiting

        def delivered(part: object, error: BaseException | None) -> None:
            if error is not None:
                failed(error)
            else:
                build(later, {**built, name: part})

        lanes.run(lane, make, delivered)

    build(orders, {})
