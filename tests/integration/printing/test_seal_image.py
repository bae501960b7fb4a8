"""The seal of the fictitious town is the one that its program draws."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from counter_app.application.registry_port import Seal
from printing.seal_image import draw_seal, main

WORDS = "架空町長之印"


def test_the_seal_is_24_mm_at_600_dpi_and_drawn_by_its_program(
    seal: Seal, font_path: Path, tmp_path: Path
) -> None:
    main(WORDS, str(tmp_path / "seal.png"))

    with Image.open(io.BytesIO(seal.png)) as kept, Image.open(tmp_path / "seal.png") as drawn:
        assert kept.mode == "1"
        assert kept.size == drawn.size == (567, 567)
        assert kept.tobytes() == drawn.tobytes() == draw_seal(WORDS, font_path).tobytes()
