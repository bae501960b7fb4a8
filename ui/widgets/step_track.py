"""The steps of a case: done, now, to come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.labels import TextLabel, set_look
from ui.widgets.theme import Theme


class StepTrack(QWidget):
    """One box per step; a done one has a tick as well as a colour.

    Args:
        names: the steps in order, in words.

    """

    def __init__(self, theme: Theme, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names
        self._labels: list[TextLabel] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for name in names:
            label = TextLabel(name)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setFixedHeight(theme.px(26))
            label.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
            row.addWidget(label, len(name) + 2)
            self._labels.append(label)

    def show_step(self, now: int, without: frozenset[int] = frozenset()) -> None:
        """Mark the step at index ``now``; those at ``without`` are not of this case, and are not there."""
        for index, (name, label) in enumerate(zip(self._names, self._labels, strict=True)):
            state = "now" if index == now else "done" if index < now else "tocome"
            label.setHidden(index in without)
            label.setText(f"✓{name}" if state == "done" else name)
            set_look(label, "step", state)
