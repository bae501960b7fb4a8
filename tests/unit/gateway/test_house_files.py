"""Keys, certificates, logs and options of an installation: private, stable, and silent about persons."""

from __future__ import annotations

import ssl
import stat
from pathlib import Path

import pytest
from cryptography import x509

from gateway.__main__ import main
from gateway.keys import load_keys
from gateway.log import redact
from gateway.private_files import create_private_folder, write_private
from gateway.tls import prepare_tls


def test_keys_are_made_once_differ_and_are_their_owners_alone(tmp_path: Path) -> None:
    keys = load_keys(tmp_path)

    assert load_keys(tmp_path) == keys
    assert len({keys.receipt.pem, keys.sheet_code.pem, keys.access_token.pem}) == 3
    assert "d" not in keys.public()["receipt"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}


def test_the_server_certificate_is_for_loopback_and_made_once(tmp_path: Path) -> None:
    files = prepare_tls(tmp_path)
    certificate = files.certificate.read_bytes()

    assert prepare_tls(tmp_path).certificate.read_bytes() == certificate
    names = x509.load_pem_x509_certificate(certificate).extensions.get_extension_for_class(
        x509.SubjectAlternativeName
    )
    assert [str(address) for address in names.value.get_values_for_type(x509.IPAddress)] == ["127.0.0.1"]
    assert ssl.create_default_context(cafile=files.authority).cert_store_stats()["x509_ca"] == 1


def test_no_key_of_the_authority_is_kept(tmp_path: Path) -> None:
    prepare_tls(tmp_path)

    assert sorted(file.name for file in tmp_path.iterdir()) == ["ca.pem", "server-key.pem", "server.pem"]


def test_a_private_file_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    create_private_folder(folder)
    write_private(folder / "x", b"one")
    write_private(folder / "x", b"two")

    assert (folder / "x").read_bytes() == b"two"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [file.name for file in folder.iterdir()] == ["x"]


def test_a_field_that_is_not_on_the_list_does_not_reach_the_log() -> None:
    logged = redact(None, "info", {"event": "refused", "code": "X", "name": "架空　花子"})

    assert logged == {"event": "refused", "code": "X", "name": "<redacted>"}


def test_the_built_in_issuer_refuses_postgresql(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = "postgresql+psycopg://town@127.0.0.1/ledger"

    assert main(["--data", str(tmp_path / "data"), "--database-url", url]) == 2
    assert "PostgreSQL" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()
