"""Keys wait here until it is known whether a clerk or a barcode reader pressed them.

A reader types wherever the focus is. Outside the scan field no character of a scan may tick, choose, fill in
or, with its Enter, record anything; so one is handed on only when it cannot be the start of a scan any more.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.views.typing_run import APART_MS, CODE_MARK, TypingRun
from ui.widgets.name_edit import NameEdit
from ui.widgets.number_edit import NumberEdit
from ui.widgets.scan_edit import ScanEdit

LONGEST_MS = 75
"""So long a clerk's key waits at most; less than he feels."""
DEAF_MS = 250
"""After a scan that was not wanted: a reader that stutters, and the line feed after its return."""
_LATE_MS, _AGAIN_MS = 15, 5
_LONGEST_TYPED = 20
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)
_HELD_DOWN = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def _taken(field: QWidget | None, text: str, *, entered: bool = False) -> bool:
    """Whether a line typed by a machine may go into ``field``: a short one that the field is made for.

    Tickets and forms have bar codes of digits, and an exercise types as fast as a reader does. Names come
    from an IME, and money ``by_hand``.
    """
    match field:
        case ScanEdit():
            return True
        case NumberEdit():
            fits = len(text) <= (field.room or _LONGEST_TYPED)
            return fits and text.isascii() and text.isdigit() and not (entered and field.by_hand)
        case NameEdit():
            return False
        case QLineEdit():
            return len(text) <= _LONGEST_TYPED and not text.startswith(CODE_MARK)
        case _:
            return False


def _character(event: QKeyEvent) -> str:
    """The one character that the key types, else nothing."""
    text = event.text()
    typed = len(text) == 1 and text.isprintable() and not event.modifiers() & _HELD_DOWN
    return text if typed and not event.isAutoRepeat() else ""


class KeyGate(QObject):
    """Filters the keys that the window system gives ``window``. ``attend`` once the window is shown.

    ``refused``: a scan came where none is wanted, and nothing of it was handed on. ``heard``: a key was.
    Pauses are measured between the events' own times, so a window that was busy takes no clerk for a reader.
    """

    refused = Signal()
    heard = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._run = TypingRun()
        self._held: list[QKeyEvent] = []
        self._passing = False
        self._clock = QElapsedTimer()
        self._clock.start()
        self._first = self._last = self._planned = 0
        self._deaf_from = self._dropped_at = -DEAF_MS - 1
        self._scan_ended = False
        self._wait = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._wait.timeout.connect(self._on_time)

    def attend(self) -> None:
        """Stand before the window's keys from now on; doing so again changes nothing."""
        self._window.windowHandle().installEventFilter(self)

    def forget(self) -> None:
        """Another screen is shown: no key meant for the one before acts on it; keys that are down come up."""
        self._held = [event for event in self._held if event.type() is QEvent.Type.KeyRelease]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back, drop or let pass."""
        keys = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        if self._passing or not isinstance(event, QKeyEvent) or event.type() not in keys:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.KeyRelease or event.key() in _MODIFIERS:
            return self._behind_others(event)
        return self._on_press(event)

    def _on_press(self, event: QKeyEvent) -> bool:
        at = event.timestamp() or self._clock.elapsed()
        if self._is_deaf(at, entered=event.key() in _ENTERS):
            return True
        if character := _character(event):
            return self._on_character(event, character, at)
        if event.key() in _ENTERS and not event.isAutoRepeat():
            return self._on_enter(event, at)
        return self._behind_others(event) or self._let_pass()

    def _on_character(self, event: QKeyEvent, character: str, at: int) -> bool:
        if not self._run.follows(at):
            self._release()
        self._run.press(character, at)
        field = self._window.focusWidget()
        if self._run.by_machine and not _taken(field, self._run.text):
            self._refuse(at, entered=False)
            return True
        if isinstance(field, ScanEdit) and not self._held:
            return self._let_pass()
        self._last = self._clock.elapsed()
        if not self._held:
            self._first = self._last
        self._held.append(event.clone())
        self._wait_on()
        return True

    def _on_enter(self, event: QKeyEvent, at: int) -> bool:
        if not self._run.follows(at):
            self._release()
        elif self._run.by_machine and not _taken(self._window.focusWidget(), self._run.text, entered=True):
            self._refuse(at, entered=True)
            return True
        self._run.end()
        if not self._behind_others(event):
            return self._let_pass()
        self._release()
        return True

    def _behind_others(self, event: QKeyEvent) -> bool:
        """Keep the order of the keys while any is held back."""
        if self._held:
            self._held.append(event.clone())
        return bool(self._held)

    def _let_pass(self) -> bool:
        self.heard.emit()
        return False

    def _is_deaf(self, at: int, *, entered: bool) -> bool:
        """Whether this key is the rest of a scan that was refused. A pause of its own shortens nothing."""
        if not 0 <= at - self._deaf_from <= DEAF_MS:
            return False
        if not self._scan_ended and (entered or at - self._dropped_at <= APART_MS):
            self._deaf_from = at
        self._scan_ended = self._scan_ended or entered
        self._dropped_at = at
        return True

    def _refuse(self, at: int, *, entered: bool) -> None:
        self._deaf_from = self._dropped_at = at
        self._scan_ended = entered
        self._run.end()
        self.forget()
        self._release()
        self.refused.emit()

    def _wait_on(self) -> None:
        """Until no character can follow, or as long as a clerk may be kept waiting."""
        until = self._last + APART_MS
        if self._held and not self._run.open:
            until = min(until, self._first + LONGEST_MS)
        self._plan(until)

    def _plan(self, until: int) -> None:
        self._planned = until
        self._wait.start(max(0, until - self._clock.elapsed()))

    @Slot()
    def _on_time(self) -> None:
        now = self._clock.elapsed()
        if now - self._planned > _LATE_MS:
            # the window was busy: keys pressed meanwhile may stand behind this timer
            self._plan(now + _AGAIN_MS)
            return
        silent = now >= self._last + APART_MS
        self._release()
        if silent:
            self._run.end()
        else:
            self._wait_on()

    def _release(self) -> None:
        """Hand on what was held back, to wherever the focus is at each key."""
        if self._held:
            self.heard.emit()
        self._passing = True
        while self._held:
            QCoreApplication.sendEvent(self._window.windowHandle(), self._held.pop(0))
        self._passing = False
