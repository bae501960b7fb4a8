"""The one window: renders a ``ScreenModel`` and sends intents. Keys are routed here and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMainWindow, QPushButton, QWidget

from ui import view_models as vm
from ui.shortcuts import Shortcut
from ui.view_models import Action, ScreenModel, SignInBody
from ui.views.body_view import BodyView
from ui.views.body_views import screen_key, view_for
from ui.views.bottom_bar import BottomBarView
from ui.views.case_list import CaseList
from ui.views.case_panel import CaseSummaryView
from ui.views.key_gate import KeyGate
from ui.views.keys import KEYS
from ui.views.middle import Middle
from ui.views.top_bar import BannerView, TopBarView
from ui.widgets.focus_ring import FocusRing
from ui.widgets.name_edit import NameEdit
from ui.widgets.panel import column
from ui.widgets.scan_edit import ScanEdit
from ui.widgets.theme import Theme

if TYPE_CHECKING:
    from ui.views.approver_queue import ApproverQueue

SETTLE_MS = 350
LET_GO_MS = 150
"""X repeats a held key as release and press, and Qt cannot always tell; a finger takes longer than this."""
SCAN_NOT_WANTED = vm.Trouble(code="SCAN_NOT_WANTED")


def _next_thing(view: BodyView) -> tuple[QWidget | None, Action | None]:
    """What the hands go on with; when it changes, the focus goes along."""
    return view.first_focus(), view.next_action()


class MainWindow(QMainWindow):
    """``intent`` carries one ``Intent``; ``closed`` is sent when the window is closed.

    Enter is heard once per ``render``, never while a key repeats, and not in the first ``settle_ms`` of a new
    screen: a second stroke meant for the screen before never skips a step. A scan outside the scan field does
    nothing, and the page says so until the next key.
    """

    intent = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, *, settle_ms: int = SETTLE_MS) -> None:
        super().__init__()
        self._theme = theme
        self._settle_ms = settle_ms
        self._model: ScreenModel | None = None
        self._key: tuple[str, str, str] | None = None
        self._attempt = 0
        self._armed = False
        self._settled = QDeadlineTimer(0)
        self._view: BodyView | None = None
        self._page_held = False
        self._scan_refused = False
        self._letting_go = QTimer(self, singleShot=True, interval=LET_GO_MS)
        self._letting_go.timeout.connect(self._let_go)
        self.setWindowTitle(self.tr("Madoguchi"))
        self._top = TopBarView(theme)
        self._banner = BannerView(theme)
        self._cases = CaseList(theme)
        self._queue: ApproverQueue | None = None
        self._middle = Middle(theme)
        self._summary = CaseSummaryView(theme)
        self._bottom = BottomBarView(theme)
        self._lay_out(theme)
        self._ring = FocusRing(self, theme)
        self._gate = KeyGate(self)
        self._gate.refused.connect(self._on_scan_refused)
        self._gate.heard.connect(self._on_heard)
        self._cases.intended.connect(self.intent)
        self._middle.strip.intended.connect(self.intent)
        self._bottom.acted.connect(self._on_action)
        self._bottom.primary_clicked.connect(self._on_primary)
        QApplication.styleHints().setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusAllControls)

    def _lay_out(self, theme: Theme) -> None:
        centre = QWidget()
        outside = column(centre, theme)
        outside.setSpacing(0)
        outside.addWidget(self._top)
        outside.addWidget(self._banner)
        between = self._between = QHBoxLayout()
        between.setContentsMargins(0, 0, 0, 0)
        between.setSpacing(0)
        between.addWidget(self._cases)
        between.addWidget(self._middle, 1)
        between.addWidget(self._summary)
        outside.addLayout(between, 1)
        outside.addWidget(self._bottom)
        self.setCentralWidget(centre)

    def render(self, screen: ScreenModel) -> None:  # type: ignore[override]
        """Show ``screen``. Cheap where nothing changed; fields being typed in keep their text.

        The presenters' word for it; Qt's own ``render`` is not virtual and nothing here calls it.
        """
        model = screen
        self._armed = True
        if model == self._model:
            return
        key = screen_key(model.case_id, model.body)
        new_screen = key != self._key or self._view is None
        if new_screen:
            self._gate.forget()
            self._new_view(model, key)
        view = self._view
        if view is None:
            return
        before = _next_thing(view)
        if new_screen or self._model is None or model.body != self._model.body:
            self._scan_refused = False
            view.show_body(model.body)
        moved_on = _next_thing(view) != before
        again = model.attempt != self._attempt
        if again and not new_screen:
            view.clear_fields()
        strip_closed = self._model is not None and self._model.exercise is not None and model.exercise is None
        self._attempt = model.attempt
        self._model = model
        self._show_frame(model, view)
        refocus = new_screen or again or moved_on or strip_closed or self._focus_is_lost()
        if model.exercise is None and refocus:
            self._focus_first()

    def _new_view(self, model: ScreenModel, key: tuple[str, str, str]) -> None:
        view = view_for(model.body, self._theme)
        self._view, self._key = view, key
        view.intended.connect(self.intent)
        view.changed.connect(self._show_primary)
        view.touched.connect(self._middle.see)
        self._middle.put(view)
        self._settled = QDeadlineTimer(self._settle_ms)

    def _show_frame(self, model: ScreenModel, view: BodyView) -> None:
        self._top.show_top(model.top)
        self._banner.show_banner(model.banner)
        self._cases.show_cases(model.cases, model.counts)
        self._cases.allow_new(allowed=any(b.action is Action.NEW_CASE for b in model.bottom.buttons))
        self._summary.show_summary(model.summary)
        signed_in = not isinstance(model.body, SignInBody)
        self._cases.setVisible(signed_in and model.queue is None)
        self._show_queue(model)
        # while F9 is held the page stands in the place of the case
        ahead = signed_in and isinstance(model.body, vm.ItemsBody) and model.body.preview_held
        self._summary.setVisible(signed_in and not ahead and model.queue is None)
        self._show_middle(model, view)
        self._bottom.show_bottom(model.bottom)
        self._show_primary()

    def _show_queue(self, model: ScreenModel) -> None:
        """An approver's queue, in the place of the cases; made where there is one."""
        if model.queue is not None and self._queue is None:
            from ui.views.approver_queue import ApproverQueue  # noqa: PLC0415 - no counter ever shows one

            self._queue = ApproverQueue(self._theme)
            self._queue.intended.connect(self.intent)
            self._between.insertWidget(0, self._queue)
        if self._queue is not None:
            self._queue.setVisible(model.queue is not None)
            self._queue.show_queue(model.queue or (), choosing=not model.case_id)

    def _show_middle(self, model: ScreenModel, view: BodyView) -> None:
        shown = replace(model, trouble=SCAN_NOT_WANTED) if self._scan_refused else model
        self._middle.show_frame(shown, view)

    def _on_scan_refused(self) -> None:
        """Say it; where a scan is wanted and the focus had gone elsewhere, the next one finds its field."""
        self._say_scan_refused(refused=True)
        if self._view is not None and isinstance(self._view.first_focus(), ScanEdit):
            self._focus_first()

    def _on_heard(self) -> None:
        self._say_scan_refused(refused=False)

    def _say_scan_refused(self, *, refused: bool) -> None:
        if refused != self._scan_refused and self._model is not None and self._view is not None:
            self._scan_refused = refused
            self._show_middle(self._model, self._view)

    def _show_primary(self) -> None:
        """Enable the blue button where both the presenter and the fields allow it; keep the focus sane."""
        primary = self._model.bottom.primary if self._model is not None else None
        if primary is None or self._view is None:
            return
        button = self._bottom.primary
        allowed = primary.enabled and not primary.working and self._view.ready()
        if button.hasFocus() and not allowed:
            self._middle.setFocus()
        button.setEnabled(allowed)
        if allowed and self._focus_is_lost():
            button.setFocus()

    def _focus_is_lost(self) -> bool:
        focus = self.focusWidget()
        return focus is None or focus in (self, self._middle) or not focus.isVisibleTo(self)

    def _focus_first(self) -> None:
        target = self._view.first_focus() if self._view is not None else None
        if target is None:
            button = self._bottom.primary
            target = button if button.isVisibleTo(self) and button.isEnabled() else self._next_button()
        if target is None:
            target = self._middle
        target.setFocus()
        self._middle.see(target)

    def _next_button(self) -> QPushButton | None:
        return self._bottom.button_for(self._view.next_action()) if self._view is not None else None

    def _on_action(self, action: Action) -> None:
        self.intent.emit(vm.BackPressed() if action is Action.BACK else vm.ActionPressed(action))

    def _on_primary(self) -> None:
        """Enter: on to the next gap in the fields, else the intent of this screen, once."""
        model, view = self._model, self._view
        if model is None or view is None or model.bottom.primary is None:
            return
        if not self._armed or not self._settled.hasExpired():
            return
        gap = None if view.ready() else view.next_gap()
        if gap is not None:
            gap.setFocus()
            self._middle.see(gap)
        elif self._bottom.primary.isEnabled():
            self._armed = False
            self.intent.emit(view.primary_intent())
        elif (button := self._next_button()) is not None:
            if not button.hasFocus():
                button.setFocus()
                return
            self._armed = False
            button.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Route what no field wanted."""
        shortcut = KEYS.get(Qt.Key(event.key()))
        if shortcut is Shortcut.PREVIEW:
            self._letting_go.stop()
        if event.isAutoRepeat():
            return
        if shortcut is not None:
            self._on_shortcut(shortcut)
        elif not isinstance(self.focusWidget(), QLineEdit) or event.text().isalpha():
            self._on_character(event.text())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """F9 shows the page only while it is held."""
        if KEYS.get(Qt.Key(event.key())) is Shortcut.PREVIEW and self._page_held:
            self._letting_go.start()
        else:
            super().keyReleaseEvent(event)

    def _on_shortcut(self, shortcut: Shortcut) -> None:
        focus = self.focusWidget()
        if isinstance(focus, NameEdit) and focus.composing:
            return
        if shortcut is Shortcut.PRIMARY:
            self._on_primary()
        elif shortcut in (Shortcut.CASE_ABOVE, Shortcut.CASE_BELOW):
            change = -1 if shortcut is Shortcut.CASE_ABOVE else 1
            if self._view is None or not self._view.turn(change):
                (self._queue or self._cases).select_by(change)
        elif shortcut in (Shortcut.MORE_COPIES, Shortcut.FEWER_COPIES):
            if self._view is not None:
                self._view.step_by(1 if shortcut is Shortcut.MORE_COPIES else -1)
        elif shortcut is Shortcut.BACK and self._middle.strip.isVisibleTo(self):
            self.intent.emit(vm.ActionPressed(Action.EXERCISE))
        else:
            self._on_action_key(shortcut)

    def _on_action_key(self, shortcut: Shortcut) -> None:
        action = self._bottom.action_for(shortcut)
        if action is None:
            return
        if action is Action.PREVIEW:
            if not self._page_held:
                self._page_held = True
                self.intent.emit(vm.PreviewHeld(held=True))
        else:
            self._on_action(action)

    def _let_go(self) -> None:
        self._page_held = False
        self.intent.emit(vm.PreviewHeld(held=False))

    def _on_character(self, text: str) -> None:
        if self._view is None or len(text) != 1:
            return
        if text in "123456789":
            self._view.digit(int(text))
        elif "a" <= text.lower() <= "i":
            self._view.letter(ord(text.lower()) - ord("a"))

    def showEvent(self, event: QShowEvent) -> None:
        """Keys come through the gate as soon as there are any."""
        self._gate.attend()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes; nothing is asked."""
        self.closed.emit()
        super().closeEvent(event)
