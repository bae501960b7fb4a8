"""The staff of a town as the gateway keeps them: names, roles, Argon2id hashes of exercise passwords."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Protocol

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import insert, select

from gateway.counter.colleagues import colleague, staff_of
from gateway.counter.office import Role, Staff
from gateway.store.ledger_store import LedgerStore
from gateway.store.tables import staff

# The smallest parameters OWASP names for Argon2id: the passwords are random, and a start hashes eleven.
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


class PasswordHashing(Protocol):
    """Hashes and verifies passwords."""

    def hash(self, password: str) -> str:
        """Return a salted hash."""
        ...

    def verify(self, hashed: str, password: str) -> bool:
        """Tell whether ``password`` is the one of ``hashed``."""
        ...


class Argon2id:
    """Argon2id, 19 MiB, two passes."""

    def hash(self, password: str) -> str:
        """Return a salted hash."""
        return _hasher.hash(password)

    def verify(self, hashed: str, password: str) -> bool:
        """Tell whether ``password`` is the one of ``hashed``; takes milliseconds by design."""
        try:
            return _hasher.verify(hashed, password)
        except (VerificationError, InvalidHashError):
            return False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStaff:
    """Somebody to enter in the list, with his password. ``person_id`` empty: his only account."""

    staff_id: str
    username: str
    name: str
    role: Role
    password: str
    person_id: str = ""


DEMO = (
    ("1001", "yamada", "山田　花子", Role.CLERK),
    ("1002", "suzuki", "鈴木　次郎", Role.CLERK),
    ("1003", "tanaka", "田中　実", Role.CERTIFIER),
    ("2001", "sato", "佐藤　一郎", Role.SUPERVISOR),
    ("2002", "takahashi", "高橋　京子", Role.PROTECTION_OFFICER),
    ("2003", "saito", "齋藤　明美", Role.SUPERVISOR),
    ("1901", "yamada2", "山田　花子", Role.SUPERVISOR),
    ("3001", "ito", "伊藤　誠", Role.CASH_OFFICER),
    ("4001", "kobayashi", "小林　明", Role.OUTSOURCED),
    ("9001", "kanri", "中村　博", Role.ADMIN),
)


SECOND_ACCOUNTS = {"1901": "1001"}
"""Accounts of the demo staff that are a second one of somebody, by the staff id of the first."""


def demo_staff() -> tuple[NewStaff, ...]:
    """Return the fictitious staff of an exercise, each with a random password of this call."""
    return tuple(
        NewStaff(
            staff_id=staff_id,
            username=username,
            name=name,
            role=role,
            password=secrets.token_urlsafe(9),
            person_id=SECOND_ACCOUNTS.get(staff_id, staff_id),
        )
        for staff_id, username, name, role in DEMO
    )


class StaffList:
    """The staff of all towns of this installation."""

    def __init__(self, store: LedgerStore, hashing: PasswordHashing) -> None:
        self._store = store
        self._hashing = hashing
        self._decoy = ""

    def enter(self, town: str, people: tuple[NewStaff, ...]) -> None:
        """Add ``people`` to the list of ``town``."""
        rows = [
            {
                "town_code": town,
                "staff_id": one.staff_id,
                "username": one.username,
                "name": one.name,
                "role": one.role.value,
                "password_hash": self._hashing.hash(one.password),
                "person_id": one.person_id or one.staff_id,
            }
            for one in people
        ]
        with self._store.writing() as tx:
            tx.execute(insert(staff), rows)

    def is_empty(self, town: str) -> bool:
        """Tell whether ``town`` has no staff yet."""
        query = select(staff.c.staff_id).where(staff.c.town_code == town).limit(1)
        with self._store.reading() as tx:
            return tx.execute(query).first() is None

    def find(self, town: str, staff_id: str) -> Staff | None:
        """Return a member of staff as recorded now, or None."""
        with self._store.reading() as tx:
            return colleague(tx, town, staff_id)

    def recognise(self, town: str, username: str, password: str) -> Staff | None:
        """Return whose name and password these are, or None."""
        query = select(staff).where(staff.c.town_code == town, staff.c.username == username)
        with self._store.reading() as tx:
            row = tx.execute(query).mappings().first()
        # An unknown name costs as much time as a known one, so that it tells nothing.
        self._decoy = self._decoy or self._hashing.hash(secrets.token_urlsafe(9))
        hashed = self._decoy if row is None else str(row["password_hash"])
        if not self._hashing.verify(hashed, password) or row is None:
            return None
        return staff_of(row)
