"""OpenSC's jpki driver judges the virtual card through the real pcscd: written by others, for real cards."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from tests.integration.devices.rigs import HANAKO, LabRig, lab_rig


@pytest.fixture
def rig() -> LabRig:
    rig = lab_rig()
    rig.make_ready()
    rig.readers.look(rig.reader)  # OpenSC leaves a PIN open behind it, and then refuses the card itself
    return rig


@pytest.fixture
def environment(rig: LabRig, tmp_path: Path) -> dict[str, str]:
    """An OpenSC that tries the jpki driver only: by default it asks 28 other applications first."""
    configuration = tmp_path / "opensc.conf"
    configuration.write_text("app default { card_drivers = jpki; }\n", encoding="ascii")
    return os.environ | rig.lab.environment | {"OPENSC_CONF": str(configuration), "HOME": str(tmp_path)}


def run(environment: dict[str, str], *command: str) -> bytes:
    done = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout


def issued(rig: LabRig) -> bytes:
    return bytes.fromhex(rig.lab.command("certificate"))


def test_the_driver_recognises_the_card(rig: LabRig, environment: dict[str, str]) -> None:
    assert run(environment, "opensc-tool", "--reader", rig.reader, "-n").decode().strip() == "jpki"


def test_the_certificate_that_opensc_reads_is_the_one_issued(
    rig: LabRig, environment: dict[str, str]
) -> None:
    pem = run(environment, "pkcs15-tool", "--reader", rig.reader, "--read-certificate", "1")

    certificate = x509.load_pem_x509_certificate(pem)
    read = rig.readers.read(rig.reader, frozenset(), None)
    assert certificate.public_bytes(Encoding.DER) == issued(rig)
    assert len(issued(rig)) >= 1000
    assert read.seen.kind == "my_number_card"


def test_the_tries_that_opensc_counts_are_ours(rig: LabRig, environment: dict[str, str]) -> None:
    rig.set_tries("auth_pin", 2)

    pins = run(environment, "pkcs15-tool", "--reader", rig.reader, "--list-pins").decode()

    assert [line.split(":")[1].strip() for line in pins.splitlines() if "Tries left" in line] == ["2", "5"]


def _signed(environment: dict[str, str], tmp_path: Path, pin: str) -> bytes:
    (tmp_path / "challenge").write_bytes(b"a challenge of the exercise")
    module = next(iter(sorted(Path("/usr/lib").glob("*/opensc-pkcs11.so"))))
    run(
        environment,
        *("pkcs11-tool", "--module", str(module), "--slot-index", "0", "--login", "--pin", pin),
        *("--sign", "--mechanism", "SHA256-RSA-PKCS", "--id", "01"),
        *("-i", str(tmp_path / "challenge"), "-o", str(tmp_path / "signature")),
    )
    return (tmp_path / "signature").read_bytes()


def test_a_signature_made_through_opensc_verifies_with_the_certificate(
    rig: LabRig, environment: dict[str, str], tmp_path: Path
) -> None:
    signature = _signed(environment, tmp_path, HANAKO.auth_pin)

    public = x509.load_der_x509_certificate(issued(rig)).public_key()
    assert isinstance(public, rsa.RSAPublicKey)
    public.verify(signature, b"a challenge of the exercise", padding.PKCS1v15(), hashes.SHA256())
    with pytest.raises(InvalidSignature):
        public.verify(signature, b"another challenge", padding.PKCS1v15(), hashes.SHA256())


def test_a_pin_that_opensc_left_open_is_closed_before_we_count(
    rig: LabRig, environment: dict[str, str], tmp_path: Path
) -> None:
    _signed(environment, tmp_path, HANAKO.auth_pin)

    told = rig.readers.look(rig.reader).tries

    assert {kind.value: left for kind, left in told.items()}["auth_pin"] == 3


def test_a_wrong_pin_given_to_opensc_costs_the_try_that_we_then_show(
    rig: LabRig, environment: dict[str, str], tmp_path: Path
) -> None:
    with pytest.raises(AssertionError, match="CKR_PIN_INCORRECT"):
        _signed(environment, tmp_path, "0000")

    assert json.loads(rig.lab.command("counters"))["jpki.auth_pin"] == 2
    told = rig.readers.look(rig.reader).tries
    assert {kind.value: left for kind, left in told.items()}["auth_pin"] == 2
