"""項目・通数 while F9 is held: the sheets as they would print now, drawn anew when the choice changes."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.application.case_desk import CaseDesk
from counter_app.application.case_memory import Preview
from counter_app.domain.failures import Failure
from counter_app.domain.issuance import states
from counter_app.domain.issuance.values import Order
from ui.presenters.page import NOT_AHEAD, Ahead
from ui.view_models import PageImage


class PageAhead:
    """Asks for the sheets, drops what comes too late, and wipes it when F9 goes up or the step is left.

    A failure stays until the choice changes: it is the early word of what would stop the print.
    """

    def __init__(self, show: Callable[[], None]) -> None:
        self._show = show
        self._held = False
        self._of: tuple[str, Order] | None = None
        self._sheets: tuple[PageImage, ...] = ()
        self._failure: Failure | None = None
        self._asked = 0

    def press(self, *, held: bool) -> None:
        """F9 went down or up."""
        if held != self._held:
            self._held = held
            self._drop()
            if held:
                self._of = None

    def toggle(self) -> None:
        """The button: there is nothing to hold."""
        self.press(held=not self._held)

    def at(self, desk: CaseDesk, case_id: str) -> Ahead:
        """What the page of ``case_id`` shows of it; asks for the sheets where F9 is held and they lack."""
        case = desk.cases.get(case_id)
        if case is None or not isinstance(case.state, states.ChoosingItems):
            self._held, self._of, self._failure = False, None, None
            self._drop()
            return NOT_AHEAD
        of = (case_id, case.state.order)
        if of != self._of:
            self._of, self._failure = of, None
            self._drop()
            if self._held:
                self._ask(desk, case_id)
        return Ahead(held=self._held, sheets=self._sheets, failure=self._failure)

    def _ask(self, desk: CaseDesk, case_id: str) -> None:
        asked = self._asked

        def wanted() -> bool:
            return asked == self._asked

        def drawn(sheets: tuple[Preview, ...], failure: Failure | None) -> None:
            self._failure = failure
            self._sheets = tuple(PageImage(width=s.width, height=s.height, rgba=s.rgba) for s in sheets)
            self._show()

        desk.preview(case_id, wanted, drawn)

    def _drop(self) -> None:
        """No sheet is shown, and none that is on its way will be."""
        self._asked += 1
        self._sheets = ()
