"""The least a PySide6 program does: one window with one button, until it is painted and takes keys."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton

from bench.peers.first_paint import tell_when_ready


def main() -> int:
    """Show the window; it closes itself once it is ready."""
    application = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QPushButton("サインイン"))
    window.resize(1366, 768)
    tell_when_ready(application, window)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
