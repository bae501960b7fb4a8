"""承認 as the clerk sees it: the page lies before an approver, and other visitors are served meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.view_models.bodies import PageImage


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalBody:
    """``phase``: ``asking``, ``waiting``, ``in_doubt`` (a trouble says why), ``recalling`` or ``returned``.

    ``since`` is the gateway's time of day at which it was asked for (10:42), empty before that; ``waiting``
    whole seconds since then. Once returned: ``outcome`` is an ``ApprovalState`` value (``returned``,
    ``recalled`` or ``lapsed``), ``by`` the approver's name, ``reason`` a ``ReturnReason`` value, ``note`` his
    words; each may be empty.
    """

    phase: str
    since: str = ""
    waiting: int = 0
    outcome: str = ""
    by: str = ""
    reason: str = ""
    note: str = ""
    pages: tuple[PageImage, ...] = ()
