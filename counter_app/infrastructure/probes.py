"""What ``main.py check`` asks of every part of this PC. Each blocks, none raises a port error."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from counter_app.application.card_port import CardReaders
from counter_app.application.paper_ports import DeviceState, PrintQueue
from counter_app.application.port_errors import PortError
from counter_app.application.store_port import SecretStore
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.system import GatewayClock

MOST_DRIFT_S = 300.0
_TRIAL = "self-check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """The answer of one check; ``code`` says what is wrong, if anything; ``facts`` where."""

    name: str
    ok: bool
    code: FailureCode | None
    facts: Mapping[str, str] = field(default_factory=dict)


def _probe(name: str, trial: Callable[[], FailureCode | None]) -> Probe:
    try:
        code = trial()
    except PortError as error:
        return Probe(name=name, ok=False, code=error.failure.code, facts=error.failure.facts)
    return Probe(name=name, ok=code is None, code=code)


def probe_gateway(health: Callable[[], str]) -> Probe:
    """Ask the gateway for its time (``GatewayConnection.health``)."""

    def trial() -> FailureCode | None:
        health()
        return None

    return _probe("gateway", trial)


def probe_keyring(open_keyring: Callable[[], SecretStore]) -> Probe:
    """Keep a random word, read it back and forget it."""

    def trial() -> FailureCode | None:
        keyring = open_keyring()
        word = secrets.token_hex(8)
        keyring.set(_TRIAL, word)
        kept = keyring.get(_TRIAL) == word
        keyring.delete(_TRIAL)
        return None if kept else FailureCode.KEYRING_ABSENT

    return _probe("keyring", trial)


def probe_store(open_and_close: Callable[[], None]) -> Probe:
    """Open the store and close it again; STORE_LOCKED where the program itself is running."""

    def trial() -> FailureCode | None:
        open_and_close()
        return None

    return _probe("store", trial)


def probe_clock(drift_seconds: Callable[[], float | None]) -> Probe:
    """Compare this PC's time with the gateway's (``GatewayClock.drift_seconds``); unknown is not wrong."""

    def trial() -> FailureCode | None:
        drift = drift_seconds()
        return FailureCode.CLOCK_WRONG if drift is not None and abs(drift) > MOST_DRIFT_S else None

    return _probe("clock", trial)


def told(found: Sequence[Probe]) -> list[tuple[str, str, Mapping[str, str]]]:
    """Each probe's name, its failure code (empty where it is well) and the facts of the failure."""
    return [(probe.name, "" if probe.code is None else probe.code.value, probe.facts) for probe in found]


def probe_reader_service(names: Callable[[], tuple[str, ...]]) -> Probe:
    """Ask the reader service anything (``CardReaders.names``); that it knows no reader is no fault of it."""

    def trial() -> FailureCode | None:
        names()
        return None

    return _probe("reader_service", trial)


def probe_readers(names: Callable[[], tuple[str, ...]]) -> Probe:
    """Ask the reader service for its readers (``CardReaders.names``)."""
    return _probe("readers", lambda: None if names() else FailureCode.READER_ABSENT)


_PRINTER = {
    DeviceState.JAMMED: FailureCode.PRINTER_JAMMED,
    DeviceState.EMPTY: FailureCode.PRINTER_EMPTY,
    DeviceState.DOOR_OPEN: FailureCode.PRINTER_DOOR_OPEN,
    DeviceState.STOPPED: FailureCode.PRINTER_STOPPED,
    DeviceState.UNREACHABLE: FailureCode.PRINTER_UNREACHABLE,
}


def probe_printer(device_state: Callable[[], DeviceState]) -> Probe:
    """Ask the printer how it is (``PrintQueue.device_state``)."""
    return _probe("printer", lambda: _PRINTER.get(device_state()))


def probe_fonts(open_fonts: Callable[[], object]) -> Probe:
    """Find the font that certificates print with (``open_printing``)."""

    def trial() -> FailureCode | None:
        open_fonts()
        return None

    return _probe("fonts", trial)


class PcParts(Protocol):
    """The parts of this PC, each opened when it is asked for; all may raise a port error."""

    clock: GatewayClock

    def readers(self) -> CardReaders:
        """The card readers."""
        ...

    def queue(self) -> PrintQueue:
        """The certificate printer."""
        ...

    def health(self) -> str:
        """Ask the gateway for its time; sets the clock by it."""
        ...

    def keyring(self) -> SecretStore:
        """Where the secrets of this profile are kept."""
        ...

    def try_store(self) -> None:
        """Open the store and close it again."""
        ...

    def open_fonts(self) -> object:
        """Find the font that certificates print with."""
        ...


def probe_all(pc: PcParts) -> list[Probe]:
    """Ask every part of this PC, one after the other; the gateway before the clock that it sets."""
    return [
        probe_reader_service(lambda: pc.readers().names()),
        probe_readers(lambda: pc.readers().names()),
        probe_printer(lambda: pc.queue().device_state()),
        probe_gateway(pc.health),
        probe_keyring(pc.keyring),
        probe_store(pc.try_store),
        probe_fonts(pc.open_fonts),
        probe_clock(pc.clock.drift_seconds),
    ]
