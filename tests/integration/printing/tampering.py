"""Plants differences in a finished file, and tells which one the identity check names."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from counter_app.application.paper_ports import RenderedPages
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.render_model import RenderJob
from printing.pages import CertificatePages


def difference(pages: CertificatePages, finished: bytes, rendered: RenderedPages, job: RenderJob) -> str:
    with pytest.raises(Refused) as refused:
        pages.verify(finished, rendered, job)
    assert refused.value.failure.code is FailureCode.PAGE_DIFFERS_FROM_RECORD
    return refused.value.failure.facts["difference"]


def altered(rendered: RenderedPages, change: Callable[[pikepdf.Pdf], None]) -> RenderedPages:
    """Return P0 with ``change`` made to it, as if it had been rendered so."""
    with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = out.getvalue()
    return replace(rendered, pdf=data, sha256=hashlib.sha256(data).hexdigest())


def in_content(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        assert old in content
        pdf.pages[0].Contents = pdf.make_stream(content.replace(old, new, 1))

    return change
