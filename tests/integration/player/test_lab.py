"""The parts around a counter, started together: what a person at the terminal may ask of them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.infrastructure.settings import read_settings
from player.lab import Lab
from player.showing import obey
from player.sign_in import SignInFailed


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with contextlib.ExitStack() as ending:
        yield Lab(["yoshida"], tmp_path_factory.mktemp("lab"), ending)


def test_the_profile_as_furnished_is_one_the_counter_accepts(lab: Lab) -> None:
    arguments = lab.furnish("counter-1")

    installation_file = Path(arguments[arguments.index("--installation") + 1])
    installation, machine = read_settings(installation_file, installation_file.with_name("machine.toml"))

    assert installation.gateway_url == lab.gateway.info.api_url
    assert machine.printer is not None
    assert machine.printer.uri == lab.printer.uri
    assert machine.reader.name == lab.cards.reader


def test_a_card_is_put_and_taken_by_name(lab: Lab) -> None:
    assert obey(lab, ["card", "yoshida"]) == "はい"
    assert obey(lab, ["card", "away"]) == "はい"
    assert obey(lab, ["card", "nobody"]).startswith("card NAME")


def test_the_printer_is_jammed_and_made_well(lab: Lab) -> None:
    assert obey(lab, ["printer", "jam"]) == "はい"
    assert obey(lab, ["printer", "ok"]) == "はい"
    assert obey(lab, ["printer", "burn"]).startswith("card NAME")


def test_an_empty_line_asks_for_nothing(lab: Lab) -> None:
    assert obey(lab, []) == ""


def test_only_staff_have_a_password(lab: Lab) -> None:
    assert lab.password_of("yamada")
    with pytest.raises(SignInFailed, match="nobody"):
        lab.password_of("nobody")


def test_nothing_was_printed_yet(lab: Lab) -> None:
    assert lab.certificates() == []
