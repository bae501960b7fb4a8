"""The words of the screen: compiled from ``resources/i18n/*.ts``, loaded, and missed loudly."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

import PySide6
from PySide6.QtCore import QTranslator

_COMPILE_SECONDS = 30


class TranslationAbsent(Exception):
    """The words of a language are neither compiled nor can be; the screen would be in the wrong language."""


def compile_translation(source: Path, target: Path) -> None:
    """Compile a ``.ts`` into a ``.qm`` with Qt's own lrelease; raises TranslationAbsent if that fails.

    Unfinished entries are refused: a clerk's screen is never half translated. The file is put in place whole:
    a window that reads the one before keeps its words (Qt maps it into memory).
    """
    import subprocess  # noqa: PLC0415 - only where something is stale; the window is painted sooner without

    tool = next(Path(PySide6.__file__).parent.glob("lrelease*"), None)
    if tool is None:
        raise TranslationAbsent("lrelease")
    made = target.with_name(f"{target.stem}.{os.getpid()}.qm")
    done = subprocess.run(
        [tool, "-silent", "-fail-on-unfinished", source, "-qm", made],
        check=False,
        capture_output=True,
        timeout=_COMPILE_SECONDS,
    )
    if done.returncode or not made.is_file():
        made.unlink(missing_ok=True)
        raise TranslationAbsent(f"{source.name}: {done.stderr.decode(errors='replace').strip()}")
    made.replace(target)


def load_translator(language: str = "ja", *, folder: Path | None = None) -> QTranslator:
    """A translator for ``language`` (``ja`` or ``en``), compiled first where the ``.qm`` is missing or older.

    ``folder`` holds the ``.ts`` and takes the ``.qm``; the default is ``resources/i18n``.
    Raises TranslationAbsent.
    """
    home = folder if folder is not None else Path(str(resources.files("resources").joinpath("i18n")))
    source, target = home / f"counter_{language}.ts", home / f"counter_{language}.qm"
    stale = source.is_file() and target.is_file() and source.stat().st_mtime > target.stat().st_mtime
    if stale or not target.is_file():
        compile_translation(source, target)
    translator = QTranslator()
    if not translator.load(str(target)) or translator.isEmpty():
        raise TranslationAbsent(target.name)
    return translator
