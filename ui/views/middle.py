"""The middle of the window: steps, the question, trouble, the work, and the training strip below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.view_models import ScreenModel, Step
from ui.views import words
from ui.views.body_view import BodyView
from ui.views.exercise_strip import ExerciseStripView
from ui.views.trouble_panel import TroublePanel
from ui.widgets.labels import TextLabel, fill
from ui.widgets.panel import column
from ui.widgets.step_track import StepTrack
from ui.widgets.theme import Theme

_STEPS = tuple(Step)
_RING_ROOM = 8
"""Pixels around the work, so that the focus ring is never cut."""


class WorkArea(QScrollArea):
    """Room for the work; it scrolls rather than cuts, and leaves every key to the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("work")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Not the area's business."""
        event.ignore()


class Middle(QWidget):
    """Holds one body view at a time; the one before is deleted, with all it showed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("middle")
        self._track = StepTrack(theme, tuple(words.word(words.STEPS, step) for step in _STEPS))
        self._question = TextLabel(role="question", wrap=True)
        self._trouble = TroublePanel(theme)
        self._area = WorkArea()
        self._hint = TextLabel(role="heading", wrap=True)
        self._hint.setContentsMargins(_RING_ROOM, 0, _RING_ROOM, 0)
        self.strip = ExerciseStripView(theme)
        layout = column(self, theme, inset=0, gap=8)
        layout.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(6))
        head = QWidget()
        above = column(head, theme, gap=8)
        above.setContentsMargins(_RING_ROOM, 0, _RING_ROOM, 0)
        above.addWidget(self._track)
        above.addWidget(self._question)
        above.addWidget(self._trouble)
        layout.addWidget(head)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self.strip)

    def put(self, view: BodyView) -> None:
        """Show ``view`` from now on."""
        old = self._area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        view.setContentsMargins(_RING_ROOM, _RING_ROOM, _RING_ROOM, _RING_ROOM)
        self._area.setWidget(view)

    def show_frame(self, model: ScreenModel, view: BodyView) -> None:
        """Show what stands around the body; call after the body has been shown."""
        self._track.setVisible(model.step is not None)
        if model.step is not None:
            without = () if model.with_approval or model.step is Step.APPROVAL else (Step.APPROVAL,)
            self._track.show_step(_STEPS.index(model.step), frozenset(map(_STEPS.index, without)))
        self._question.setText(view.question())
        self._trouble.show_trouble(model.trouble)
        view.stand_beside(model.trouble)
        hint = model.exercise_hint if model.exercise is None else ""
        self._hint.setText(fill(words.word(words.EXERCISE_HINTS, hint), model.exercise_fact))
        self._hint.setVisible(bool(hint))
        self.strip.show_strip(model.exercise)

    def see(self, widget: QWidget) -> None:
        """Scroll so that ``widget`` is in sight."""
        work = self._area.widget()
        if work is not None and work.isAncestorOf(widget):
            self._area.ensureWidgetVisible(widget, 0, 12)
