"""受付: what is it for, and where does it go."""

from __future__ import annotations

from counter_app.domain.issuance import states
from ui.presenters.page import Around, Page, working
from ui.view_models import Choice, Primary, PrimaryButton, ReceptionBody, Step


def reception(state: states.Opening | states.AtReception, around: Around) -> Page:
    """Opening shows the page already, so that the clerk may listen while the number comes."""
    draft = around.draft
    body = ReceptionBody(
        purposes=tuple(Choice(code=code, label=label) for code, label in around.staff.pack.purposes[:9]),
        chosen=draft.purpose,
        ticket=draft.ticket,
        destination=draft.destination,
    )
    label = Primary.TO_IDENTITY if state.known is None else Primary.TO_PERSONS
    if isinstance(state, states.Opening):
        return Page(step=Step.RECEPTION, body=body, primary=working(label))
    return Page(
        step=Step.RECEPTION, body=body, primary=PrimaryButton(label=label, enabled=bool(draft.purpose))
    )
