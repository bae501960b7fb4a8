"""A gateway process with the whole fictitious town, and a counter's connection with a clerk signed in."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from counter_app.infrastructure.api import GatewayConnection, open_connection
from counter_app.infrastructure.settings import read_installation
from counter_app.infrastructure.system import GatewayClock
from player.parts.gateway_process import GatewayProcess
from player.sign_in import answer

CLERK = "yamada"
SECONDS = 20


def signed_in(directory: Path, ending: ExitStack, residents: int) -> GatewayConnection:
    """Start a gateway of ``residents`` and sign a clerk in as he does; ``ending`` closes both."""
    process = GatewayProcess(directory, exercise=True, residents=residents)
    ending.callback(process.stop)
    info = process.start()
    installation = read_installation(info.installation_path)
    staff = json.loads(info.staff_path.read_text(encoding="utf-8"))["staff"]
    passwords = {one["username"]: one["password"] for one in staff}
    connection = open_connection(
        gateway_url=installation.gateway_url,
        issuer_url=installation.issuer_url,
        client_id=installation.client_id,
        terminal=installation.terminal,
        ca_pem=installation.ca_pem,
        receipt_key=installation.keys.receipt.model_dump(),
        clock=GatewayClock(),
    )
    ending.callback(connection.close)
    attempt = connection.sign_in.begin()
    with ThreadPoolExecutor(1) as pool:
        page = pool.submit(answer, attempt.url, CLERK, passwords[CLERK])
        attempt.wait(SECONDS)
        page.result(SECONDS)
    connection.registry.session()
    return connection
