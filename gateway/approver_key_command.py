"""``python -m gateway approver-key``: IT takes an approver's key out of use, so that he can register another.

    approver-key --data DIR --retire 2001 --terminal 02

Staff id and terminal; it may run while the gateway serves. What the key had approved and was not released yet
is released no more (ADR 0019).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from gateway.clock import TokyoClock, stamp
from gateway.counter.approver_keys import take_out_of_use
from gateway.installation import INSTALLATION
from gateway.store.ledger_store import LedgerStore, sqlite_url
from gateway.store.upgrade import upgrade


def _parser() -> argparse.ArgumentParser:
    about = "take an approver's key out of use"
    parser = argparse.ArgumentParser(prog="python -m gateway approver-key", description=about)
    parser.add_argument("--data", type=Path, required=True, help="directory of the gateway's data")
    parser.add_argument("--database-url", default="", help="default: the SQLite file in the data directory")
    parser.add_argument("--retire", required=True, metavar="STAFF_ID", help="whose key")
    parser.add_argument("--terminal", required=True, metavar="NN", help="where he registered it")
    return parser


def main(arguments: list[str]) -> int:
    """Carry out the command; returns 0, or 2 with a line on standard error that says why not."""
    asked = _parser().parse_args(arguments)
    folder: Path = asked.data.resolve()
    try:
        town = str(json.loads((folder / INSTALLATION).read_text("utf-8"))["town_code"])
    except FileNotFoundError:
        sys.stderr.write("no gateway was started on this directory yet\n")
        return 2
    store = LedgerStore(asked.database_url or sqlite_url(folder / "ledger.sqlite3"))
    try:
        upgrade(store)
        with store.writing() as tx:
            gone = take_out_of_use(tx, town, asked.retire, asked.terminal, stamp(TokyoClock()))
    finally:
        store.close()
    if not gone:
        sys.stderr.write(f"staff {asked.retire} has no key in use at terminal {asked.terminal}\n")
        return 2
    sys.stdout.write(f"the key of staff {asked.retire} at terminal {asked.terminal} is out of use\n")
    return 0
