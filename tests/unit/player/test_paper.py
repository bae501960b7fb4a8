from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import segno
from PIL import Image

from player.paper import PaperUnreadable, read

CODE = "6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDE$VK G2EP4J0BIJGX8A1"
A4_AT_200_DPI = (1654, 2339)


def _sheet(directory: Path, *codes: str) -> Image.Image:
    page = Image.new("RGB", A4_AT_200_DPI, "white")
    for index, code in enumerate(codes):
        picture = directory / f"code-{index}.png"
        segno.make(code, error="m", micro=False).save(str(picture), scale=4, border=4)
        with Image.open(picture) as drawn:
            page.paste(drawn.convert("RGB"), (1200, 1900 - 600 * index))
    return page


def _document(directory: Path, *pages: Image.Image) -> Path:
    path = directory / "copy.pdf"
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=200)
    return path


def test_the_code_is_read_from_the_raster_of_each_page(tmp_path: Path) -> None:
    path = _document(tmp_path, _sheet(tmp_path, CODE), _sheet(tmp_path, CODE[::-1]))

    printed = read(path)

    assert printed.codes == (CODE, CODE[::-1])
    assert printed.pages == 2
    assert printed.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_page_without_a_code_has_an_empty_one(tmp_path: Path) -> None:
    assert read(_document(tmp_path, _sheet(tmp_path))).codes == ("",)


def test_of_two_codes_on_one_page_none_is_believed(tmp_path: Path) -> None:
    assert read(_document(tmp_path, _sheet(tmp_path, CODE, CODE[::-1]))).codes == ("",)


def test_what_is_no_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "copy.pdf"
    path.write_bytes(b"%!PS-Adobe")

    with pytest.raises(PaperUnreadable, match=r"copy\.pdf"):
        read(path)
