"""The one focus mark of the program: 3 px of yellow with a 1-px black line outside, over everything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.theme import Theme


def _takes_focus(widget: QWidget, window: QWidget) -> bool:
    return (
        widget is not window
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(window)
    )


class FocusRing(QWidget):
    """A transparent overlay of a window that follows the focus; it takes no mouse and no key."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self.follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        window.installEventFilter(self)

    @property
    def target(self) -> QWidget | None:
        """The widget that is ringed now."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the ringed widget wherever a layout puts it."""
        if event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.Move,
            QEvent.Type.LayoutRequest,
            QEvent.Type.Hide,
        ):
            self._settle.start(0)
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._settle.start(0)

    @Slot()
    def follow(self) -> None:
        """Lay the ring around the focus widget of this window, or hide it where there is none."""
        window = self.parentWidget()
        focus = window.focusWidget() if window is not None else None
        if focus is not self._target:
            self._watch(focus)
        if window is None or focus is None or not _takes_focus(focus, window):
            self.hide()
            return
        room = self._theme.px(4)
        corner = focus.mapTo(window, QPoint(0, 0))
        self.setGeometry(QRect(corner, focus.size()).adjusted(-room, -room, room, room))
        self.show()
        self.raise_()

    def _watch(self, focus: QWidget | None) -> None:
        self._target = focus
        widget = focus
        while widget is not None and widget is not self.parentWidget():
            widget.installEventFilter(self)
            widget = widget.parentWidget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Black outside, yellow inside; nothing in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yellow, black = self._theme.px(3), self._theme.px(1)
        corner = self._theme.px(9)
        painter.setPen(QPen(QColor(self._theme.tokens.ring_edge), black))
        outer = self.rect().toRectF().adjusted(black / 2, black / 2, -black / 2, -black / 2)
        painter.drawRoundedRect(outer, corner, corner)
        painter.setPen(QPen(QColor(self._theme.tokens.ring), yellow))
        inset = black + yellow / 2
        inner = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inner, corner - black, corner - black)
        painter.end()
