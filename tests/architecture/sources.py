"""The files the rules look at: what is tracked or about to be, never the environment or a build."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PRODUCT_ROOMS = ("counter_app", "devices", "gateway", "player", "printing", "resources", "ui")
ROOMS = (*PRODUCT_ROOMS, "tests", "bench")


@cache
def tracked() -> tuple[Path, ...]:
    """Every file of the repository that git does not ignore."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return tuple(path for name in listed.split("\0") if name and (path := PROJECT / name).is_file())


def python_files(*rooms: str) -> Iterator[Path]:
    """The Python files of the rooms named (all by default), and ``main.py``."""
    wanted = rooms or (*ROOMS, "main.py")
    for path in tracked():
        if path.suffix == ".py" and path.relative_to(PROJECT).parts[0] in wanted:
            yield path


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name_of(path: Path) -> str:
    """The path as people say it."""
    return path.relative_to(PROJECT).as_posix()


def dotted(node: ast.expr) -> str:
    """``a.b.c`` of an attribute chain; empty for anything else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attribute):
            inner = dotted(value)
            return f"{inner}.{attribute}" if inner else attribute
        case _:
            return ""
