"""``render``, ``verify``, ``play`` and wrong calls, as processes of their own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from player.parts.gateway_process import GatewayProcess
from printing.glyphs import find_font
from printing.model_json import write_model
from printing.pages import CertificatePages
from tests.e2e.command_runs import PROJECT, japanese, run
from tests.integration.printing import samples

VECTORS: dict[str, Any] = json.loads(
    (PROJECT / "resources/api/sheet-code-vectors.json").read_text(encoding="utf-8")
)

pytestmark = pytest.mark.timeout(180)


# render


def test_a_certificate_is_rendered_offline(alone: dict[str, str], tmp_path: Path) -> None:
    job = samples.job(samples.model(samples.FAMILY))
    (tmp_path / "model.json").write_text(write_model(job), encoding="utf-8")

    done = run("render", str(tmp_path / "model.json"), "-o", str(tmp_path / "out.pdf"), environment=alone)

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    rendered = CertificatePages(find_font()).render(job)
    assert (told["sha256"], told["pages"]) == (rendered.sha256, rendered.page_count)
    assert (tmp_path / "out.pdf").read_bytes() == rendered.pdf
    assert not Path(alone["MADOGUCHI_HOME"]).exists()


def test_the_schema_of_a_model_accepts_the_model(alone: dict[str, str]) -> None:
    done = run("render", "--schema", environment=alone)

    assert done.returncode == 0
    jsonschema.validate(json.loads(write_model(samples.job(samples.model()))), json.loads(done.stdout))


def test_a_wrong_model_is_refused_with_its_place(alone: dict[str, str], tmp_path: Path) -> None:
    document = json.loads(write_model(samples.job(samples.model())))
    document["model"]["persons"][1]["colour"] = "red"
    (tmp_path / "model.json").write_text(json.dumps(document), encoding="utf-8")

    done = run("render", str(tmp_path / "model.json"), "-o", str(tmp_path / "out.pdf"), environment=alone)

    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "failure": {"code": "RENDER_MODEL_INVALID", "location": "model.persons[1].colour"}
    }
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("arguments", [("render",), ("render", "model.json"), ("card",), ("play", "x.toml")])
def test_a_command_that_lacks_an_argument_is_a_wrong_call(
    alone: dict[str, str], arguments: tuple[str, ...]
) -> None:
    assert run(*arguments, environment=alone).returncode == 2


def test_a_page_that_cannot_be_written_is_a_wrong_call(alone: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text(write_model(samples.job(samples.model())), encoding="utf-8")

    done = run(
        "render", str(tmp_path / "model.json"), "-o", str(tmp_path / "none/out.pdf"), environment=alone
    )

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


# verify


@pytest.fixture
def verifier(alone: dict[str, str], town: GatewayProcess) -> dict[str, str]:
    """A PC whose installation file holds the key of the published vectors."""
    folder = Path(alone["MADOGUCHI_HOME"]) / "counter"
    folder.mkdir(parents=True)
    installation = json.loads(town.info.installation_path.read_text(encoding="utf-8"))
    installation["keys"]["sheet_code"] |= {
        name: VECTORS["key"][name] for name in ("kid", "x", "y", "crv", "kty")
    }
    (folder / "installation.json").write_text(json.dumps(installation), encoding="utf-8")
    return alone


def _coded(code: str) -> bytes:
    job = samples.job(samples.model(samples.FAMILY[:4]))
    stamps = tuple(replace(stamp, code=code) for stamp in job.stamps)
    return CertificatePages(find_font()).render(replace(job, stamps=stamps)).pdf


def test_a_sheet_signed_by_the_town_is_verified(verifier: dict[str, str], tmp_path: Path) -> None:
    valid = VECTORS["valid"][0]
    (tmp_path / "sheet.pdf").write_bytes(_coded(valid["payload"]))

    for sheet in (valid["payload"], str(tmp_path / "sheet.pdf")):
        done = run("verify", sheet, environment=verifier)
        assert done.returncode == 0, done.stdout
        told = json.loads(done.stdout)
        assert told["valid"] is True
        assert told["sheets"][0]["number"] == valid["claims"]["number"]


def test_a_forged_sheet_is_not(verifier: dict[str, str], tmp_path: Path) -> None:
    forged = VECTORS["invalid"][0]["payload"]
    (tmp_path / "sheet.pdf").write_bytes(_coded(forged))

    for sheet in (forged, str(tmp_path / "sheet.pdf")):
        done = run("verify", sheet, environment=verifier)
        assert done.returncode == 1
        assert json.loads(done.stdout)["sheets"] == [{"valid": False, "failure": {"code": "CODE_INVALID"}}]


def test_a_sheet_of_another_town_is_not_verified_by_this_one(
    alone: dict[str, str], town: GatewayProcess
) -> None:
    done = run(
        *("--installation", str(town.info.installation_path), "verify", VECTORS["valid"][0]["payload"]),
        environment=alone,
    )

    assert done.returncode == 1
    assert json.loads(done.stdout)["valid"] is False


def test_verifying_needs_to_know_whose_keys(alone: dict[str, str]) -> None:
    done = run("verify", VECTORS["valid"][0]["payload"], environment=alone)

    assert done.returncode == 1
    assert json.loads(done.stdout)["failure"]["code"] == "SETTINGS_INVALID"


# play, and the counter's own start


def test_a_scenario_that_is_not_there_is_not_played(alone: dict[str, str], tmp_path: Path) -> None:
    done = run("play", str(tmp_path / "none.toml"), "--out", str(tmp_path / "out"), environment=alone)

    assert done.returncode == 2
    assert "none.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_name_that_is_no_profile_is_a_wrong_call(alone: dict[str, str]) -> None:
    done = run("--profile", "../elsewhere", environment=alone)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_without_its_fonts_the_counter_says_which_and_does_not_start(
    alone: dict[str, str], tmp_path: Path
) -> None:
    nothing = tmp_path / "fonts.conf"
    nothing.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{tmp_path}/none</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>",
        encoding="utf-8",
    )

    done = run(environment=alone | {"FONTCONFIG_FILE": str(nothing)})

    assert done.returncode == 2
    assert "「BIZ UDPGothic」" in done.stderr
    assert japanese(done.stderr)
    assert "Traceback" not in done.stderr
