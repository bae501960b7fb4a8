"""The counter as ``main.py`` starts it, noting the moment of every request to the gateway or the issuer.

    python -m bench.peers.counted_counter NOTES [arguments of main.py]

NOTES gets one line a request: Unix time, method and path without identifiers.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import httpx

import main
from counter_app.infrastructure.api import connection
from counter_app.infrastructure.api.client import open_client

_IDENTIFIER = re.compile(r"[0-9A-Fa-f-]{16,}")


def count_into(notes: Path) -> None:
    """Note every request of the clients that are opened from now on."""

    def note(request: httpx.Request) -> None:
        path = _IDENTIFIER.sub("…", request.url.path)
        with notes.open("a", encoding="utf-8") as file:
            file.write(f"{time.time()} {request.method} {path}\n")

    def counted(ca_pem: str, *, read_timeout_s: float = 20.0) -> httpx.Client:
        client = open_client(ca_pem, read_timeout_s=read_timeout_s)
        client.event_hooks = {"request": [note]}
        return client

    vars(connection)["open_client"] = counted


if __name__ == "__main__":
    count_into(Path(sys.argv[1]))
    sys.exit(main.main(sys.argv[2:]))
