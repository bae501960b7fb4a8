"""The certificate as PDF, and read back, beside one ``typst.compile`` call of the same page."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from bench.four_persons import job, typst_source
from bench.peers.asked import PROJECT, Peer
from bench.table import Line, Section, against
from bench.timing import p50, timed
from counter_app.application.paper_ports import RenderedPages
from counter_app.application.registry_port import Seal
from counter_app.domain.render_model import RenderJob
from printing import open_printing
from printing.glyphs import find_font

ROUNDS = 15
PYTHON = PROJECT / ".run" / "bench-venv" / "bin" / "python"
SEAL = Seal(png=(PROJECT / "resources" / "seal" / "999997.png").read_bytes(), edge_mm=24.0)

NOTE = (
    "What is left of the render: a third fitting and writing the texts, a third the objects "
    "of reportlab, a sixth the code. Of the check: two rasters of 200 dpi, most of it the "
    "characters (one of the page as approved, one of the sealed page, which also serves the "
    "search for codes), that search over the whole page, and reading the runs. "
    "What would help: rasters of 150 dpi, at the price of not seeing a foreign code with "
    "modules of less than 0.19 mm; it is not done."
)


class PageBench:
    """Our pages and Typst's, each serial printed once by each."""

    def __init__(self, typst: Peer, directory: Path) -> None:
        self._typst = typst
        self._directory = directory
        self._pages = open_printing(None, []).pages

    def render(self, content: RenderJob) -> RenderedPages:
        """Render P0."""
        return self._pages.render(content)

    def issue(self, content: RenderJob) -> None:
        """Render, seal, compare the sealed file with the record: what a sheet costs before the spooler."""
        pages = self._pages.render(content)
        self._pages.verify(self._pages.finish(pages, SEAL), pages, content)

    def theirs(self, content: RenderJob, *, kept: bool) -> float:
        """Return Typst's own time for the page, in ms."""
        source, svg = typst_source(content)
        keep = str(self._directory / "typst.pdf")
        answer = self._typst.ask({"source": source, "code_svg": svg, "kept": kept, "keep": keep})
        return float(answer["ms"])

    def rounds(self) -> Section:
        """Measure: the first round apart, as both open their fonts in it."""
        first = timed(lambda: self.render(job(1)))
        first_checked = timed(lambda: self.issue(job(2)))
        render, issue, compiled, kept = [], [], [], []
        for serial in range(3, 3 + ROUNDS):
            content = job(serial)
            render.append(timed(partial(self.render, content)))
            issue.append(timed(partial(self.issue, content)))
            compiled.append(self.theirs(content, kept=False))
            kept.append(self.theirs(content, kept=True))
        call = "beside one typst.compile call"
        return Section(
            title="Certificate PDF: four persons, IVS names, code",
            how=(
                "The same texts in the same boxes, sizes and frames, the same font folder (IPAmj明朝) and "
                "the same code (for Typst as SVG); number and code differ in every round. Typst runs in "
                "its own environment and times its call itself. The identity check adds the seal, then "
                "reads the file back: prefix, texts, glyph outlines, code, seal and raster against the "
                "record."
            ),
            lines=(
                against(p50(render), p50(compiled), 0.5, f"render, {call}"),
                against(p50(issue), p50(compiled), 1.0, f"render, seal and identity check, {call}"),
                against(p50(render), p50(kept), None, "render, beside a kept compiler"),
                against(p50(issue), p50(kept), None, "with identity check, beside a kept compiler"),
                Line(
                    work="the first page of a process, and its first check",
                    measured=f"{first:.0f} + {first_checked:.0f} ms",
                ),
            ),
            notes=(NOTE,),
        )


def sections(directory: Path) -> list[Section]:
    """Measure the row."""
    with Peer([str(PYTHON), "bench/peers/typst_page.py", str(find_font().parent)]) as typst:
        return [PageBench(typst, directory).rounds()]
