"""Nothing heavy is begun before the window has been seen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.runtime.first_paint import FirstPaint

HEAVY = (
    *("reportlab", "pikepdf", "pypdfium2", "pyhanko", "PIL", "segno", "zxingcpp", "pyipp"),
    *("httpx", "joserfc", "fastapi", "uvicorn", "sqlalchemy", "alembic"),
    *("smartcard", "sqlcipher3", "keyring", "cryptography"),
    *("structlog", "pydantic", "uharfbuzz", "tomllib"),
)
OF_A_CASE = (
    "ui.view_models.bodies",
    "ui.view_models.intents",
    "ui.views.case_views",
    "ui.views.texts",
    "counter_app.domain.issuance",
)
# The whole counter, as main.py opens it, until its first paint; then what is loaded, and an end.
PROGRAM = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QObject
import main
from counter_app.infrastructure.command_line import arguments

class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            print(json.dumps({"at": time.time(), "loaded": sorted(sys.modules)}), flush=True)
            os._exit(0)
        return False

counter = main.Counter(main.Parts(arguments(sys.argv[1:])))
eye = Eye()
counter.window.application.installEventFilter(eye)
counter.run()
"""


@pytest.mark.parametrize("mode", [[], ["--simulated"]], ids=["counter", "training"])
def test_no_page_card_or_line_is_imported_before_the_first_paint(
    mode: list[str], project: Path, tmp_path: Path
) -> None:
    environment = os.environ | {"MADOGUCHI_HOME": str(tmp_path)}
    started = time.time()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *mode],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    told = json.loads(done.stdout)
    sys.stdout.write(f"first paint {told['at'] - started:.2f} s after the process was started\n")
    loaded = set(told["loaded"])
    assert {"PySide6", "ui.views.sign_in_view"} <= loaded
    assert not {name.partition(".")[0] for name in loaded} & set(HEAVY)
    assert not loaded & set(OF_A_CASE)


def test_what_waits_for_the_first_paint_is_done_once_after_it(qtbot: QtBot) -> None:
    widget, done = QWidget(), []
    qtbot.addWidget(widget)
    FirstPaint(widget, lambda: done.append("then"))
    assert done == []

    widget.show()
    qtbot.waitUntil(lambda: done == ["then"])
    widget.resize(300, 300)
    widget.repaint()

    assert done == ["then"]


def test_what_waits_for_a_window_that_is_never_shown_is_not_done(qtbot: QtBot) -> None:
    widget, done = QWidget(), []
    qtbot.addWidget(widget)
    FirstPaint(widget, lambda: done.append("then"))

    qtbot.wait(50)

    assert done == []
