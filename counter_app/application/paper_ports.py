"""The ports to paper: pages, codes and printers. Adapters: ``printing``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from counter_app.application.registry_port import Seal
from counter_app.domain.fallback import DeliveryWay
from counter_app.domain.render_model import RenderJob, RenderModel
from counter_app.domain.sheet_code import SheetClaims


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContent:
    """What the filled request form (請求書) shows, as it prints; lines are (label, value)."""

    town_name: str
    number: str
    printed_on: str
    lines: tuple[tuple[str, str], ...]
    training: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipContent:
    """What the slip of a request taken shows (受付票): no name, no birth date, nothing of the register.

    ``number`` is the slip's; ``taken_at`` as it prints (令和8年11月24日 09:05), and so the day ``promised``.
    """

    town_name: str
    office: str
    number: str
    taken_at: str
    delivery: DeliveryWay
    promised: str = ""
    training: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedPages:
    """P0: the pages with the seal box empty. ``pdf`` lives in memory only; ``sha256`` in hex."""

    pdf: bytes
    sha256: str
    page_count: int
    renderer_id: str


class Pages(Protocol):
    """Makes, finishes and checks pages. Pure but for reading fonts; every call blocks (PRINTER lane).

    Raises ``Refused``: GLYPH_MISSING (fact ``characters``), TEXT_DOES_NOT_FIT (fact ``field``),
    PAGE_DIFFERS_FROM_RECORD (fact ``difference``), FONT_ABSENT, RENDER_MODEL_INVALID.
    """

    def render(self, job: RenderJob) -> RenderedPages:
        """Render P0, the same bytes every time for the same job and renderer."""
        ...

    def draft(self, model: RenderModel) -> bytes:
        """One copy for the eye before anything is allotted: marked 見本, without number, code or seal.

        A PDF and no ``RenderedPages``, so that it can never be finished or released.
        """
        ...

    def finish(self, pages: RenderedPages, seal: Seal) -> bytes:
        """Add the seal to every page as an incremental update: the result begins with P0 byte for byte."""
        ...

    def verify(self, finished: bytes, pages: RenderedPages, job: RenderJob) -> None:
        """Read the finished file back with other libraries than wrote it and compare it with the record."""
        ...

    def request_form(self, content: FormContent) -> bytes:
        """The filled request form as a PDF, for signature."""
        ...

    def request_slip(self, content: SlipContent) -> bytes:
        """The slip that a visitor takes home whose request was only taken, as a PDF."""
        ...

    def preview(self, pdf: bytes, page: int, dots_per_inch: int) -> tuple[int, int, bytes]:
        """Rasterise one page: width, height in pixels, and RGBA bytes, row by row. Nothing touches disk."""
        ...


class SheetCodes(Protocol):
    """Reads the code on a sheet, offline, with the town's public keys."""

    def read(self, text: str) -> SheetClaims:
        """Open and verify a scanned code; Refused(CODE_INVALID) for anything not signed by the town."""
        ...


class DeviceState(StrEnum):
    """What the printer says of itself. Never proof of paper: the scan is."""

    READY = "ready"
    PRINTING = "printing"
    JAMMED = "jammed"
    EMPTY = "empty"
    DOOR_OPEN = "door_open"
    STOPPED = "stopped"
    UNREACHABLE = "unreachable"


class JobState(StrEnum):
    """Where a job is, by the printer's own account (RFC 8011 5.3.7)."""

    PENDING = "pending"
    PROCESSING = "processing"
    STOPPED = "stopped"
    COMPLETED = "completed"
    ABORTED = "aborted"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobReport:
    """Job and printer at one moment; ``device`` speaks while the job waits."""

    job_id: str
    job: JobState
    device: DeviceState


class PrintQueue(Protocol):
    """One printer. Every call blocks (PRINTER lane).

    Raises ``Unavailable`` (PRINTER_UNREACHABLE, PRINTER_STOPPED), ``Refused`` (PRINTER_REFUSED) or
    ``Uncertain`` (PRINT_OUTCOME_UNKNOWN: the printer may have the file).
    """

    def device_state(self) -> DeviceState:
        """The printer's state now; UNREACHABLE instead of raising."""
        ...

    def submit(self, pdf: bytes, job_name: str) -> str:
        """Send one PDF as A4; returns the job id. Sent at most once; ``job_name`` names nobody."""
        ...

    def watch(
        self, job_id: str, report: Callable[[JobReport], None], *, wanted: Callable[[], bool]
    ) -> JobReport:
        """Report every change until the job ends or ``wanted()`` turns false; returns the last report."""
        ...

    def cancel(self, job_id: str) -> None:
        """Ask the printer to cancel; harmless if the job has ended."""
        ...
