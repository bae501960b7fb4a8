"""The commands of issue 2 as processes of their own, against the real parts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from player.parts.card_lab import CardLab
from player.parts.gateway_process import GatewayProcess
from player.parts.ipp_printer import IppPrinter
from player.parts.keyring_session import KeyringSession
from printing.glyphs import find_font
from printing.model_json import write_model
from printing.pages import CertificatePages
from tests.integration.devices.rigs import HANAKO
from tests.integration.printing import samples

PROJECT = Path(__file__).resolve().parents[2]
VECTORS: dict[str, Any] = json.loads(
    (PROJECT / "resources/api/sheet-code-vectors.json").read_text(encoding="utf-8")
)
PROBES = ["reader_service", "readers", "printer", "gateway", "keyring", "store", "fonts", "clock"]
SECONDS = 60

pytestmark = pytest.mark.timeout(180)


def _run(
    *arguments: str, environment: Mapping[str, str], descriptors: tuple[int, ...] = ()
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=PROJECT,
        env=dict(environment),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        pass_fds=descriptors,
    )


@pytest.fixture
def alone(tmp_path: Path) -> dict[str, str]:
    """A PC with nothing on it: no reader service, no session bus, an empty home."""
    kept = {name: value for name, value in os.environ.items() if "DBUS" not in name}
    return kept | {
        "MADOGUCHI_HOME": str(tmp_path / "pcs"),
        "PCSCLITE_CSOCK_NAME": str(tmp_path / "no-service"),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path / 'no-bus'}",
    }


# card


@pytest.fixture(scope="module")
def lab() -> Iterator[CardLab]:
    directory = Path(tempfile.mkdtemp(prefix="lab-"))
    (directory / "hanako.json").write_text(HANAKO.to_json(), encoding="utf-8")
    lab = CardLab(directory, directory / "hanako.json")
    try:
        lab.start()
        yield lab
    finally:
        lab.stop()
        shutil.rmtree(directory)


@pytest.fixture
def pc(lab: CardLab, alone: dict[str, str]) -> dict[str, str]:
    """A PC with a reader and Hanako's fresh card on it."""
    if "powered" not in lab.command("status"):
        lab.insert()
    for name, left in (("code_b", 10), ("text_pin", 3), ("auth_pin", 3)):
        lab.command(f"tries {name} {left}")
    return {**alone, **lab.environment}


def _card(
    environment: Mapping[str, str], *arguments: str, credential: Mapping[str, str] | None = None
) -> tuple[int, dict[str, Any]]:
    """Read the card; the credential goes through a pipe and appears in no argument."""
    reading, writing = os.pipe()
    os.write(writing, json.dumps(credential or {}).encode())
    os.close(writing)
    told = () if credential is None else ("--credential-fd", str(reading))
    try:
        done = _run("card", "--json", *arguments, *told, environment=environment, descriptors=(reading,))
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
    done = _run("card", "--json", "--code-b", "1", environment=alone)

    assert done.returncode == 2
    assert done.stdout == ""


# check


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GatewayProcess]:
    with GatewayProcess(tmp_path_factory.mktemp("gateway"), exercise=True) as gateway:
        yield gateway


@pytest.fixture(scope="module")
def printer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IppPrinter]:
    printer = IppPrinter(tmp_path_factory.mktemp("printer"))
    yield printer
    printer.stop()


@pytest.fixture(scope="module")
def keyring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeyringSession]:
    session = KeyringSession(tmp_path_factory.mktemp("keyring"))
    yield session
    session.stop()


@pytest.fixture
def counter_pc(
    pc: dict[str, str], town: GatewayProcess, printer: IppPrinter, keyring: KeyringSession
) -> dict[str, str]:
    """A PC as IT leaves it: both files of its profile, and every part within reach."""
    folder = Path(pc["MADOGUCHI_HOME"]) / "counter"
    folder.mkdir(parents=True)
    shutil.copyfile(town.info.installation_path, folder / "installation.json")
    (folder / "machine.toml").write_text(f'[printer]\nuri = "{printer.uri}"\n', encoding="utf-8")
    return {**pc, **keyring.environment}


