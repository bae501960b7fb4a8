"""``main.py card`` against the real reader service, driver and virtual card."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

import pytest

from player.parts.card_lab import CardLab
from tests.e2e.command_runs import run
from tests.integration.devices.rigs import HANAKO

pytestmark = pytest.mark.timeout(180)


def _card(
    environment: Mapping[str, str], *arguments: str, credential: Mapping[str, str] | None = None
) -> tuple[int, dict[str, Any]]:
    """Read the card; the credential goes through a pipe and appears in no argument."""
    reading, writing = os.pipe()
    os.write(writing, json.dumps(credential or {}).encode())
    os.close(writing)
    told = () if credential is None else ("--credential-fd", str(reading))
    try:
        done = run("card", "--json", *arguments, *told, environment=environment, descriptors=(reading,))
    finally:
        os.close(reading)
    assert done.stdout, done.stderr
    assert done.stderr == ""
    for secret in (credential or {}).values():
        assert secret not in done.stdout
        assert secret not in json.dumps(done.args)
    found: dict[str, Any] = json.loads(done.stdout)
    return done.returncode, found


def test_the_attributes_of_a_card_are_read_by_its_printed_code(pc: dict[str, str], lab: CardLab) -> None:
    code, told = _card(
        pc,
        *("--reader", lab.reader, "--read", "attributes", "--read", "face"),
        credential={"code_b": HANAKO.code_b},
    )

    assert code == 0
    assert set(told) == {
        *("kind", "token_label", "attributes", "face", "tries", "apdu_count", "elapsed_ms"),
    }
    assert told["attributes"] == {
        "name": HANAKO.name,
        "address": HANAKO.address,
        "birth_date": HANAKO.birth_date,
        "sex": HANAKO.sex,
    }
    assert told["face"]["present"] is True
    assert told["tries"]["code_b"] == 10
    assert told["apdu_count"] > 5
    assert told["elapsed_ms"] > 0


def test_the_reader_with_the_card_is_found_without_its_name(pc: dict[str, str]) -> None:
    code, told = _card(pc)

    assert code == 0
    assert told["kind"]
    assert "attributes" not in told


def test_every_counter_is_told_when_asked_for(pc: dict[str, str]) -> None:
    code, told = _card(pc, "--read", "certificate", "--read", "counters")

    assert code == 0
    assert told["tries"] == {"auth_pin": 3, "text_pin": 3, "code_b": 10}
    assert _card(pc, "--read", "certificate")[1]["tries"] == {}


def test_the_certificate_is_read_by_its_pin(pc: dict[str, str]) -> None:
    code, told = _card(pc, "--read", "certificate", credential={"auth_pin": HANAKO.auth_pin})

    assert code == 0
    assert len(told["certificate"]["sha256"]) == 64
    assert told["certificate"]["not_after"].startswith("2035")


def test_a_wrong_code_costs_one_try_and_says_how_many_are_left(pc: dict[str, str]) -> None:
    wrong = HANAKO.code_b[:-1] + str((int(HANAKO.code_b[-1]) + 1) % 10)

    code, told = _card(pc, "--read", "attributes", credential={"code_b": wrong})

    assert code == 1
    assert told == {"failure": {"code": "CARD_CODE_WRONG", "tries_left": "9"}}


def test_the_last_try_is_not_taken_by_a_command(pc: dict[str, str], lab: CardLab) -> None:
    lab.command("tries text_pin 1")

    code, told = _card(pc, "--read", "attributes", credential={"text_pin": HANAKO.text_pin})

    assert code == 1
    assert told["failure"]["code"] == "CARD_LAST_TRY"
    assert json.loads(lab.command("counters"))["text.text_pin"] == 1


@pytest.mark.parametrize("content", [{"code_c": "12345678901234"}, {"code_b": "123"}, {}])
def test_what_is_no_credential_is_refused_before_the_card_sees_it(
    pc: dict[str, str], lab: CardLab, content: dict[str, str]
) -> None:
    code, told = _card(pc, "--read", "attributes", credential=content)

    assert code == 1
    assert told["failure"]["code"] == "CARD_CREDENTIAL_FORMAT"
    assert json.loads(lab.command("counters"))["text.code_b"] == 10


def test_an_empty_reader_is_named_as_such(pc: dict[str, str], lab: CardLab) -> None:
    lab.remove()
    # the reader notices within 0.4 s; a card that was connected to until then is pulled out of the reading
    first = _card(pc, "--reader", lab.reader)[1]["failure"]["code"]

    assert first in ("CARD_ABSENT", "CARD_PULLED")
    assert _card(pc, "--reader", lab.reader)[1]["failure"]["code"] == "CARD_ABSENT"
    assert _card(pc)[1]["failure"]["code"] == "CARD_ABSENT"


def test_a_reader_that_is_not_there_is_named_as_such(pc: dict[str, str]) -> None:
    code, told = _card(pc, "--reader", "no such reader")

    assert code == 1
    assert told["failure"]["code"] == "READER_ABSENT"


def test_a_card_cannot_be_read_without_the_service(alone: dict[str, str]) -> None:
    code, told = _card(alone)

    assert code == 1
    assert told["failure"]["code"] == "READER_SERVICE_DOWN"


def test_a_credential_on_the_command_line_is_no_option(alone: dict[str, str]) -> None:
    done = run("card", "--json", "--code-b", "1", environment=alone)

    assert done.returncode == 2
    assert done.stdout == ""
