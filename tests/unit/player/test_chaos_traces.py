"""The canary's search finds a value however it was written, and calls nothing a find that is none."""

from __future__ import annotations

import base64
import json
import urllib.parse
from pathlib import Path

import pikepdf
import pytest

from player.chaos.belonging import belongs
from player.chaos.traces import Find, found_below, found_in, needles

NAME = "架空　花美"
SOUGHT = needles({"name": [NAME], "PIN": ["0837"], "number": ["999933086428"]})


def _found(content: bytes) -> set[str]:
    return {find.what for find in found_in(content, "here", SOUGHT)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp932", "euc_jp"])
def test_a_name_is_found_in_every_encoding(encoding: str) -> None:
    assert _found(f"before {NAME} after".encode(encoding)) == {"name"}


@pytest.mark.parametrize(
    "written",
    [
        json.dumps({"who": NAME}),
        json.dumps({"who": NAME}).upper().replace("\\U", "\\u"),
        urllib.parse.quote(f"?q={NAME}"),
        NAME.encode().hex(),
        *(base64.b64encode(b"x" * shift + f"{NAME}!".encode()).decode() for shift in range(4)),
        base64.urlsafe_b64encode(NAME.encode()).decode(),
    ],
)
def test_a_name_is_found_in_every_escape(written: str) -> None:
    assert _found(f"log {written} end".encode()) == {"name"}


def test_a_pin_is_found_as_a_word_and_not_inside_another_number() -> None:
    assert _found(b'"pin": "0837"') == {"PIN"}
    assert _found(b"pin=0837\n") == {"PIN"}
    assert _found(b"12:00:00.0837 pid 10837 id-0837 08379") == set()


def test_a_long_number_is_found_inside_anything() -> None:
    assert _found(b"x999933086428y") == {"number"}


def test_what_is_not_there_is_not_found() -> None:
    assert _found("架空　花子 1234".encode()) == set()


def test_files_are_searched_by_name_and_content(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "counter.log").write_text(NAME)
    (tmp_path / f"{NAME}.txt").write_text("")
    found = list(found_below(tmp_path, SOUGHT))
    assert Find(where="a/counter.log", what="name") in found
    assert len(found) == 2


def test_a_pdf_is_asked_what_it_says_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = NAME
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert [find.where for find in found_below(tmp_path, SOUGHT)][-1] == (
        "sheet.pdf: what the PDF says of itself"
    )


def test_the_paper_may_have_it_and_a_log_may_not() -> None:
    assert _belongs("printer/received/0001.bin")
    assert not _belongs("printer/received/0001.bin: what the PDF says of itself")
    assert not _belongs("printer/printer.log")
    assert not _belongs("pcs/counter-1/logs/counter.log")
    assert not _belongs("pcs/counter-1/counter.db-wal")
    assert not _belongs("gateway/gateway.log")


def test_a_secret_of_the_card_belongs_to_the_card_alone() -> None:
    assert _belongs("personas/watanabe.json", "PIN")
    assert not _belongs("gateway/ledger.sqlite3", "PIN")
    assert not _belongs("printer/received/0001.bin", "照合番号B")


def test_the_numbers_may_be_on_paper_only_where_they_were_asked_for() -> None:
    assert not _belongs("printer/received/0001.bin", "個人番号")
    assert _belongs("printer/received/0001.bin", "個人番号", asked=True)
    assert not _belongs("pcs/counter-1/logs/counter.log", "個人番号", asked=True)


def _belongs(where: str, what: str = "name", *, asked: bool = False) -> bool:
    return belongs(Find(where=where, what=what), asked=asked)
