"""Pages whose bytes are their content's digest, and codes that say what they are."""

from __future__ import annotations

import hashlib
from datetime import date

from counter_app.application.paper_ports import FormContent, RenderedPages, SlipContent
from counter_app.application.port_errors import PortError, Refused
from counter_app.application.registry_port import Seal
from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import RenderJob, RenderModel
from counter_app.domain.sheet_code import MODEL_HASH_BYTES, SheetClaims


class FakePages:
    """Implements ``Pages``. ``fault`` is raised by the next rendering."""

    def __init__(self) -> None:
        self.fault: PortError | None = None
        self.forms: list[FormContent] = []
        self.drafts: list[RenderModel] = []
        self.slips: list[SlipContent] = []

    def render(self, job: RenderJob) -> RenderedPages:
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault
        pdf = b"P0 " + job.model.canonical() + repr(job.stamps).encode()
        return RenderedPages(
            pdf=pdf,
            sha256=hashlib.sha256(pdf).hexdigest(),
            page_count=len(job.stamps),
            renderer_id="fake",
        )

    def draft(self, model: RenderModel) -> bytes:
        self.drafts.append(model)
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault
        return b"draft"

    def finish(self, pages: RenderedPages, seal: Seal) -> bytes:
        return pages.pdf + b" sealed " + seal.png

    def verify(self, finished: bytes, pages: RenderedPages, job: RenderJob) -> None:
        if not finished.startswith(pages.pdf) or self.render(job).sha256 != pages.sha256:
            raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="p0")

    def request_form(self, content: FormContent) -> bytes:
        self.forms.append(content)
        return b"form"

    def request_slip(self, content: SlipContent) -> bytes:
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault
        self.slips.append(content)
        return b"slip " + content.number.encode()

    def preview(self, pdf: bytes, page: int, dots_per_inch: int) -> tuple[int, int, bytes]:
        return 1, 1, bytes((page, 0, 0, 0))


def fake_code(number: str, job: str, model: RenderModel) -> str:
    """The code of a sheet of ``model`` as ``FakeSheetCodes`` reads it."""
    return f"{number}|{job}|{model.kind.value}|{model.sha256()[: 2 * MODEL_HASH_BYTES]}"


class FakeSheetCodes:
    """Implements ``SheetCodes``: a code is ``number|job``, and may go on ``|kind|model hash``."""

    def read(self, text: str) -> SheetClaims:
        try:
            number, job, *rest = text.split("|")
            kind, model_hash = rest or ("J02", "00" * MODEL_HASH_BYTES)
            town, terminal, day, serial, place = number.split("-")
            page, pages = place.split("/")
            return SheetClaims(
                town_code=town,
                terminal=terminal,
                issued_on=date.fromisoformat(day),
                serial=int(serial),
                page=int(page),
                pages=int(pages),
                kind=kind,
                model_hash=bytes.fromhex(model_hash),
                job=bytes.fromhex(job),
            )
        except ValueError as error:
            raise Refused(FailureCode.CODE_INVALID) from error
