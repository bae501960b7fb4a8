"""Which view shows which body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.view_models import SignInBody
from ui.views.body_view import BodyView
from ui.views.sign_in_view import SignInView
from ui.widgets.theme import Theme

if TYPE_CHECKING:
    from ui.view_models import Body

APPROVER = "ui.view_models.approver"
"""Where an approver's pages come from: known by name, for none of them is loaded for the first paint."""


def view_for(body: Body, theme: Theme) -> BodyView:
    """A new view for ``body``: never one that has shown another person."""
    if isinstance(body, SignInBody):
        return SignInView(theme)
    if type(body).__module__ == APPROVER:
        from ui.views.approver_views import approver_view_for  # noqa: PLC0415 - as below

        return approver_view_for(body, theme)
    from ui.views.case_views import case_view_for  # noqa: PLC0415 - the first paint waits for no page of a case

    return case_view_for(body, theme)


def screen_key(case_id: str, body: Body) -> tuple[str, str, str]:
    """What makes a screen the same one: its case, its kind, and for a credential which one."""
    if isinstance(body, SignInBody) or type(body).__module__ == APPROVER:
        return case_id, type(body).__name__, ""
    from ui.views.case_views import credential_of  # noqa: PLC0415 - as above

    return case_id, type(body).__name__, credential_of(body)
