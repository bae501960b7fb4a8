"""``python -m gateway --data DIR``: one command, no server to install (design.md 4).

Prints one JSON line when ready: ``api_url``, ``issuer_url``, ``ca_path``, ``installation_path``, ``pid``.
``python -m gateway terminal`` adds a counter PC: see ``gateway.terminal_command``. ``python -m gateway
approver-key`` takes an approver's key out of use: see ``gateway.approver_key_command``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from gateway.approver_key_command import main as approver_key
from gateway.assembly import Gateway, Options, assemble
from gateway.issuer.app import IssuerRefused
from gateway.log import configure_log
from gateway.serving import serve
from gateway.terminal_command import main as terminal


def _options(arguments: list[str]) -> tuple[Options, bool]:
    defaults = Options(data=Path())
    parser = argparse.ArgumentParser(prog="python -m gateway", description="the counter gateway")
    parser.add_argument("--data", type=Path, required=True, help="directory of ledger, keys and certificates")
    parser.add_argument("--port", type=int, default=0, help="port of the API (TLS); 0: a free one")
    parser.add_argument("--issuer-port", type=int, default=0, help="port of the sign-in page; 0: a free one")
    parser.add_argument("--database-url", default="", help="default: a SQLite file in the data directory")
    parser.add_argument("--seed", type=int, default=defaults.seed, help="of the fictitious town")
    parser.add_argument("--residents", type=int, default=defaults.residents, help="of the fictitious town")
    parser.add_argument("--training", action="store_true", help="every page says 訓練")
    parser.add_argument("--exercise", action="store_true", help="open the paths that plan faults")
    parser.add_argument("--owned", action="store_true", help="end when standard input closes")
    given = vars(parser.parse_args(arguments))
    owned = bool(given.pop("owned"))
    given["data"] = given["data"].resolve()
    return Options(**given), owned


def _ready_line(gateway: Gateway) -> str:
    return json.dumps(
        {
            "api_url": gateway.addresses.api,
            "issuer_url": gateway.addresses.issuer,
            "ca_path": str(gateway.authority),
            "installation_path": str(gateway.installation),
            "pid": os.getpid(),
        }
    )


def main(arguments: list[str] | None = None) -> int:
    """Serve until told to stop and return 0; 2 where the options forbid it."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["terminal"]:
        return terminal(given[1:])
    if given[:1] == ["approver-key"]:
        return approver_key(given[1:])
    options, owned = _options(given)
    configure_log()
    try:
        gateway = assemble(options)
    except IssuerRefused as error:
        sys.stderr.write(f"{error}\n")
        return 2

    def ready() -> None:
        sys.stdout.write(_ready_line(gateway) + "\n")
        sys.stdout.flush()

    serve(gateway.servers, ready, gateway.ending, owned=owned)
    gateway.store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
