"""The command line and what its commands answer. Credentials come through a descriptor, or are typed."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from pathlib import Path

PROFILE = "one data directory each, as if it were one PC"
INSTALLATION = "names the gateway and whom to trust"
READABLE = ("attributes", "face", "certificate", "counters")


def arguments(argv: list[str]) -> argparse.Namespace:
    """Parse ``argv``; a wrong one ends the program with exit code 2, as argparse does."""
    parser = argparse.ArgumentParser(
        prog="main.py", description="窓口 Madoguchi: the counter, if no command is given"
    )
    parser.add_argument("--profile", default="", help=PROFILE)
    parser.add_argument("--installation", type=Path, help=INSTALLATION)
    parser.add_argument("--printer", default="", help="ipp://…, cups+ipp://…")
    parser.add_argument("--simulated", action="store_true", help="training: needs nothing but this program")
    parser.add_argument("--scale", type=int, default=100, choices=range(100, 201), metavar="100-200")
    parser.add_argument("--high-contrast", action="store_true", help="the second table of colours")
    parser.add_argument("--exercise-feed", type=Path, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command")
    approve = commands.add_parser("approve", help="the approver's window")
    _let_follow(approve)
    play = commands.add_parser("play", help="play a scenario")
    play.add_argument("scenario", type=Path)
    play.add_argument("--out", type=Path, required=True)
    card = commands.add_parser("card", help="read the card now")
    card.add_argument("--json", action="store_true", required=True)
    card.add_argument("--reader", help="by its name; without it, the one with a card")
    card.add_argument("--read", action="append", default=[], choices=READABLE)
    card.add_argument("--credential-fd", type=int, help="descriptor carrying one JSON object")
    check = commands.add_parser("check", help="is this PC ready?")
    check.add_argument("--json", action="store_true")
    render = commands.add_parser("render", help="a certificate from its render model, offline")
    render.add_argument("model", type=Path, nargs="?")
    render.add_argument("-o", "--output", type=Path)
    render.add_argument("--schema", action="store_true", help="print the schema of a model instead")
    verify = commands.add_parser("verify", help="the code on a sheet, offline")
    verify.add_argument("sheet", help="a PDF, a picture, or the code's text")
    options = parser.parse_args(argv)
    if options.command == "render" and not options.schema and not (options.model and options.output):
        render.error("a model and -o OUT.pdf, or --schema")
    usual = "training" if options.simulated else "approver" if options.command == "approve" else "counter"
    options.profile = options.profile or usual
    options.joins = ""
    if options.command == "approve" and options.simulated:
        # the second person of a training sits at a PC of his own, at the gateway that the counter owns
        options.joins, options.profile = options.profile, f"{options.profile}-approver"
    return options


def _let_follow(approve: argparse.ArgumentParser) -> None:
    """Let the options of a window stand after the command too; not given there, those before it hold."""
    approve.add_argument("--profile", default=argparse.SUPPRESS, help=PROFILE)
    approve.add_argument("--installation", type=Path, default=argparse.SUPPRESS, help=INSTALLATION)
    approve.add_argument("--exercise-feed", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    joining = "the second person of the training that is open (--profile: its profile)"
    approve.add_argument("--simulated", action="store_true", default=argparse.SUPPRESS, help=joining)


def say(value: object, *, well: bool = True) -> int:
    """Print a command's answer as JSON; returns its exit code, 0 or 1. Nobody need read to the end."""
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
        sys.stdout.flush()
    return 0 if well else 1


def complain(what: str) -> int:
    """Say on the error stream what is wrong with the call; returns its exit code, 2."""
    sys.stderr.write(f"{what}\n")
    return 2
