"""Typst compiling a certificate, in its own environment: ``.run/bench-venv/bin/python typst_page.py FONTS``.

For every line on standard input (``{"source", "code_svg", "kept", "keep"}``) one compilation of ``source``;
answers ``{"ms", "bytes"}``. ``kept`` uses one compiler for all, ``keep`` writes the PDF to that path.
Only the fonts of the folder ``FONTS`` are offered.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any


def main(fonts: str) -> int:
    """Serve compilations until standard input ends."""
    typst: Any = importlib.import_module("typst")  # in the peer's environment only
    with tempfile.TemporaryDirectory() as root:
        page = Path(root, "page.typ")
        options = {"root": root, "font_paths": [fonts], "ignore_system_fonts": True}
        kept: Any = None
        for line in sys.stdin:
            asked = json.loads(line)
            Path(root, "code.svg").write_text(asked["code_svg"], encoding="utf-8")
            page.write_text(asked["source"], encoding="utf-8")
            if asked["kept"] and kept is None:
                kept = typst.Compiler(str(page), **options)
            began = time.perf_counter()
            pdf: bytes = kept.compile() if asked["kept"] else typst.compile(str(page), **options)
            spent = (time.perf_counter() - began) * 1000
            if asked.get("keep"):
                Path(asked["keep"]).write_bytes(pdf)
            print(json.dumps({"ms": spent, "bytes": len(pdf)}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
