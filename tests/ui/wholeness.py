"""Finds what a window cuts: labels, buttons and names that got less room than their text needs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QScrollArea, QWidget

from ui.views.main_window import MainWindow
from ui.widgets.choices import TickBox
from ui.widgets.labels import TextLabel
from ui.widgets.resident_name_label import ResidentNameLabel


def _label_is_cut(label: QLabel) -> bool:
    if not label.text():
        return False
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    need = label.fontMetrics().horizontalAdvance(label.text())
    room = label.contentsRect()
    return room.width() < need or room.height() < label.fontMetrics().height()


def _button_is_cut(button: QAbstractButton) -> bool:
    if isinstance(button, TickBox):
        need = button.sizeHint()
        return button.width() < need.width() or button.height() < need.height()
    need_width = button.fontMetrics().horizontalAdvance(button.text())
    return button.width() < need_width + 8 or button.height() < button.fontMetrics().height() + 4


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, TextLabel):
        return _label_is_cut(widget)
    if isinstance(widget, ResidentNameLabel):
        return widget.height() < widget.heightForWidth(widget.width())
    return isinstance(widget, QAbstractButton) and _button_is_cut(widget)


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QPushButton | ResidentNameLabel) else ""
    return f"{type(widget).__name__} {text!r} {widget.width()}x{widget.height()}"


def cut_widgets(window: MainWindow) -> list[str]:
    """What is cut in ``window``, named; empty is right."""
    found: list[str] = []
    frame = QRect(QPoint(0, 0), window.size())
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window):
            continue
        if _is_cut(widget):
            found.append(f"cut: {_name(widget)}")
        parent = widget.parentWidget()
        if isinstance(widget, QLabel | QAbstractButton | ResidentNameLabel) and parent is not None:
            if not parent.rect().contains(widget.geometry()):
                found.append(f"outside its parent: {_name(widget)}")
            place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            if place.left() < frame.left() or place.right() > frame.right():
                found.append(f"outside the window: {_name(widget)}")
    return found


def scrolled_away(window: MainWindow) -> int:
    """Pixels of the work that are out of sight below."""
    work = window.findChild(QScrollArea, "work")
    return work.verticalScrollBar().maximum() if work is not None else 0


def overlapping(window: MainWindow) -> list[str]:
    """Labels and buttons of one parent that lie over one another."""
    found: list[str] = []
    seen: dict[QWidget, list[QWidget]] = {}
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        if parent is None or not widget.isVisibleTo(window):
            continue
        if isinstance(widget, QLabel | QAbstractButton | ResidentNameLabel):
            found.extend(
                f"{_name(widget)} over {_name(other)}"
                for other in seen.setdefault(parent, [])
                if widget.geometry().intersects(other.geometry())
            )
            seen[parent].append(widget)
    return found
