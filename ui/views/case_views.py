"""Which view shows which page of a case."""

from __future__ import annotations

from collections.abc import Callable

from ui.view_models import (
    ApprovalBody,
    Body,
    CardBody,
    CheckBody,
    ClosedBody,
    CollateBody,
    CompareBody,
    CredentialBody,
    DeferredBody,
    FormBody,
    HandOverBody,
    HeldBody,
    IssueBody,
    ItemsBody,
    PapersBody,
    PaymentBody,
    PersonsBody,
    ReceptionBody,
    ResidentListBody,
    SpoilBody,
    TakingBody,
    UncertainPrintBody,
    WithdrawBody,
)
from ui.views.approval_view import ApprovalView
from ui.views.body_view import BodyView
from ui.views.card_view import CardView
from ui.views.check_view import CheckView
from ui.views.closing_views import ClosedView, HeldView
from ui.views.collate_view import CollateView
from ui.views.compare_view import CompareView
from ui.views.credential_view import CredentialView
from ui.views.deferred_view import DeferredView
from ui.views.form_view import FormView
from ui.views.hand_over_view import HandOverView
from ui.views.issue_view import IssueView
from ui.views.items_view import ItemsView
from ui.views.papers_view import PapersView
from ui.views.payment_view import PaymentView
from ui.views.persons_view import PersonsView
from ui.views.reception_view import ReceptionView
from ui.views.resident_list_view import ResidentListView
from ui.views.spoil_view import SpoilView
from ui.views.taking_view import TakingView
from ui.views.uncertain_view import UncertainView
from ui.views.withdraw_view import WithdrawView
from ui.widgets.theme import Theme

_VIEWS: dict[type[Body], Callable[[Theme], BodyView]] = {
    ReceptionBody: ReceptionView,
    CardBody: CardView,
    PapersBody: PapersView,
    ResidentListBody: ResidentListView,
    CompareBody: CompareView,
    PersonsBody: PersonsView,
    ItemsBody: ItemsView,
    FormBody: FormView,
    CheckBody: CheckView,
    HeldBody: HeldView,
    ApprovalBody: ApprovalView,
    IssueBody: IssueView,
    CollateBody: CollateView,
    PaymentBody: PaymentView,
    HandOverBody: HandOverView,
    ClosedBody: ClosedView,
    UncertainPrintBody: UncertainView,
    SpoilBody: SpoilView,
    TakingBody: TakingView,
    DeferredBody: DeferredView,
    WithdrawBody: WithdrawView,
}


def case_view_for(body: Body, theme: Theme) -> BodyView:
    """A new view for ``body``: never one that has shown another person."""
    if isinstance(body, CredentialBody):
        return CredentialView(theme, body.kind)
    return _VIEWS[type(body)](theme)


def credential_of(body: Body) -> str:
    """Which credential ``body`` asks for; empty for every other page."""
    return body.kind if isinstance(body, CredentialBody) else ""
