"""A whole case over TLS, and what the line and the register may do to it on the way."""

from __future__ import annotations

import base64
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from gateway.town import generate
from player.parts.gateway_process import GatewayInfo
from printing.sheet_codes import SignedSheetCodes
from tests.integration.gateway.clerk import (
    PERSONA,
    SELECTION,
    Clerk,
    exercise_headers,
    issue_request,
    token_of,
)

P0 = {"p0_sha256": "a" * 64, "renderer_id": "build-1"}


def _outcomes(issue: dict[str, list[dict[str, str]]], state: str) -> dict[str, object]:
    return {"outcomes": [{"number": s["number"], "state": state, "reason": None} for s in issue["stamps"]]}


def test_a_case_is_served_from_opening_to_hand_over_and_the_ledger_agrees(clerk: Clerk) -> None:
    case_id = clerk.open_case()
    clerk.household(case_id)
    verdict = clerk.read(f"/v1/cases/{case_id}/check", issue_request(case_id))
    assert (verdict["outcome"], verdict["fee"]) == ("ok", 600)
    issue = clerk.allot(case_id)
    path = f"/v1/issues/{issue['issue_id']}"

    seal = clerk.write(f"{path}/release", P0)
    assert base64.b64decode(seal["seal_png_base64"]).startswith(b"\x89PNG")
    clerk.write(f"{path}/sheets", _outcomes(issue, "spooled"))
    clerk.write(f"{path}/sheets", _outcomes(issue, "collated"))
    paid = clerk.write(f"{path}/payment", {"method": "cash", "amount": 600, "received": 1000})
    assert clerk.write(f"{path}/handover", {})["recorded"] == 2

    entry = clerk.read(f"/v1/ledger/{issue['issue_id']}")
    assert entry["case_outcome"] == "handed_over"
    assert {sheet["state"] for sheet in entry["sheets"]} == {"handed_over"}
    assert [sheet["code"] for sheet in entry["sheets"]] == [stamp["code"] for stamp in issue["stamps"]]
    assert entry["payment"]["receipt_number"] == paid["receipt_number"]
    assert entry["p0_sha256"] == P0["p0_sha256"]


def test_the_codes_allotted_open_at_the_counter_with_the_sessions_key(clerk: Clerk) -> None:
    issue = clerk.allot(clerk.open_case())
    codes = SignedSheetCodes([clerk.read("/v1/session")["keys"]["sheet_code"]])

    read = [codes.read(stamp["code"]) for stamp in issue["stamps"]]

    assert [claims.number for claims in read] == [stamp["number"] for stamp in issue["stamps"]]
    assert {claims.job.hex() for claims in read} == {issue["job"]}


def test_a_page_the_gateway_would_compose_otherwise_gets_no_number(clerk: Clerk) -> None:
    case_id = clerk.open_case()
    body = {
        "request": issue_request(case_id),
        "model_sha256": clerk.digest(case_id, SELECTION, training=True),
    }

    answer = clerk.attempt(f"/v1/cases/{case_id}/issues", body)

    assert (answer.status_code, answer.json()["code"]) == (409, "RECORD_CHANGED")
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_flag_set_in_the_core_between_check_and_release_stops_the_seal(
    clerk: Clerk, gateway: GatewayInfo
) -> None:
    case_id = clerk.open_case()
    issue = clerk.allot(case_id)
    change = {"resident_id": PERSONA.resident_id, "flags": ["SHIEN"]}
    headers = exercise_headers(gateway)
    clerk.client.post("/exercise/flags", json=change, headers=headers).raise_for_status()
    try:
        answer = clerk.attempt(f"/v1/issues/{issue['issue_id']}/release", P0)
        verdict = clerk.read(f"/v1/cases/{case_id}/check", issue_request(case_id))
    finally:
        clerk.client.post("/exercise/flags", json={**change, "flags": []}, headers=headers).raise_for_status()

    assert (answer.status_code, answer.json()["code"]) == (409, "ISSUE_HELD")
    assert verdict["outcome"] == "blocked"
    assert "SHIEN" not in answer.text


def test_an_answer_lost_on_the_line_is_asked_for_by_its_key(clerk: Clerk, gateway: GatewayInfo) -> None:
    case_id = clerk.open_case()
    digest = clerk.digest(case_id, SELECTION)
    key, body = str(uuid.uuid4()), {"request": issue_request(case_id), "model_sha256": digest}
    fault = {"suffix": "/issues", "drop_after_commit": True}
    clerk.client.post("/exercise/faults", json=fault, headers=exercise_headers(gateway)).raise_for_status()

    with pytest.raises(httpx.TransportError):
        clerk.attempt(f"/v1/cases/{case_id}/issues", body, key)

    asked = clerk.ask("GET", f"/v1/answers/{key}")
    repeated = clerk.attempt(f"/v1/cases/{case_id}/issues", body, key)
    assert asked.status_code == 200
    assert asked.content == repeated.content
    assert len(asked.json()["stamps"]) == 2


