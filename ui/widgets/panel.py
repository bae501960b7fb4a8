"""White cards on the grey page, and the two layouts that every view is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.labels import set_look
from ui.widgets.theme import Theme


class Panel(QFrame):
    """A card with rounded corners. ``look``: plain, good, attention, stop, selected or greyed."""

    def __init__(self, theme: Theme, look: str = "plain", *, inset: int = 16) -> None:
        super().__init__()
        self.setProperty("panel", look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.inset = theme.px(inset)

    def set_panel_look(self, look: str) -> None:
        """Change the colours."""
        set_look(self, "panel", look)


def column(owner: QWidget, theme: Theme, *, inset: int = 0, gap: int = 8) -> QVBoxLayout:
    """A vertical layout on ``owner``; sizes in pixels at 100 %."""
    layout = QVBoxLayout(owner)
    room = theme.px(inset) if inset else 0
    layout.setContentsMargins(room, room, room, room)
    layout.setSpacing(theme.px(gap))
    return layout


def row(theme: Theme, *, gap: int = 12) -> QHBoxLayout:
    """A horizontal layout to be put into another one."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(gap))
    return layout


def forget_children(owner: QWidget) -> None:
    """Take every widget out of ``owner``'s layout and delete it, sub-layouts included."""
    layout = owner.layout()
    while layout is not None and layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
