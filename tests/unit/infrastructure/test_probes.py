from __future__ import annotations

from datetime import UTC, datetime

from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.probes import (
    probe_all,
    probe_clock,
    probe_gateway,
    probe_keyring,
    probe_store,
)
from counter_app.infrastructure.system import GatewayClock
from tests.fakes.queue import FakeQueue
from tests.fakes.readers import FakeReaders
from tests.fakes.secrets import FakeSecrets


def _gone() -> str:
    raise Unavailable(FailureCode.GATEWAY_UNREACHABLE)


def _locked() -> None:
    raise Unavailable(FailureCode.STORE_LOCKED)


def test_parts_in_order_are_ok() -> None:
    keyring = FakeSecrets()
    probes = (
        probe_gateway(lambda: "2026-11-24T09:00:00+09:00"),
        probe_keyring(lambda: keyring),
        probe_store(lambda: None),
        probe_clock(lambda: 2.0),
    )

    assert [(probe.name, probe.ok, probe.code) for probe in probes] == [
        ("gateway", True, None),
        ("keyring", True, None),
        ("store", True, None),
        ("clock", True, None),
    ]
    assert keyring.kept == {}


def test_a_part_that_is_wrong_says_its_code() -> None:
    assert probe_gateway(_gone).code is FailureCode.GATEWAY_UNREACHABLE
    assert probe_store(_locked).code is FailureCode.STORE_LOCKED
    assert probe_keyring(lambda: FakeSecrets(absent=True)).code is FailureCode.KEYRING_ABSENT
    assert probe_keyring(lambda: FakeSecrets(forgetful=True)).code is FailureCode.KEYRING_ABSENT
    assert probe_clock(lambda: -301.0).code is FailureCode.CLOCK_WRONG


def test_a_clock_that_was_never_compared_is_not_wrong() -> None:
    assert probe_clock(lambda: None).ok


class _Pc:
    """A PC with every part in order but its own clock, which is a day slow."""

    def __init__(self) -> None:
        self.clock = GatewayClock()
        self.clock.move_own_time(-86_400)

    def readers(self) -> FakeReaders:
        return FakeReaders()

    def queue(self) -> FakeQueue:
        return FakeQueue()

    def health(self) -> str:
        told = datetime.now(UTC).isoformat()
        self.clock.set_gateway_time(told)
        return told

    def keyring(self) -> FakeSecrets:
        return FakeSecrets()

    def try_store(self) -> None:
        """It opens."""

    def open_fonts(self) -> None:
        raise Refused(FailureCode.FONT_ABSENT)


def test_every_part_is_asked_and_the_gateway_before_the_clock() -> None:
    wrong = {probe.name: probe.code for probe in probe_all(_Pc())}

    assert wrong == {
        "reader_service": None,
        "readers": None,
        "printer": None,
        "gateway": None,
        "keyring": None,
        "store": None,
        "fonts": FailureCode.FONT_ABSENT,
        "clock": FailureCode.CLOCK_WRONG,
    }
