"""The 個人番号 stays out of reach, and no secret leaves the room."""

from __future__ import annotations

import logging
import traceback
from itertools import chain, combinations

import pytest

from counter_app.application.card_port import CardPart, Credential
from counter_app.application.port_errors import PortError
from counter_app.domain.identity import CredentialKind
from devices.card_table import Application, CardFile, first_generation
from devices.credentials import locks_for, sendable
from devices.simulated import TRAINING_READER, SimulatedCardReaders
from devices.simulated.issuing import NOT_A_NUMBER, SURFACE_AID, TEXT_AID
from tests.unit.devices.personas import JIRO, SECRETS

FORBIDDEN = {("text", 0x01), ("text", 0x14), ("surface", 0x05), ("surface", 0x13), ("text", 0x03)}
TYPED = {
    CredentialKind.CODE_B: JIRO.code_b,
    CredentialKind.TEXT_PIN: JIRO.text_pin,
    CredentialKind.AUTH_PIN: JIRO.auth_pin,
}
ALL_PARTS = [
    frozenset(parts)
    for parts in chain.from_iterable(combinations(CardPart, size) for size in range(len(CardPart) + 1))
]


@pytest.fixture(scope="module")
def readers() -> SimulatedCardReaders:
    return SimulatedCardReaders()


def test_the_address_table_names_neither_the_number_nor_its_code() -> None:
    table = first_generation()
    addressed = {(application.value, ef) for application, ef in table.files.values()}
    addressed |= {(lock.application.value, lock.reference) for lock in table.locks}

    assert table.aids[Application.TEXT] == TEXT_AID
    assert table.aids[Application.SURFACE] == SURFACE_AID
    assert not addressed & FORBIDDEN
    assert set(table.files) == set(CardFile)


def test_no_reading_of_whatever_parts_with_whatever_credential_touches_the_number(
    readers: SimulatedCardReaders,
) -> None:
    card = readers.card_of(JIRO)
    card.trace.clear()
    done = 0
    for parts in ALL_PARTS:
        for kind in (None, *CredentialKind):
            readers.insert(JIRO)
            try:
                readers.read(TRAINING_READER, parts, Credential(kind, TYPED[kind]) if kind else None)
                done += 1
            except PortError as error:
                assert error.failure.code.value == "CARD_CREDENTIAL_FORMAT"  # noqa: PT017 - some do not fit

    reached = {(entry.application, entry.ef) for entry in card.trace}
    assert done >= 28
    assert ("text", 0x02) in reached
    assert ("surface", 0x02) in reached
    assert not reached & FORBIDDEN
    assert {entry.ins for entry in card.trace} == {0xA4, 0x20, 0xB0, 0x2A}


def test_the_virtual_number_is_nobodys() -> None:
    weights = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    digits = [byte - 0x30 for byte in NOT_A_NUMBER]
    rest = sum(weight * digit for weight, digit in zip(weights, digits[:11], strict=True)) % 11

    assert digits[11] != (0 if rest <= 1 else 11 - rest)


@pytest.mark.parametrize("kind", list(CredentialKind))
def test_no_secret_and_nothing_of_the_holder_reaches_a_log_a_repr_or_an_exception(
    readers: SimulatedCardReaders, kind: CredentialKind, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    readers.insert(JIRO)
    parts = frozenset({CardPart.CERTIFICATE if kind is CredentialKind.AUTH_PIN else CardPart.ATTRIBUTES})
    readers.read(TRAINING_READER, parts, Credential(kind, TYPED[kind]))
    said = [repr(readers.card_of(JIRO).trace), repr(readers.card_of(JIRO).applications), repr(JIRO)]
    for commands in (3, 5, 6):
        readers.insert(JIRO)
        readers.fail_after(commands)
        with pytest.raises(PortError) as caught:
            readers.read(TRAINING_READER, parts, Credential(kind, TYPED[kind]))
        said.append("".join(traceback.format_exception(caught.value)))
        said.append(repr(caught.value.failure))

    said.append(caplog.text)
    text = "\n".join(said)
    for secret in SECRETS:
        assert secret not in text
        assert secret.encode().hex() not in text.lower()
    assert JIRO.address not in "\n".join(said[3:])


def test_digits_and_credential_are_wiped_when_the_block_ends_badly() -> None:
    credential = Credential(CredentialKind.TEXT_PIN, "1357")
    locks = locks_for(first_generation(), frozenset({CardPart.ATTRIBUTES}), credential)
    block = sendable(credential, locks)

    digits = block.__enter__()
    assert digits == b"1357"
    block.__exit__(RuntimeError, RuntimeError(), None)

    assert digits == b""
    assert credential.reveal() == b""
