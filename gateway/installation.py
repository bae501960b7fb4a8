"""The two files a gateway leaves for others: what a counter must trust, and the words of an exercise."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gateway.access_tokens import AUDIENCE
from gateway.counter.office import Office, Place
from gateway.issuer.authorizing import CLIENT_ID
from gateway.private_files import write_private
from gateway.staff_list import NewStaff, StaffList, demo_staff

INSTALLATION = "installation.json"
EXERCISE_STAFF = "exercise-staff.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where the API (TLS) and the issuer (plain loopback) are served."""

    api: str
    issuer: str


def write_installation(
    folder: Path,
    addresses: Addresses,
    authority: Path,
    office: Office,
    place: Place,
) -> Path:
    """Write what the counter PC of ``place`` needs to find and trust this gateway; no secret is in it."""
    content: Mapping[str, Any] = {
        "gateway_url": addresses.api,
        "issuer_url": addresses.issuer,
        "client_id": CLIENT_ID,
        "audience": AUDIENCE,
        "ca_pem": authority.read_text("ascii"),
        "town_code": office.town_code,
        "keys": office.keys.public(),
        "terminal": place.terminal,
        "office": place.office,
        "counter": place.counter,
        "training": office.training,
    }
    path = folder / INSTALLATION
    write_private(path, json.dumps(content, ensure_ascii=False, indent=2).encode())
    return path


def enter_demo_staff(folder: Path, staff: StaffList, town_code: str) -> str:
    """Give a new installation its demo staff and write their words down; return the exercise key."""
    path = folder / EXERCISE_STAFF
    if staff.is_empty(town_code):
        people = demo_staff()
        # The file first: staff whose words nobody knows could never sign in.
        write_private(path, _exercise_file(people).encode())
        staff.enter(town_code, people)
    return str(json.loads(path.read_text("utf-8"))["exercise_key"])


def _exercise_file(people: tuple[NewStaff, ...]) -> str:
    entries = [
        {
            "staff_id": one.staff_id,
            "username": one.username,
            "name": one.name,
            "role": one.role.value,
            "password": one.password,
        }
        for one in people
    ]
    content = {"exercise_key": secrets.token_urlsafe(24), "staff": entries}
    return json.dumps(content, ensure_ascii=False, indent=2)