def _check(environment: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
    done = _run("check", "--json", environment=environment)
    assert done.stderr == ""
    told: dict[str, Any] = json.loads(done.stdout)
    assert list(told) == PROBES
    return done.returncode, told


def _wrong(told: Mapping[str, Any]) -> dict[str, str]:
    return {name: probe["code"] for name, probe in told.items() if not probe["ok"]}


def _japanese(text: str) -> bool:
    return any("぀" <= character <= "鿿" for character in text)


def test_a_pc_in_order_is_ready(counter_pc: dict[str, str]) -> None:
    code, told = _check(counter_pc)

    assert _wrong(told) == {}
    assert code == 0
    store = Path(counter_pc["MADOGUCHI_HOME"]) / "counter" / "counter.db"
    assert not store.read_bytes().startswith(b"SQLite format 3")


def test_each_part_that_is_missing_says_what_to_do(counter_pc: dict[str, str]) -> None:
    missing = counter_pc | {
        "PCSCLITE_CSOCK_NAME": "/nonexistent/pcscd.comm",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus",
    }

    code, told = _check(missing)

    assert code == 1
    assert _wrong(told) == {
        "reader_service": "READER_SERVICE_DOWN",
        "readers": "READER_SERVICE_DOWN",
        "keyring": "KEYRING_ABSENT",
        "store": "KEYRING_ABSENT",
    }
    for name in _wrong(told):
        for said in ("what", "cause", "do"):
            assert _japanese(told[name][said]), (name, said)
    assert not (Path(missing["MADOGUCHI_HOME"]) / "counter" / "counter.db").exists()


def test_a_gateway_and_a_printer_that_are_off_are_told_apart(
    counter_pc: dict[str, str], town: GatewayProcess, printer: IppPrinter
) -> None:
    town.stop()
    printer.unplug()
    try:
        code, told = _check(counter_pc)
    finally:
        town.start()
        printer.plug_in()

    assert code == 1
    assert _wrong(told) == {"gateway": "GATEWAY_UNREACHABLE", "printer": "PRINTER_UNREACHABLE"}


def test_a_pc_without_its_installation_file_says_which_file(counter_pc: dict[str, str]) -> None:
    (Path(counter_pc["MADOGUCHI_HOME"]) / "counter" / "installation.json").unlink()

    code, told = _check(counter_pc)

    assert code == 1
    assert _wrong(told) == {"gateway": "SETTINGS_INVALID"}
    assert told["gateway"]["facts"]["file"] == "installation.json"


def test_a_printer_that_was_never_set_up_is_a_matter_of_settings(counter_pc: dict[str, str]) -> None:
    (Path(counter_pc["MADOGUCHI_HOME"]) / "counter" / "machine.toml").unlink()

    told = _check(counter_pc)[1]

    assert _wrong(told) == {"printer": "SETTINGS_INVALID"}
    assert told["printer"]["facts"] == {"file": "machine.toml", "keys": "printer.uri"}


def test_a_font_that_is_not_where_it_should_be_is_found(counter_pc: dict[str, str]) -> None:
    machine = Path(counter_pc["MADOGUCHI_HOME"]) / "counter" / "machine.toml"
    with machine.open("a", encoding="utf-8") as file:
        file.write('\n[fonts]\nnames = "/nonexistent/font.ttf"\n')

    assert _wrong(_check(counter_pc)[1]) == {"fonts": "FONT_ABSENT"}


def test_for_a_person_the_check_is_one_paragraph_a_part(alone: dict[str, str]) -> None:
    done = _run("check", environment=alone)

    assert done.returncode == 1
    assert done.stderr == ""
    marks = [line[0] for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert len(marks) == len(PROBES)
    assert set(marks) == {"○", "×"}
    assert "(READER_SERVICE_DOWN" in done.stdout


# render


def test_a_certificate_is_rendered_offline(alone: dict[str, str], tmp_path: Path) -> None:
    job = samples.job(samples.model(samples.FAMILY))
    (tmp_path / "model.json").write_text(write_model(job), encoding="utf-8")

    done = _run("render", str(tmp_path / "model.json"), "-o", str(tmp_path / "out.pdf"), environment=alone)

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    rendered = CertificatePages(find_font()).render(job)
    assert (told["sha256"], told["pages"]) == (rendered.sha256, rendered.page_count)
    assert (tmp_path / "out.pdf").read_bytes() == rendered.pdf
    assert not Path(alone["MADOGUCHI_HOME"]).exists()


def test_the_schema_of_a_model_accepts_the_model(alone: dict[str, str]) -> None:
    done = _run("render", "--schema", environment=alone)

    assert done.returncode == 0
    jsonschema.validate(json.loads(write_model(samples.job(samples.model()))), json.loads(done.stdout))


def test_a_wrong_model_is_refused_with_its_place(alone: dict[str, str], tmp_path: Path) -> None:
    document = json.loads(write_model(samples.job(samples.model())))
    document["model"]["persons"][1]["colour"] = "red"
    (tmp_path / "model.json").write_text(json.dumps(document), encoding="utf-8")

    done = _run("render", str(tmp_path / "model.json"), "-o", str(tmp_path / "out.pdf"), environment=alone)

    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "failure": {"code": "RENDER_MODEL_INVALID", "location": "model.persons[1].colour"}
    }
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("arguments", [("render",), ("render", "model.json"), ("card",), ("play", "x.toml")])
def test_a_command_that_lacks_an_argument_is_a_wrong_call(
    alone: dict[str, str], arguments: tuple[str, ...]
) -> None:
    assert _run(*arguments, environment=alone).returncode == 2


def test_a_page_that_cannot_be_written_is_a_wrong_call(alone: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text(write_model(samples.job(samples.model())), encoding="utf-8")

    done = _run(
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
        done = _run("verify", sheet, environment=verifier)
        assert done.returncode == 0, done.stdout
        told = json.loads(done.stdout)
        assert told["valid"] is True
        assert told["sheets"][0]["number"] == valid["claims"]["number"]


def test_a_forged_sheet_is_not(verifier: dict[str, str], tmp_path: Path) -> None:
    forged = VECTORS["invalid"][0]["payload"]
    (tmp_path / "sheet.pdf").write_bytes(_coded(forged))

    for sheet in (forged, str(tmp_path / "sheet.pdf")):
        done = _run("verify", sheet, environment=verifier)
        assert done.returncode == 1
        assert json.loads(done.stdout)["sheets"] == [{"valid": False, "failure": {"code": "CODE_INVALID"}}]


def test_a_sheet_of_another_town_is_not_verified_by_this_one(
    alone: dict[str, str], town: GatewayProcess
) -> None:
    done = _run(
        *("--installation", str(town.info.installation_path), "verify", VECTORS["valid"][0]["payload"]),
        environment=alone,
    )

    assert done.returncode == 1
    assert json.loads(done.stdout)["valid"] is False


def test_verifying_needs_to_know_whose_keys(alone: dict[str, str]) -> None:
    done = _run("verify", VECTORS["valid"][0]["payload"], environment=alone)

    assert done.returncode == 1
    assert json.loads(done.stdout)["failure"]["code"] == "SETTINGS_INVALID"


# play, and the counter's own start


def test_a_scenario_that_is_not_there_is_not_played(alone: dict[str, str], tmp_path: Path) -> None:
    done = _run("play", str(tmp_path / "none.toml"), "--out", str(tmp_path / "out"), environment=alone)

    assert done.returncode == 2
    assert "none.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_name_that_is_no_profile_is_a_wrong_call(alone: dict[str, str]) -> None:
    done = _run("--profile", "../elsewhere", environment=alone)

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

    done = _run(environment=alone | {"FONTCONFIG_FILE": str(nothing)})

    assert done.returncode == 2
    assert "「BIZ UDPGothic」" in done.stderr
    assert _japanese(done.stderr)
    assert "Traceback" not in done.stderr
