"""A counter office in memory for the gateway's use cases: four households, a clock that stands still."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

import resources
from counter_app.domain.certificates import Item, Scope, Selection
from counter_app.domain.identity import IdentityLevel, IdentityMethod, SpokenAttribute
from counter_app.domain.render_model import Numbers, RenderModel, compose
from counter_app.domain.requests import FormKind, IdentityClaim, IssueRequest, RequesterKind, RequestForm
from counter_app.domain.residents import RecordedDate, Resident, Sex
from counter_app.domain.restrictions import Flag
from gateway.clock import TOKYO, today
from gateway.cores.births import birth_digits
from gateway.cores.embedded import EmbeddedCore
from gateway.cores.port import Criteria, Person
from gateway.counter.allotting import Allotment, allot
from gateway.counter.cases import open_case
from gateway.counter.office import Act, Office, Place, Role, Seal, Staff
from gateway.counter.viewing import find_residents, read_household
from gateway.keys import load_keys
from gateway.sheet_signer import SheetSigner
from gateway.store.ledger_store import LedgerStore, sqlite_url
from gateway.store.upgrade import upgrade
from gateway.town.numbers import fictitious_resident_code, invalid_my_number

Answer = TypeVar("Answer")
TOWN = "999997"
CLERK = Staff(town_code=TOWN, staff_id="1001", name="架空　花子", role=Role.CLERK)
PLACE = Place(office="住民課", counter="2番窓口", terminal="01")
NEXT_PLACE = Place(office="住民課", counter="3番窓口", terminal="02")
OTHER_CLERK = Staff(town_code=TOWN, staff_id="1002", name="架空　次郎", role=Role.CLERK)


@dataclass
class StandingClock:
    """A clock that moves only when told to."""

    at: datetime = field(default_factory=lambda: datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO))

    def now(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


def resident(resident_id: str, household_id: str, name: str, kana: str, **more: Any) -> Resident:
    values: dict[str, Any] = {
        "birth": RecordedDate(iso="1980-02-17"),
        "sex": Sex.FEMALE,
        "address": f"架空県架空町大字架空{household_id}番地",
        "head_name": "架空　一郎",
        "relationship": "世帯主",
        "honseki": "架空県架空町大字架空1番地",
        "hittousha": "架空　一郎",
        **more,
    }
    return Resident(resident_id=resident_id, household_id=household_id, name=name, name_kana=kana, **values)


def person(found: Resident, *flags: Flag) -> Person:
    return Person(resident=found, flags=frozenset(flags))


_OF_YUKI = {"head_name": "秘密　雪", "hittousha": "秘密　雪"}


def numbers_of(resident_id: str) -> Numbers:
    """Return numbers that look right and cannot be anyone's."""
    digits = resident_id.removeprefix("R")
    return Numbers(my_number=invalid_my_number(digits), resident_code=fictitious_resident_code(digits))


def small_town(town_code: str = TOWN) -> EmbeddedCore:
    """H1: three of one family. H2: a protected head and her son. H3: one with an unknown birth day."""
    return EmbeddedCore.of(
        town_code,
        [
            (
                person(resident("R1", "H1", "架空　一郎", "カクウ　イチロウ", sex=Sex.MALE)),
                person(resident("R2", "H1", "架空　花子", "カクウ　ハナコ", relationship="妻")),
                person(
                    resident(
                        "R3", "H1", "架空　次郎", "カクウ　ジロウ", birth=RecordedDate(iso="2010-05-01")
                    ),
                    Flag.HON_TSUCHI,
                ),
            ),
            (
                person(resident("R4", "H2", "秘密　雪", "ヒミツ　ユキ", **_OF_YUKI), Flag.SHIEN),
                person(resident("R5", "H2", "秘密　空", "ヒミツ　ソラ", relationship="子", **_OF_YUKI)),
            ),
            (
                person(
                    resident(
                        "R6", "H3", "渡邊󠄎　梅", "ワタナベ　ウメ", birth=RecordedDate(text="昭和15年5月日不詳")
                    )
                ),
            ),
        ],
        numbers_of,
    )


