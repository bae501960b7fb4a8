"""``scripts/bench [--only PART]… [--write]``: measure each part beside its peer in one run, and say so.

Exit 0 whatever was missed: a figure is read by people, it never fails a build.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from bench.peers.asked import PROJECT
from bench.table import Section, filled, markdown, printed

PARTS = ("card", "page", "window", "journal", "search", "case")
DOCUMENT = PROJECT / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Written by `scripts/bench --write`; each line is taken beside its peer in the same run, and what counts is the
ratio. Nothing here is a test: no build fails on a time. Peers live in their own environment
(`bench/requirements.txt`, locked by hashes) or are Debian's, never in the product's; rounds of both sides
alternate, and figures are medians unless a line says otherwise.

{when}; {machine}. **The machine was shared with other work while this was measured** (load when it began:
{load}): times may be off by a factor of two from run to run, ratios by a quarter. Counts (commands, keys,
requests, bytes) do not depend on that.
"""


def _measured(part: str, directory: Path) -> list[Section]:
    """Measure one part; its module is imported here, as it opens what the others need not."""
    sections: Callable[[Path], list[Section]] = import_module(f"bench.{part}_rows").sections
    own = directory / part
    own.mkdir()
    return sections(own)


def _machine() -> str:
    """Return the class of the machine: no names."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GiB, "
        f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Python {platform.python_version()}"
    )


def _document(sections: list[Section], load: str) -> str:
    head = HEAD.format(when=f"{datetime.now(UTC):%Y-%m-%d}", machine=_machine(), load=load)
    paragraphs = "\n\n".join(filled(part) for part in head.split("\n\n"))
    return "\n".join((paragraphs + "\n", *(markdown(section) for section in sections)))


def main(argv: list[str]) -> int:
    """Measure, print, and write the document if asked to."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description="measure beside peers")
    parser.add_argument("--only", action="append", choices=PARTS, help="this part; may be given again")
    parser.add_argument("--write", action="store_true", help="put all of it into docs/benchmarks.md")
    options = parser.parse_args(argv)
    if options.write and options.only:
        parser.error("the document holds every part: --write goes without --only")
    load = f"{os.getloadavg()[0]:.1f}"
    sections: list[Section] = []
    # Below the project: the journal is measured on a disk, which a temporary folder may not be.
    with tempfile.TemporaryDirectory(prefix="b-", dir=PROJECT / ".run") as directory:
        try:
            for part in options.only or PARTS:
                sys.stderr.write(f"bench: {part}\n")
                sections += _measured(part, Path(directory))
        finally:
            print(printed(sections))
    if options.write:
        DOCUMENT.write_text(_document(sections, load), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
