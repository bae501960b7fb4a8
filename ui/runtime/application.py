"""The Qt application: fonts, locale, words, style, and where bugs and Qt's own messages go."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from types import TracebackType

from PySide6.QtCore import QLocale, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from resources.glyphs import FAMILY, FontAbsent, font_path
from ui.runtime.translation import load_translator
from ui.widgets.theme import GOTHIC, Theme


def check_fonts() -> None:
    """Raise FontAbsent naming the family that is missing: Qt would silently take another one."""
    if FAMILY not in QFontDatabase.families():
        QFontDatabase.addApplicationFont(str(font_path()))
    installed = set(QFontDatabase.families())
    for family in (GOTHIC, FAMILY):
        if family not in installed:
            raise FontAbsent(family)


def open_application(arguments: Sequence[str], theme: Theme, *, language: str = "ja") -> QApplication:
    """Make the application of this process, ready for windows.

    Raises FontAbsent or TranslationAbsent; the caller says so and ends with exit code 2.
    """
    application = QApplication(list(arguments))
    dress(application, theme, language=language)
    return application


def dress(application: QApplication, theme: Theme, *, language: str = "ja") -> None:
    """Give ``application`` fonts, Japanese locale, words and style."""
    check_fonts()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese, QLocale.Country.Japan))
    translator = load_translator(language)
    translator.setParent(application)
    application.installTranslator(translator)
    font = QFont(GOTHIC)
    font.setPixelSize(theme.px(16))
    application.setFont(font)
    application.setStyle("Fusion")
    application.setStyleSheet(theme.stylesheet())


def report_bugs_to(report: Callable[[BaseException], None]) -> None:
    """Send every exception that nobody caught, on any thread, to ``report``; never to the screen."""

    def on_main(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        report(error)

    def on_thread(raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            report(raised.exc_value)

    sys.excepthook = on_main
    threading.excepthook = on_thread


def send_qt_messages_to(log: Callable[[str, str], None]) -> None:
    """Send what Qt has to say to ``log(severity, text)``; severity is ``debug`` … ``critical``."""
    severities = {
        QtMsgType.QtDebugMsg: "debug",
        QtMsgType.QtInfoMsg: "info",
        QtMsgType.QtWarningMsg: "warning",
        QtMsgType.QtCriticalMsg: "error",
        QtMsgType.QtFatalMsg: "critical",
    }

    def on_message(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        log(severities.get(kind, "warning"), text)

    qInstallMessageHandler(on_message)
