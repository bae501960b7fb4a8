"""What the gateway allotted, compared with what was decided and with what its codes say, before it prints."""

from __future__ import annotations

from counter_app.application.paper_ports import SheetCodes
from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.issuance.values import Issue
from counter_app.domain.render_model import RenderModel, SheetStamp
from counter_app.domain.sheet_code import MODEL_HASH_BYTES, SheetClaims


def check_issue(issue: Issue, codes: SheetCodes) -> None:
    """Read the code of every sheet, and compare the fee with the one the clerk was shown.

    Refused(PAGE_DIFFERS_FROM_RECORD) with ``difference`` ``fee`` or ``code``: a sheet whose code is not the
    town's, or speaks of another sheet, job or page, would be found out at the scan only, as paper
    (design.md 1, promise 2; section 6, "The code").
    """
    if issue.fee != issue.verdict.fee:
        raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="fee")
    for stamp in issue.stamps:
        try:
            claims = codes.read(stamp.code)
        except Refused as error:
            raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="code") from error
        if not _speaks_of(claims, stamp, issue.job, issue.model):
            raise Refused(FailureCode.PAGE_DIFFERS_FROM_RECORD, difference="code")


def _speaks_of(claims: SheetClaims, stamp: SheetStamp, job: str, model: RenderModel) -> bool:
    """Tell whether ``claims`` are of this very sheet; its number holds town, terminal, day and place."""
    return (
        (claims.number, claims.page, claims.pages) == (stamp.number, stamp.page, stamp.pages)
        and (claims.town_code, claims.issued_on.isoformat()) == (model.town_code, model.issued_on)
        and claims.kind == model.kind.value
        and claims.job.hex() == job
        and claims.model_hash == bytes.fromhex(model.sha256())[:MODEL_HASH_BYTES]
    )
