"""``python -m player.chaos kill|power|full|broken|canary``: see ``scripts/chaos``."""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

from player.chaos import canary
from player.chaos.campaign import Campaign
from player.chaos.kill_points import How
from player.chaos.kill_run import Task
from player.chaos.plan import Victim
from player.chaos.visits import Visit

CANARY = "canary"


def main(argv: list[str]) -> int:
    """Run what was asked for; exit 1 if anything was lost, doubled, stuck, or left behind."""
    parser = argparse.ArgumentParser(prog="scripts/chaos")
    parser.add_argument("how", choices=[*(how.value for how in How), CANARY])
    parser.add_argument(
        "--victim", type=Victim, choices=list(Victim), default=Victim.COUNTER, help="what dies"
    )
    parser.add_argument("--visit", type=Visit, choices=list(Visit), default=Visit.MAIN, help="who is served")
    parser.add_argument("--points", type=int, default=100, help="how many kills")
    parser.add_argument(
        "--seed", type=int, help="the order of the points; printed, so that a run can be had again"
    )
    parser.add_argument("--labs", type=int, default=2, help="how many counters are served at a time")
    parser.add_argument(
        "--out", type=Path, default=Path("out/chaos"), help="with the results: a seed there goes on"
    )
    parser.add_argument("--plant", action="store_true", help="canary: leave a trace on purpose")
    parser.add_argument(
        "--only", action="append", choices=list(canary.SCENARIOS), help="canary: not all scenarios"
    )
    told = parser.parse_args(argv)
    if told.how == CANARY:
        return canary.run(told.out, plant=told.plant, only=told.only)
    how = How(told.how)
    seed = random.SystemRandom().randrange(10**6) if told.seed is None else told.seed
    task = Task(how=how, victim=told.victim, visit=told.visit)
    if told.victim is Victim.APPROVER and told.visit is not Visit.APPROVAL:
        parser.error("an approver dies where something is approved: --visit approval")
    if how is not How.KILL and told.victim in (Victim.PRINTER, Victim.PCSCD, Victim.APPROVER):
        parser.error(f"{told.victim} keeps nothing on a disk: kill only")
    return Campaign(told.points, seed, task, told.out).run(told.labs)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
