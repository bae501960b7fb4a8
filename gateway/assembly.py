"""Builds a gateway from its options: the one place that knows all its parts."""

from __future__ import annotations

import hashlib
import socket
import threading
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

import uvicorn

import resources
from gateway.api.app import build_api
from gateway.api.calls import Service
from gateway.api.exercise import open_exercise
from gateway.clock import Clock, TokyoClock
from gateway.cores.embedded import EmbeddedCore
from gateway.cores.fictitious import fictitious_core
from gateway.counter.office import Office, Seal
from gateway.installation import Addresses, enter_demo_staff, write_installation
from gateway.issuer.app import Issuer, build_issuer, refuse_beside_production
from gateway.issuer.sign_ins import SignIns
from gateway.issuer.throttle import Throttle
from gateway.keys import Keys, load_keys
from gateway.private_files import create_private_folder
from gateway.serving import LOOPBACK, api_server, bind, issuer_server, port_of
from gateway.sheet_signer import SheetSigner
from gateway.staff_list import Argon2id, StaffList
from gateway.store.ledger_store import LedgerStore, sqlite_url
from gateway.store.upgrade import upgrade
from gateway.terminals import TerminalList
from gateway.tls import prepare_tls

SEAL_EDGE_MM = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a gateway is started. ``database_url`` empty: a SQLite file in ``data``. Port 0: a free one."""

    data: Path
    port: int = 0
    issuer_port: int = 0
    database_url: str = ""
    seed: int = 20261123
    residents: int = 11_000
    training: bool = False
    exercise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway:
    """A gateway that is ready to serve."""

    servers: list[tuple[uvicorn.Server, socket.socket]]
    addresses: Addresses
    authority: Path
    installation: Path
    store: LedgerStore
    ending: threading.Event


def read_seal(town_code: str) -> Seal:
    """Return the town's seal; FileNotFoundError if it has none, which stops every release."""
    return Seal(png=resources.read_bytes(f"seal/{town_code}.png"), edge_mm=SEAL_EDGE_MM)


def build_id() -> str:
    """Name this build of the gateway by the digest of its own source."""
    digest = hashlib.sha256()
    for name in ("api/routes.py", "api/approval_routes.py", "api/wire.py", "store/tables.py"):
        digest.update(files("gateway").joinpath(name).read_bytes())
    return digest.hexdigest()[:12]


def _office(keys: Keys, core: EmbeddedCore, clock: Clock, *, training: bool) -> Office:
    return Office(
        training=training,
        core=core,
        clock=clock,
        keys=keys,
        signer=SheetSigner(keys.sheet_code),
        pack_of=partial(resources.pack_in_force, core.town_code),
        seal=partial(read_seal, core.town_code),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """Who and what belongs to the town."""

    staff: StaffList
    terminals: TerminalList


def _issuer(url: str, office: Office, lists: _Lists) -> Issuer:
    return Issuer(
        url=url,
        town_code=office.town_code,
        staff=lists.staff,
        terminals=lists.terminals,
        clock=office.clock,
        key=office.keys.access_token,
        sign_ins=SignIns(office.clock),
        throttle=Throttle(office.clock),
    )


def _service(office: Office, store: LedgerStore, lists: _Lists, issuer_url: str) -> Service:
    return Service(
        offices={office.town_code: office},
        store=store,
        staff=lists.staff,
        terminals=lists.terminals,
        clock=office.clock,
        token_key=office.keys.access_token,
        issuer=issuer_url,
        build=build_id(),
    )


def assemble(options: Options) -> Gateway:
    """Build the gateway: data directory, keys, ledger, town, staff, both servers bound.

    Raises IssuerRefused for a database other than SQLite, OSError for a port in use.
    """
    clock = TokyoClock()
    url = options.database_url or sqlite_url(options.data / "ledger.sqlite3")
    refuse_beside_production(url)
    create_private_folder(options.data)
    store = LedgerStore(url)
    upgrade(store)
    api_socket, issuer_socket = bind(options.port), bind(options.issuer_port)
    addresses = Addresses(
        api=f"https://{LOOPBACK}:{port_of(api_socket)}", issuer=f"http://{LOOPBACK}:{port_of(issuer_socket)}"
    )
    keys, tls = load_keys(options.data), prepare_tls(options.data)
    core = fictitious_core(options.data, options.seed, options.residents)
    lists = _Lists(staff=StaffList(store, Argon2id()), terminals=TerminalList(store))
    exercise_key = enter_demo_staff(options.data, lists.staff, core.town_code)
    office = _office(keys, core, clock, training=options.training)
    service = _service(office, store, lists, addresses.issuer)
    api = build_api(service)
    if options.exercise:
        open_exercise(api, core, exercise_key)
    issuer = build_issuer(_issuer(addresses.issuer, office, lists))
    place = lists.terminals.first(core.town_code)
    installation = write_installation(options.data, addresses, tls.authority, office, place)
    return Gateway(
        servers=[(api_server(api, tls), api_socket), (issuer_server(issuer), issuer_socket)],
        addresses=addresses,
        authority=tls.authority,
        installation=installation,
        store=store,
        ending=service.ending,
    )
