"""The port to the counter gateway. Adapters: ``counter_app.infrastructure.api``; fake: ``tests/fakes``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from counter_app.domain.packs import Pack
from counter_app.domain.render_model import RenderModel, SheetStamp
from counter_app.domain.requests import IssueRequest, Verdict
from counter_app.domain.residents import Household, Sex
from counter_app.domain.sheets import Payment, SheetOutcome


class Role(StrEnum):
    """Roles of design.md section 4; ADMIN sees no resident."""

    CLERK = "CLERK"
    OUTSOURCED = "OUTSOURCED"
    CERTIFIER = "CERTIFIER"
    SUPERVISOR = "SUPERVISOR"
    PROTECTION_OFFICER = "PROTECTION_OFFICER"
    CASH_OFFICER = "CASH_OFFICER"
    ADMIN = "ADMIN"


SERVING = frozenset({Role.CLERK, Role.OUTSOURCED, Role.CERTIFIER, Role.SUPERVISOR})
"""Roles that serve visitors: nobody else may open this program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffSession:
    """Who is signed in, where, and what the town decided. ``now`` is the gateway's time, ISO 8601.

    ``terminal`` is the two-digit number of this PC in sheet numbers. ``training``: every page says 訓練.
    """

    staff_id: str
    staff_name: str
    role: Role
    town_code: str
    town_name: str
    office: str
    counter: str
    terminal: str
    now: str
    training: bool
    pack: Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentSearch:
    """What to find a person by. Empty fields are not asked; at least two must be filled.

    ``birth_date`` is YYYYMMDD (00 where unknown). Search folds 異体字 and kana; the answer does not.
    """

    name: str = ""
    name_kana: str = ""
    birth_date: str = ""
    address: str = ""
    sex: Sex | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentHit:
    """One person found. Name, kana, address and head are empty where withheld."""

    resident_id: str
    household_id: str
    name: str
    name_kana: str
    birth: str
    address: str
    head_name: str
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotment:
    """Numbers allotted: the gateway's own record of the issue. ``job`` in hex (8 bytes)."""

    issue_id: str
    job: str
    model: RenderModel
    stamps: tuple[SheetStamp, ...]
    fee: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The seal for one release: PNG bytes, and the millimetres of its edge on paper. Never stored."""

    png: bytes
    edge_mm: float


class CaseOutcome(StrEnum):
    """How a case ends other than by hand-over."""

    HELD = "held"
    WITHDRAWN = "withdrawn"


class Registry(Protocol):
    """The core system as the gateway shows it to one signed-in clerk. Every call blocks (NETWORK lane).

    Raises ``Unavailable`` (GATEWAY_UNREACHABLE, _SLOW, _FAULT), ``Refused`` (GATEWAY_REFUSED,
    GATEWAY_CERTIFICATE_WRONG, GATEWAY_ANSWER_MALFORMED, GATEWAY_RECEIPT_INVALID, SIGN_IN_EXPIRED,
    RECORD_CHANGED, ISSUE_HELD, PRINTER_BUSY) or, for writes only, ``Uncertain`` (GATEWAY_SLOW, or
    SIGN_IN_EXPIRED where that is what keeps one from knowing): a sending was cut off, could not be asked for
    by ``key``, and may still arrive. Writes are idempotent by ``key`` (a UUID): the same key gives the same
    answer, so a write may be called again after ``Uncertain``; its signed receipt is verified first.
    """

    def session(self) -> StaffSession:
        """Who is signed in, with the pack in force and the gateway's time."""
        ...

    def open_case(self, key: str, case_id: str, visit_id: str) -> str:
        """Open a case; returns its reception number of the day (``031``)."""
        ...

    def find_residents(self, case_id: str, search: ResidentSearch) -> tuple[ResidentHit, ...]:
        """Find persons; at most 20, empty if none. Recorded in the view log under the case."""
        ...

    def read_household(self, case_id: str, resident_id: str) -> Household:
        """Read the household of a person found in this case, or in another of the same visit."""
        ...

    def check(self, request: IssueRequest) -> Verdict:
        """Apply the rules to live data. A blocked verdict is an answer, not an error."""
        ...

    def allot(self, key: str, request: IssueRequest, model_sha256: str) -> Allotment:
        """Record the issue, allot its numbers and sign its codes.

        Raises Refused(RECORD_CHANGED) if the gateway's own model has another digest, Refused(ISSUE_HELD) if
        the rules no longer say ok.
        """
        ...

    def release(self, key: str, issue_id: str, p0_sha256: str, renderer_id: str) -> Seal:
        """Release the exact page P0 for printing; restrictions are checked once more, live.

        Raises Refused(ISSUE_HELD) if the rules no longer say ok, Refused(PRINTER_BUSY) while another issue of
        this terminal is not collated (design.md 6: one printer, one open job).
        """
        ...

    def record_sheets(self, key: str, issue_id: str, outcomes: tuple[SheetOutcome, ...]) -> None:
        """Record what became of sheets; an impossible step is Refused(GATEWAY_REFUSED)."""
        ...

    def record_payment(self, key: str, issue_id: str, payment: Payment) -> str:
        """Record the fee; returns the receipt number."""
        ...

    def hand_over(self, key: str, issue_id: str) -> None:
        """Record the hand-over of all sheets; Refused(GATEWAY_REFUSED) unless all are collated and paid."""
        ...

    def record_outcome(self, key: str, case_id: str, outcome: CaseOutcome, reason: str) -> None:
        """Record that a case is held or was withdrawn. ``reason`` is a code, never names."""
        ...
