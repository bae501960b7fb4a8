"""対象者, 項目・通数, 請求書 and 確認: from a person to an order that the rules have answered."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.certificates import Scope
from counter_app.domain.issuance.states.stage import Stage
from counter_app.domain.issuance.values import Identity, Intake, Order
from counter_app.domain.requests import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosingPersons(Stage):
    """Who will be on the page."""

    intake: Intake
    identity: Identity
    scope: Scope
    resident_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosingItems(Stage):
    """Each sensitive item omitted unless asked for; copies."""

    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRequestForm(Stage):
    """The form is printed or its number recorded; then the signature is seen."""

    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintingForm(Stage):
    """Waiting: the filled form is being printed for signature."""

    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Checking(Stage):
    """Waiting: the gateway applies the rules to live data."""

    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Stage):
    """The rules said ok, or that a second person must approve; the clerk sees why, and issues."""

    order: Order
    verdict: Verdict
