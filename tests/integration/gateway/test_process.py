"""The gateway as a process: it starts fast, keeps its identity over a kill, and ends with its parent."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
import uuid
from pathlib import Path

import httpx

from player.parts.gateway_process import GatewayFailed, GatewayProcess
from tests.integration.gateway.clerk import Clerk, token_of, trust

ROOT = Path(__file__).parents[3]


def test_what_was_written_before_a_kill_is_there_after_the_restart(tmp_path: Path) -> None:
    process = GatewayProcess(tmp_path / "data", residents=300)
    info = process.start()
    key, body = str(uuid.uuid4()), {"case_id": str(uuid.uuid4()), "visit_id": "V1"}
    token = token_of(info, "yamada")
    with httpx.Client(base_url=info.api_url, verify=trust(info)) as client:
        before = Clerk(client=client, token=token).attempt("/v1/cases", body, key)
    process.kill()

    again = process.start()
    try:
        with httpx.Client(base_url=again.api_url, verify=trust(again)) as client:
            after = Clerk(client=client, token=token).attempt("/v1/cases", body, key)
            exercise = client.post("/exercise/faults", json={"status": 503})
    finally:
        process.stop()

    assert (again.api_url, again.issuer_url) == (info.api_url, info.issuer_url)
    assert before.status_code == 200
    assert after.content == before.content
    assert exercise.status_code == 404
    assert process.log_path.read_text("utf-8").count("fault") == 0


def test_an_owned_gateway_ends_when_its_parent_closes_the_pipe(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "gateway", "--data", str(tmp_path), "--residents", "300", "--owned"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        ready = json.loads(process.stdout.readline())
        process.stdin.close()

        assert process.wait(10) == 0
    assert set(ready) == {"api_url", "issuer_url", "ca_path", "installation_path", "pid"}
    installation = json.loads(Path(ready["installation_path"]).read_text("utf-8"))
    assert "password" not in json.dumps(installation)
    assert (installation["gateway_url"], installation["town_code"]) == (ready["api_url"], "999997")
    assert (installation["office"], installation["counter"]) == ("住民課", "2番窓口")
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}


def test_a_gateway_that_is_told_to_stop_waits_for_no_listener(tmp_path: Path) -> None:
    process = GatewayProcess(tmp_path / "data", residents=300)
    info = process.start()
    headers = {"Authorization": f"Bearer {token_of(info, 'yamada')}"}
    with (
        httpx.Client(base_url=info.api_url, verify=trust(info), timeout=5) as client,
        client.stream("GET", "/v1/events", headers=headers) as response,
    ):
        lines = response.iter_lines()
        assert next(lines) == "event: connected"

        process.stop()

        assert not [line for line in lines if "event" in line]
    assert "Cancel" not in process.log_path.read_text("utf-8")


def test_a_gateway_that_cannot_start_says_why(tmp_path: Path) -> None:
    process = GatewayProcess(tmp_path, residents=1)

    try:
        process.start()
    except GatewayFailed as error:
        reason = str(error)
    else:
        process.stop()
        reason = ""

    assert "300" in reason
