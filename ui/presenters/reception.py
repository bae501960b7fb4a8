"""受付: what it is for, who is asking, and where it goes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from counter_app.domain import requests
from counter_app.domain.issuance import states
from counter_app.domain.requests import ISSUABLE, RequesterKind
from ui.presenters.mandate import agent_in
from ui.presenters.page import Around, Page, working
from ui.view_models import Choice, Primary, PrimaryButton, ReceptionBody, Step

OWN = "OWN"
REQUESTERS: Mapping[str, RequesterKind | None] = MappingProxyType(
    {OWN: None} | {kind.value: kind for kind in RequesterKind if kind not in requests.OWN}
)
"""What may be chosen, in the order of the letters; 本人 and 同一世帯 are one choice, and the first."""


def requester_code(requester: RequesterKind | None) -> str:
    """The choice as the screen words it."""
    return OWN if requester is None else requester.value


def reception_body(around: Around) -> ReceptionBody:
    """What is chosen and typed there so far."""
    draft = around.draft
    return ReceptionBody(
        purposes=tuple(Choice(code=code, label=label) for code, label in around.staff.pack.purposes[:9]),
        chosen=draft.purpose,
        requesters=tuple(REQUESTERS),
        requester=requester_code(draft.requester),
        ticket=draft.ticket,
        destination=draft.destination,
    )


def reception(state: states.Opening | states.AtReception, around: Around) -> Page:
    """Opening shows the page already, so that the clerk may listen while the number comes."""
    draft, body = around.draft, reception_body(around)
    # whoever came with a 委任状 shows it for each request, and his own card where he asks for himself
    known = state.known is not None and agent_in(state.known.evidence) is None
    label = Primary.TO_PERSONS if known else Primary.TO_IDENTITY
    if draft.requester is not None:
        # whoever has rules goes on to his papers; every other class is recorded as held
        label = Primary.TO_IDENTITY if draft.requester in ISSUABLE else Primary.RECORD_HELD
    if isinstance(state, states.Opening):
        return Page(step=Step.RECEPTION, body=body, primary=working(label))
    return Page(
        step=Step.RECEPTION, body=body, primary=PrimaryButton(label=label, enabled=bool(draft.purpose))
    )