def test_a_key_without_a_write_has_no_answer(clerk: Clerk) -> None:
    assert clerk.ask("GET", f"/v1/answers/{uuid.uuid4()}").status_code == 404


def test_the_same_key_with_another_body_is_refused(clerk: Clerk) -> None:
    key = str(uuid.uuid4())
    clerk.write("/v1/cases", {"case_id": str(uuid.uuid4()), "visit_id": "V1"}, key)

    answer = clerk.attempt("/v1/cases", {"case_id": str(uuid.uuid4()), "visit_id": "V1"}, key.upper())

    assert (answer.status_code, answer.json()["code"]) == (409, "GATEWAY_REFUSED")


def test_one_key_sent_many_times_at_once_is_one_issue_with_one_set_of_numbers(clerk: Clerk) -> None:
    case_id = clerk.open_case()
    body = {"request": issue_request(case_id), "model_sha256": clerk.digest(case_id, SELECTION)}
    key = str(uuid.uuid4())

    with ThreadPoolExecutor(8) as pool:
        sent = [pool.submit(clerk.attempt, f"/v1/cases/{case_id}/issues", body, key) for _ in range(8)]
        answers = {future.result().content for future in sent}

    assert len(answers) == 1


def test_another_clerk_cannot_touch_the_case_and_a_supervisor_can_read_the_ledger(
    clerk: Clerk, gateway: GatewayInfo
) -> None:
    case_id = clerk.open_case()
    issue = clerk.allot(case_id)
    other = Clerk(client=clerk.client, token=token_of(gateway, "suzuki"))
    supervisor = Clerk(client=clerk.client, token=token_of(gateway, "sato"))
    admin = Clerk(client=clerk.client, token=token_of(gateway, "kanri"))
    ledger, search = f"/v1/ledger/{issue['issue_id']}", {"name_kana": "ワ", "birth_date": "19850403"}

    assert other.attempt(f"/v1/issues/{issue['issue_id']}/release", P0).status_code == 403
    assert other.ask("GET", ledger).status_code == 403
    assert supervisor.ask("GET", ledger).status_code == 200
    assert admin.ask("POST", f"/v1/cases/{case_id}/residents/search", search).status_code == 403
    assert admin.ask("GET", "/v1/session").json()["role"] == "ADMIN"


def test_no_answer_of_the_gateway_holds_a_number_of_a_resident(clerk: Clerk) -> None:
    town = generate(residents=300)
    case_id = clerk.open_case()
    read: set[str] = set()
    for first in "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリワ":
        for sex in "12":
            found = clerk.read(f"/v1/cases/{case_id}/residents/search", {"name_kana": first, "sex": sex})
            one_each = {hit["household_id"]: hit["resident_id"] for hit in found["hits"]}
            for household_id in one_each.keys() - read:
                clerk.read(f"/v1/cases/{case_id}/household", {"resident_id": one_each[household_id]})
            read |= one_each.keys()
    clerk.allot(case_id)
    said = "\n".join(clerk.said)

    seen = sum(entry.resident.resident_id in said for entry in town.residents)
    numbers = [number for entry in town.residents for number in (entry.my_number, entry.resident_code)]
    assert seen > 250
    assert [number for number in numbers if number in said] == []


def test_a_planned_status_and_a_malformed_answer_come_once(clerk: Clerk, gateway: GatewayInfo) -> None:
    headers = exercise_headers(gateway)
    clerk.client.post("/exercise/faults", json={"status": 503}, headers=headers).raise_for_status()
    clerk.client.post("/exercise/faults", json={"malformed": True}, headers=headers).raise_for_status()

    first, second, third = (clerk.ask("GET", "/v1/session") for _ in range(3))

    assert (first.status_code, first.json()["code"]) == (503, "GATEWAY_FAULT")
    assert second.text == "<html>"
    assert third.status_code == 200


def test_faults_need_the_exercise_key(clerk: Clerk) -> None:
    assert clerk.ask("POST", "/exercise/faults", {"status": 503}).status_code == 401
    assert clerk.ask("POST", "/exercise/flags", {"resident_id": "1", "flags": []}).status_code == 401