@dataclass
class Desk:
    """A clerk at the counter of the small town."""

    store: LedgerStore
    core: EmbeddedCore
    clock: StandingClock
    act: Act

    def write(self, effect: Callable[[Connection], Answer]) -> Answer:
        with self.store.writing() as tx:
            return effect(tx)

    def as_staff(self, staff: Staff) -> Act:
        return Act(staff=staff, office=self.act.office, place=self.act.place)

    def open(self, case_id: str = "", visit_id: str = "") -> str:
        case_id, visit_id = case_id or str(uuid.uuid4()), visit_id or str(uuid.uuid4())
        self.write(lambda tx: open_case(tx, self.act, case_id, visit_id))
        return case_id

    def show(self, case_id: str, *resident_ids: str) -> str:
        """Let these be found in the case, each by his whole kana and birth."""
        for resident_id in resident_ids:
            found = self.core.person(resident_id)
            assert found is not None
            kana, birth = found.resident.name_kana, birth_digits(found.resident.birth)
            criteria = Criteria(name_kana=kana, birth_date=birth)
            self.write(lambda tx: find_residents(tx, self.act, case_id, criteria))  # noqa: B023 - runs now
        return case_id

    def model(self, case_id: str, asked: IssueRequest) -> RenderModel:
        """Compose what the counter would: from what the gateway showed in this case."""
        criteria = Criteria(birth_date="19800217", name_kana="カクウ")
        self.write(lambda tx: find_residents(tx, self.act, case_id, criteria))
        household = self.write(lambda tx: read_household(tx, self.act, case_id, "R1"))
        return compose(household, asked.selection, self.act.office.pack(), today(self.clock))

    def allot(self, case_id: str, asked: IssueRequest | None = None) -> Allotment:
        asked = asked or request(case_id)
        digest = self.model(case_id, asked).sha256()
        return self.write(lambda tx: allot(tx, self.act, asked, digest))


def request(case_id: str, *persons: str, **more: Any) -> IssueRequest:
    selection = Selection(
        scope=more.pop("scope", Scope.PART_OF_HOUSEHOLD),
        resident_ids=persons or ("R1", "R2"),
        items=more.pop("items", frozenset({Item.HEAD_AND_RELATIONSHIP})),
        copies=more.pop("copies", 1),
    )
    values: dict[str, Any] = {
        "requester": RequesterKind.SAME_HOUSEHOLD,
        "requester_id": "R1",
        "household_id": "H1",
        "identity": IdentityClaim(
            level=IdentityLevel.P1,
            method=IdentityMethod.CARD_CODE_B,
            spoken=frozenset({SpokenAttribute.NAME, SpokenAttribute.BIRTH_DATE}),
        ),
        "form": RequestForm(kind=FormKind.PRINTED, number="F-1", signature_seen=True),
        "purpose": "bank",
        **more,
    }
    return IssueRequest(case_id=case_id, selection=selection, **values)


def pack_of(_day: date) -> dict[str, Any]:
    return resources.pack_in_force(TOWN, date(2026, 11, 24))


def desk_at(folder: Path, staff: Staff = CLERK, core: EmbeddedCore | None = None) -> Desk:
    store = LedgerStore(sqlite_url(folder / "ledger.sqlite3"))
    upgrade(store)
    clock, core, keys = StandingClock(), core or small_town(), load_keys(folder)
    office = Office(
        training=False,
        core=core,
        clock=clock,
        keys=keys,
        signer=SheetSigner(keys.sheet_code),
        pack_of=pack_of,
        seal=lambda: Seal(png=b"seal", edge_mm=24.0),
    )
    return Desk(store=store, core=core, clock=clock, act=Act(staff=staff, office=office, place=PLACE))
