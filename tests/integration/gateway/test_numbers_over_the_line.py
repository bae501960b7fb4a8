"""個人番号 goes over the line to who prints and who approves, and stays in none of the gateway's files."""

from __future__ import annotations

import uuid
from dataclasses import replace

from counter_app.domain.certificates import Item
from gateway.town.numbers import fictitious_resident_code, invalid_my_number
from player.parts.gateway_process import GatewayInfo
from tests.integration.gateway.clerk import PERSONA, SELECTION, Clerk, issue_request

P0 = {"p0_sha256": "a" * 64, "renderer_id": "build-1"}
MY_NUMBER = invalid_my_number(PERSONA.resident_id)
WANTED = replace(SELECTION, items=frozenset({Item.MY_NUMBER}), copies=1)


def test_it_is_in_two_answers_and_in_no_file(clerk: Clerk, approver: Clerk, gateway: GatewayInfo) -> None:
    case_id, key = clerk.open_case(), str(uuid.uuid4())
    request = issue_request(
        case_id,
        selection={
            "scope": WANTED.scope.value,
            "resident_ids": list(WANTED.resident_ids),
            "items": sorted(WANTED.items),
            "copies": WANTED.copies,
        },
    )
    digest = clerk.digest(case_id, WANTED)
    assert clerk.read(f"/v1/cases/{case_id}/check", request)["outcome"] == "approval"
    assert not any(MY_NUMBER in text for text in clerk.said)

    allotted = clerk.write(f"/v1/cases/{case_id}/issues", {"request": request, "model_sha256": digest}, key)
    issue = f"/v1/issues/{allotted['issue_id']}"
    asked = clerk.write(f"{issue}/approval", P0)
    record = approver.read(f"/v1/approvals/{asked['approval_id']}/record", {})
    again = clerk.read(f"/v1/answers/{key}")

    for answer in (allotted, record, again):
        assert [one["my_number"] for one in answer["model"]["persons"]] == [MY_NUMBER]
    assert {**again, "receipt": ""} == {**allotted, "receipt": ""}
    forbidden = approver.attempt(f"{issue}/release", P0)
    clerk.write(f"/v1/cases/{case_id}/outcome", {"outcome": "withdrawn", "reason": "visitor_left"})
    ended = clerk.ask("GET", f"/v1/answers/{key}")
    assert (forbidden.status_code, ended.status_code) == (403, 409)
    assert MY_NUMBER not in forbidden.text + ended.text
    digits = [text.encode() for text in (MY_NUMBER, fictitious_resident_code(PERSONA.resident_id))]
    for file in gateway.installation_path.parent.iterdir():
        content = file.read_bytes()
        assert not any(one in content for one in digits), file.name
