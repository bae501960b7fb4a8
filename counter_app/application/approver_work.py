"""What an approver does, and on which lane: the queue, the record, the page drawn here, the decision.

The page is this program's own: a counter's PC is not believed where an approval is due (design.md 6).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from counter_app.application.approval_port import ApprovalQueue, ApprovalRecord, WaitingApproval
from counter_app.application.case_memory import Preview
from counter_app.application.lanes_port import Lane, Lanes
from counter_app.application.paper_ports import Pages, RenderedPages
from counter_app.application.port_errors import PortError
from counter_app.application.registry_port import Role, StaffSession
from counter_app.domain.approvals import ReturnReason
from counter_app.domain.failures import Failure, FailureCode
from counter_app.domain.issuance import effects
from counter_app.domain.render_model import RenderJob

APPROVING = frozenset({Role.SUPERVISOR})
"""Roles that may approve (design.md 4): nobody else is let into the approver's window."""
EXAMINED_DPI = 144
"""A page to be read, not only recognised: about twice the pixels of a counter's preview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproverDesk:
    """What an approver works with, once he has signed in."""

    queue: ApprovalQueue
    pages: Pages
    staff: StaffSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A record, and the page drawn from it. ``failure`` is why this page must not be approved here.

    ``pages`` is None where it could not be drawn at all. Lives in memory, for as long as it is looked at.
    """

    record: ApprovalRecord = field(repr=False)
    pages: RenderedPages | None = field(repr=False)
    failure: Failure | None = None


Told = Callable[["BaseException | None"], None]


class ApproverWork:
    """Belongs to the owner thread; every ``then`` is called there, with (value, None) or (None, error).

    ``desk`` is replaced when somebody else signs in.
    """

    def __init__(self, desk: ApproverDesk, lanes: Lanes) -> None:
        self.desk = desk
        self._lanes = lanes

    def ask_waiting(
        self, then: Callable[[tuple[WaitingApproval, ...] | None, BaseException | None], None]
    ) -> None:
        """Ask for the queue."""
        self._lanes.run(Lane.NETWORK, self.desk.queue.waiting, then)

    def examine(
        self, approval_id: str, then: Callable[[Examined | None, BaseException | None], None]
    ) -> None:
        """Read the record behind a line of the queue, then draw its page."""
        desk = self.desk

        def draw(record: ApprovalRecord | None, error: BaseException | None) -> None:
            if record is None:
                then(None, error)
            else:
                self._lanes.run(Lane.PRINTER, lambda: drawn(record, desk.pages), then)

        self._lanes.run(Lane.NETWORK, lambda: desk.queue.read(approval_id), draw)

    def show_sheet(
        self, examined: Examined, sheet: int, then: Callable[[Preview | None, BaseException | None], None]
    ) -> None:
        """Rasterise one sheet, from 0, of a page that could be drawn."""
        pages, pdf = self.desk.pages, b"" if examined.pages is None else examined.pages.pdf

        def raster() -> Preview:
            width, height, rgba = pages.preview(pdf, sheet, EXAMINED_DPI)
            return Preview(width=width, height=height, rgba=rgba)

        self._lanes.run(Lane.PRINTER, raster, then)

    def approve(self, examined: Examined, then: Told) -> None:
        """Sign over the page drawn here and send it; the same key for the same record, however often."""
        desk, record, pages = self.desk, examined.record, examined.pages
        digest = "" if pages is None else pages.sha256
        key = effects.key("approve", record.approval_id, digest, desk.staff.staff_id)
        self._lanes.run(
            Lane.NETWORK, lambda: desk.queue.approve(key, record, digest), lambda _none, error: then(error)
        )

    def give_back(self, approval_id: str, reason: ReturnReason, then: Told) -> None:
        """Return the case to its clerk."""
        desk = self.desk
        key = effects.key("give_back", approval_id, reason.value, desk.staff.staff_id)
        self._lanes.run(
            Lane.NETWORK,
            lambda: desk.queue.give_back(key, approval_id, reason, ""),
            lambda _none, error: then(error),
        )


def drawn(record: ApprovalRecord, pages: Pages) -> Examined:
    """Draw the page of ``record`` and compare it with what the counter's PC drew. Blocks (PRINTER lane).

    Another renderer is told apart from another page: it draws other bytes of the same content.
    """
    try:
        rendered = pages.render(RenderJob(model=record.model, stamps=record.stamps))
    except PortError as error:
        return Examined(record=record, pages=None, failure=error.failure)
    code: FailureCode | None = None
    if rendered.renderer_id != record.renderer_id:
        code = FailureCode.RENDERER_DIFFERS
    elif rendered.sha256 != record.p0_sha256:
        code = FailureCode.APPROVAL_DIFFERS
    return Examined(record=record, pages=rendered, failure=None if code is None else Failure(code=code))
