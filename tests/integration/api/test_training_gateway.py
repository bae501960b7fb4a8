"""The gateway that a training owns: it comes up by itself, and what comes next is done while it starts."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.training_gateway import PERSONAS, TrainingGateway

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture
def training(tmp_path: Path) -> Iterator[TrainingGateway]:
    gateway = TrainingGateway(tmp_path / "gateway", PROJECT)
    yield gateway
    gateway.end()
    gateway.wait_ended()


def test_a_training_gateway_serves_and_knows_its_clerk_and_its_cards(training: TrainingGateway) -> None:
    installation = json.loads(training.installation().read_text(encoding="utf-8"))
    cards = training.cards()

    assert installation["gateway_url"].startswith("https://127.0.0.1:")
    assert all(training.account())
    assert tuple(cards) == PERSONAS
    assert all(card["expiry_year"] >= 2026 for card in cards.values())
    assert training.cards() is cards


def test_the_cards_are_there_without_waiting_for_the_gateway(training: TrainingGateway) -> None:
    assert tuple(training.cards()) == PERSONAS


def test_a_gateway_that_does_not_start_is_said_and_leaves_no_process(tmp_path: Path) -> None:
    """There is no program in this folder."""
    gateway = TrainingGateway(tmp_path / "gateway", tmp_path)

    with pytest.raises(Unavailable) as caught:
        gateway.installation()

    assert caught.value.failure.code is FailureCode.GATEWAY_FAULT
    gateway.wait_ended()
    with pytest.raises(subprocess.CalledProcessError):
        gateway.cards()
