"""``python -m gateway terminal``: IT adds a counter PC, writes its file again, or takes it out of use.

    terminal --data DIR --counter 3番窓口 [--office 住民課] --out FILE    a new one, and its installation file
    terminal --data DIR --again 02 --out FILE                            the file of one in use
    terminal --data DIR --retire 02                                      no sign-in and no call from now on

It may run while the gateway serves: the gateway reads its list at every call.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from gateway.clock import TokyoClock, stamp
from gateway.counter.office import Place
from gateway.installation import INSTALLATION
from gateway.private_files import write_private
from gateway.store.ledger_store import LedgerStore, sqlite_url
from gateway.store.upgrade import upgrade
from gateway.terminals import FIRST_OFFICE, TerminalList, TerminalsFull, TerminalUnknown


class Stopped(Exception):
    """The command cannot do it; the message says why, and what to do."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m gateway terminal", description=__doc__.partition(":")[2])
    parser.add_argument("--data", type=Path, required=True, help="directory of the gateway's data")
    parser.add_argument("--database-url", default="", help="default: the SQLite file in the data directory")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--counter", default="", help="add a terminal at this counter, such as 3番窓口")
    what.add_argument("--again", default="", metavar="NN", help="write the file of a terminal in use")
    what.add_argument("--retire", default="", metavar="NN", help="take a terminal out of use, for good")
    parser.add_argument("--office", default=FIRST_OFFICE, help="where the counter is; default: %(default)s")
    parser.add_argument("--out", type=Path, help="the installation file to write; must not exist")
    return parser


def _known_installation(folder: Path) -> dict[str, Any]:
    """Return what the gateway wrote for its first terminal: the rest is the same for all."""
    try:
        found: dict[str, Any] = json.loads((folder / INSTALLATION).read_text("utf-8"))
    except FileNotFoundError as error:
        raise Stopped("no gateway was started on this directory yet: start it once, then add") from error
    return found


def _write(known: dict[str, Any], place: Place, out: Path) -> None:
    mine = {"terminal": place.terminal, "office": place.office, "counter": place.counter}
    write_private(out, json.dumps({**known, **mine}, ensure_ascii=False, indent=2).encode())


def _room_for(out: Path | None) -> Path:
    if out is None:
        raise Stopped("--out FILE is missing")
    if out.exists() or not out.parent.is_dir():
        raise Stopped(f"{out} exists, or its folder does not")
    return out


def _carry_out(asked: argparse.Namespace, terminals: TerminalList, known: dict[str, Any]) -> str:
    town = str(known["town_code"])
    if asked.retire:
        terminals.retire(town, asked.retire, stamp(TokyoClock()))
        return f"terminal {asked.retire} is out of use"
    out = _room_for(asked.out)
    if asked.again:
        found = terminals.find(town, asked.again)
        if found is None:
            raise TerminalUnknown(asked.again)
    else:
        found = terminals.add(town, asked.office, asked.counter)
    _write(known, found, out)
    return f"terminal {found.terminal}, {found.office} {found.counter}: {out}"


def main(arguments: list[str]) -> int:
    """Carry out the command; returns 0, or 2 with a line on standard error that says why not."""
    asked = _parser().parse_args(arguments)
    folder: Path = asked.data.resolve()
    store: LedgerStore | None = None
    try:
        known = _known_installation(folder)
        store = LedgerStore(asked.database_url or sqlite_url(folder / "ledger.sqlite3"))
        upgrade(store)
        said = _carry_out(asked, TerminalList(store), known)
    except Stopped as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except TerminalUnknown as error:
        sys.stderr.write(f"no terminal {error} is in use\n")
        return 2
    except TerminalsFull:
        sys.stderr.write("all 99 numbers are given\n")
        return 2
    finally:
        if store is not None:
            store.close()
    sys.stdout.write(f"{said}\n")
    return 0
