"""A window with one field that prints what it holds on every Enter; the tests type into it from outside."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLineEdit

if __name__ == "__main__":
    application = QApplication(sys.argv)
    field = QLineEdit()
    field.resize(400, 60)
    field.returnPressed.connect(lambda: sys.stdout.write(f"{field.text()}\n") and sys.stdout.flush())
    field.show()
    sys.exit(application.exec())
