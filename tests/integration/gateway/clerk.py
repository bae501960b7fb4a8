"""A clerk who talks to the running gateway over TLS, as a counter PC would; every answer is kept."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
import ssl
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from pydantic import TypeAdapter

from counter_app.domain.certificates import Item, Scope, Selection
from counter_app.domain.packs import read_pack
from counter_app.domain.render_model import compose
from counter_app.domain.residents import Household
from gateway.town import personas
from player.parts.gateway_process import GatewayInfo

CALLBACK = "http://127.0.0.1:51234/callback"
CLIENT_ID = "madoguchi-counter"
PERSONA = personas["watanabe"]
_TICKET = re.compile(r'name="ticket" value="([^"]+)"')


def trust(info: GatewayInfo) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=info.ca_path)


def words_of(info: GatewayInfo, username: str) -> tuple[str, str]:
    staff = json.loads(info.staff_path.read_text("utf-8"))["staff"]
    return username, next(one["password"] for one in staff if one["username"] == username)


def exercise_headers(info: GatewayInfo) -> dict[str, str]:
    key = json.loads(info.staff_path.read_text("utf-8"))["exercise_key"]
    return {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}


@dataclass
class SignInAttempt:
    """One run through the issuer, step by step, so that any step can be done wrong."""

    issuer: str
    terminal: str = "01"
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(40))

    def query(self, **change: str) -> dict[str, str]:
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return {
            "client_id": CLIENT_ID,
            "redirect_uri": CALLBACK,
            "response_type": "code",
            "scope": "openid",
            "state": "the-state",
            "nonce": "the-nonce",
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
            "terminal": self.terminal,
            **change,
        }

    def page(self, **change: str) -> httpx.Response:
        return httpx.get(f"{self.issuer}/authorize", params=self.query(**change))

    def enter(self, username: str, password: str) -> httpx.Response:
        ticket = _TICKET.search(self.page().text)
        assert ticket is not None
        form = {"ticket": ticket[1], "username": username, "password": password}
        return httpx.post(f"{self.issuer}/authorize", data=form)

    def code(self, username: str, password: str) -> str:
        landed = urlsplit(self.enter(username, password).headers["location"])
        answer = parse_qs(landed.query)
        assert (answer["state"], answer["iss"]) == (["the-state"], [self.issuer])
        return answer["code"][0]

    def exchange(self, code: str, **change: str) -> httpx.Response:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": CALLBACK,
            "client_id": CLIENT_ID,
            "code_verifier": self.verifier,
            **change,
        }
        return httpx.post(f"{self.issuer}/token", data=form)


def token_of(info: GatewayInfo, username: str, terminal: str = "01") -> str:
    attempt = SignInAttempt(info.issuer_url, terminal)
    answer = attempt.exchange(attempt.code(*words_of(info, username)))
    return str(answer.json()["access_token"])


@dataclass
class Clerk:
    """One member of staff, signed in."""

    client: httpx.Client
    token: str
    said: list[str] = field(default_factory=list)

    def ask(self, method: str, path: str, body: object = None, key: str = "") -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.token}"}
        if key:
            headers["Idempotency-Key"] = key
        answer = self.client.request(method, path, json=body, headers=headers)
        self.said.append(answer.text)
        return answer

    def read(self, path: str, body: object = None) -> Any:
        answer = self.ask("GET" if body is None else "POST", path, body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def attempt(self, path: str, body: object, key: str = "") -> httpx.Response:
        return self.ask("POST", path, body, key or str(uuid.uuid4()))

    def write(self, path: str, body: object, key: str = "") -> Any:
        answer = self.attempt(path, body, key)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def open_case(self) -> str:
        case_id = str(uuid.uuid4())
        self.write("/v1/cases", {"case_id": case_id, "visit_id": str(uuid.uuid4())})
        return case_id

    def household(self, case_id: str) -> Any:
        found = {"name_kana": PERSONA.search.kana, "birth_date": PERSONA.search.birth.replace("-", "")}
        self.read(f"/v1/cases/{case_id}/residents/search", found)
        return self.read(f"/v1/cases/{case_id}/household", {"resident_id": PERSONA.resident_id})

    def digest(self, case_id: str, selection: Selection, *, training: bool = False) -> str:
        """Compose the page from what the gateway shows, as the counter PC does."""
        household = TypeAdapter(Household).validate_python(self.household(case_id))
        session = self.read("/v1/session")
        raw = {**session["pack"], "effective": date.fromisoformat(session["pack"]["effective"])}
        day = date.fromisoformat(session["now"][:10])
        return compose(household, selection, read_pack(raw), day, training=training).sha256()

    def allot(self, case_id: str, key: str = "", change: Mapping[str, object] | None = None) -> Any:
        asked = issue_request(case_id, **(change or {}))
        body = {"request": asked, "model_sha256": self.digest(case_id, SELECTION)}
        return self.write(f"/v1/cases/{case_id}/issues", body, key)


SELECTION = Selection(
    scope=Scope.PART_OF_HOUSEHOLD,
    resident_ids=(PERSONA.resident_id,),
    items=frozenset({Item.HEAD_AND_RELATIONSHIP}),
    copies=2,
)


BY_AGENT: dict[str, object] = {
    "requester": "AGENT",
    "identity": {
        "level": "P1",
        "method": "papers",
        "papers": [{"kind": "driving_licence", "masked_number": "1234", "expires": "2099-01-01"}],
        "spoken": ["name", "birth_date"],
    },
    "agent": {
        "name": "架空　桃子",
        "address": "架空県架空町架空9",
        "mandate_date": "2026-11-01",
        "original_seen": True,
    },
}
"""What an agent changes in a request: it needs an approval."""


def issue_request(case_id: str, **change: object) -> dict[str, object]:
    return {
        "case_id": case_id,
        "requester": "SELF",
        "requester_id": PERSONA.resident_id,
        "household_id": PERSONA.household_id,
        "identity": {"level": "P1", "method": "card_code_b", "papers": [], "spoken": ["name", "birth_date"]},
        "form": {"kind": "printed", "number": "F-1", "signature_seen": True},
        "selection": {
            "scope": SELECTION.scope.value,
            "resident_ids": list(SELECTION.resident_ids),
            "items": sorted(SELECTION.items),
            "copies": SELECTION.copies,
        },
        "purpose": "bank",
        "destination": "",
        "agent": None,
        **change,
    }
