"""The one record on the approver's screen: read sheet by sheet, signed by two strokes of Enter, or returned.

It is dropped whole when it is left; an answer that comes after that reaches nobody.
"""

from __future__ import annotations

from typing import Protocol

from counter_app.application.approver_work import ApproverWork, Examined
from counter_app.application.case_memory import Preview
from counter_app.application.port_errors import Refused, Uncertain
from counter_app.domain.approvals import ReturnReason
from counter_app.domain.failures import Failure, FailureCode
from ui import view_models as vm
from ui.presenters.approver_comparing import compared
from ui.presenters.approver_screen import KEPT, Opened, Phase

NO_MORE = frozenset({FailureCode.GATEWAY_REFUSED, FailureCode.APPROVAL_MISSING})
"""What a record that waits no more is answered with: taken back, run out, or decided by somebody else."""
OVERTAKEN = frozenset({FailureCode.RECORD_CHANGED, FailureCode.ISSUE_HELD})
"""Decided anew at the gateway, it is not what was laid before him: it lapses, and the clerk begins again."""


class Around(Protocol):
    """What a record tells the window that it is open in."""

    def shows(self, opened: Opened) -> bool:
        """Whether this record is still the one on the screen."""
        ...

    def leave(self, outcome: str) -> None:
        """Back to the list, with what became of it."""
        ...

    def unreadable(self, failure: Failure | None) -> None:
        """Back to the list, and why: it could not even be read."""
        ...

    def failure_of(self, error: BaseException | None) -> Failure | None:
        """What to say of an error; None where the approver must sign in again."""
        ...

    def ask(self) -> None:
        """Ask for the queue."""
        ...

    def show(self) -> None:
        """Render."""
        ...


class RecordAtHand:
    """Changes ``opened`` as keys and answers come; ``work`` is the approver's who opened it."""

    def __init__(self, opened: Opened, work: ApproverWork, around: Around) -> None:
        self._opened = opened
        self._work = work
        self._around = around

    def read(self) -> None:
        """Have the record read and its page drawn here."""
        self._work.examine(self._opened.approval_id, self._examined)

    def handle(self, intent: vm.Intent) -> None:
        """One key of the approver's."""
        opened = self._opened
        match intent:
            case vm.SheetSeen(sheet=sheet) if sheet == opened.at and opened.sheet is not None:
                opened.seen = opened.seen | {sheet}
            case vm.SheetTurned(change=change):
                self._turn_to(opened.at + change)
            case vm.PreviewHeld(held=held):
                opened.large = held
            case vm.PrimaryPressed():
                self._enter()
            case vm.BackPressed():
                self._back()
            case vm.ReturnReasonChosen(reason=reason) if opened.phase is Phase.RETURNING:
                opened.reason = ReturnReason(reason)
            case vm.ActionPressed(action=action) if opened.phase in (Phase.READING, Phase.LOOKING):
                self._act(action)
            case _:
                pass

    def _examined(self, examined: Examined | None, error: BaseException | None) -> None:
        opened = self._opened
        if not self._around.shows(opened):
            return
        if examined is not None:
            opened.examined, opened.phase = examined, Phase.LOOKING
            opened.lines = compared(examined.record, self._work.desk.staff.pack)
            self._turn_to(0)
        elif _is(error, NO_MORE):
            self._around.leave("gone")
            self._around.ask()
        else:
            self._around.unreadable(self._around.failure_of(error))
        self._around.show()

    def _turn_to(self, sheet: int) -> None:
        opened = self._opened
        if opened.examined is None or not 0 <= sheet < opened.sheets:
            return
        opened.at, opened.sheet = sheet, None
        self._work.show_sheet(
            opened.examined, sheet, lambda drawn, error: self._sheet_drawn(sheet, drawn, error)
        )

    def _sheet_drawn(self, sheet: int, drawn: Preview | None, error: BaseException | None) -> None:
        opened = self._opened
        if not self._around.shows(opened) or opened.at != sheet:
            return
        if drawn is None:
            opened.failure = self._around.failure_of(error)
        else:
            opened.sheet = vm.PageImage(width=drawn.width, height=drawn.height, rgba=drawn.rgba)
        self._around.show()

    def _enter(self) -> None:
        opened = self._opened
        match opened.phase:
            case Phase.LOOKING if opened.approvable:
                opened.phase, opened.failure = Phase.ASKING, None
            case Phase.ASKING if opened.approvable and opened.examined is not None:
                opened.phase, opened.failure = Phase.SIGNING, None
                self._work.approve(opened.examined, lambda error: self._decided("approved", error))
            case Phase.RETURNING if opened.reason is not None:
                opened.phase, opened.failure = Phase.SENDING_BACK, None
                self._work.give_back(
                    opened.approval_id, opened.reason, lambda error: self._decided("returned", error)
                )
            case _:
                pass

    def _back(self) -> None:
        opened = self._opened
        if opened.phase in (Phase.ASKING, Phase.RETURNING):
            opened.phase = Phase.LOOKING
            if not opened.refused:
                opened.failure = None

    def _act(self, action: vm.Action) -> None:
        opened = self._opened
        match action:
            case vm.Action.TO_LIST:
                self._around.leave("")
            case vm.Action.PREVIEW:  # its button: there is nothing to hold
                opened.large = not opened.large
            case vm.Action.PARK:
                self._around.leave(KEPT)
            case vm.Action.GIVE_BACK if opened.phase is Phase.LOOKING:
                opened.phase, opened.failure = Phase.RETURNING, None
            case _:
                pass

    def _decided(self, outcome: str, error: BaseException | None) -> None:
        """Done; or not, or not known: the same key sends the same decision once more."""
        opened = self._opened
        if not self._around.shows(opened):
            return
        if error is None or _is(error, OVERTAKEN):
            self._around.leave(outcome if error is None else "overtaken")
        else:
            signing = opened.phase is Phase.SIGNING
            opened.phase = Phase.ASKING if signing else Phase.RETURNING
            opened.refused = opened.refused or (signing and isinstance(error, Refused))
            opened.unsettled = isinstance(error, Uncertain)
            opened.failure = self._around.failure_of(error)
        self._around.ask()  # where it waits no more, the answer says so, and the record leaves
        self._around.show()


def _is(error: BaseException | None, codes: frozenset[FailureCode]) -> bool:
    return isinstance(error, Refused) and error.failure.code in codes
