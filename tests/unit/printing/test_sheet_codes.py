"""The code on a sheet is believed only as signed by the town: the vectors shared with the gateway decide."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from printing.sheet_codes import SignedSheetCodes

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "resources" / "api" / "sheet-code-vectors.json").read_text(encoding="utf-8")
)
CODES = SignedSheetCodes([VECTORS["key"]])


@pytest.mark.parametrize("vector", VECTORS["valid"], ids=lambda vector: vector["claims"]["number"])
def test_a_signed_code_is_read_with_its_claims(vector: dict[str, Any]) -> None:
    claims = CODES.read(vector["payload"])

    told = asdict(claims) | {
        "number": claims.number,
        "issued_on": claims.issued_on.isoformat(),
        "model_hash": claims.model_hash.hex(),
        "job": claims.job.hex(),
    }
    assert told == vector["claims"]


@pytest.mark.parametrize("vector", VECTORS["invalid"], ids=lambda vector: vector["name"])
def test_anything_else_is_refused_as_invalid(vector: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        CODES.read(vector["payload"])

    assert refused.value.failure.code is FailureCode.CODE_INVALID


def test_every_single_changed_character_of_a_code_is_refused() -> None:
    text = VECTORS["valid"][0]["payload"]

    for index, character in enumerate(text):
        changed = text[:index] + ("0" if character != "0" else "1") + text[index + 1 :]
        with pytest.raises(Refused):
            CODES.read(changed)


def test_the_line_end_of_a_keyboard_wedge_reader_does_no_harm() -> None:
    text = VECTORS["valid"][0]["payload"]

    assert CODES.read(text + "\r\n") == CODES.read(text)


def test_without_a_key_nothing_is_valid() -> None:
    with pytest.raises(Refused):
        SignedSheetCodes([]).read(VECTORS["valid"][0]["payload"])
