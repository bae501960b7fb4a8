"""Whole screens around the sample bodies: top bar, open cases, this case, buttons."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.body_samples import BODIES
from tests.ui.sample_values import NON_BMP_NAME
from ui.view_models import (
    Action,
    ActionButton,
    Banner,
    Body,
    BottomBar,
    CaseRow,
    CaseSummary,
    Chip,
    Counts,
    Device,
    ExerciseStrip,
    Mode,
    Persona,
    PrimaryButton,
    ScreenModel,
    Tone,
    TopBar,
    Trouble,
)

TOP = TopBar(
    town="架空町",
    office="住民課",
    counter=2,
    mode=Mode.NORMAL,
    chips=(
        Chip(device=Device.CARD, state="read", tone=Tone.GOOD),
        Chip(device=Device.PRINTER, state="idle", tone=Tone.GOOD),
        Chip(device=Device.PAPER, state="left", tone=Tone.GOOD, count=182),
        Chip(device=Device.UNSENT, state="", tone=Tone.QUIET, count=0),
    ),
    clerk="山田 花子",
    role="CLERK",
    now="令和8年11月23日 10:42",
)
BEFORE_SIGN_IN = replace(TOP, clerk="", role="")
CASES = (
    CaseRow(
        case_id="c31", number="031", scope="personal", copies=1, state="identity", waiting=80, selected=True
    ),
    CaseRow(
        case_id="c30",
        number="030",
        scope="part_of_household",
        copies=1,
        state="printing",
        waiting=40,
        selected=False,
        news="approved",
    ),
    CaseRow(
        case_id="c29",
        number="029",
        scope="whole_household",
        copies=2,
        state="parked",
        waiting=1325,
        selected=False,
    ),
)
SUMMARY = CaseSummary(
    number="031",
    requester="SELF",
    method="card_code_b",
    scope="part_of_household",
    items=(),
    copies=1,
    sheets=1,
    purpose="年金の請求",
    fee=300,
)
BUTTONS = (Action.BACK, Action.PARK, Action.WITHDRAW, Action.WITHOUT_CARD, Action.NEW_CASE)


def screen(
    name: str,
    *,
    body: Body | None = None,
    trouble: Trouble | None = None,
    banner: Banner | None = None,
    training: bool = False,
    exercise: bool = False,
    sheets: bool = False,
    buttons: tuple[Action, ...] = BUTTONS,
    primary_enabled: bool = True,
    attempt: int = 0,
) -> ScreenModel:
    """The whole screen around a sample body; ``body`` replaces it by another of the same step."""
    step, primary, sample = BODIES[name]
    signed_in = name != "sign_in"
    mode = TOP.mode if banner is None else banner.mode
    return ScreenModel(
        top=replace(TOP if signed_in else BEFORE_SIGN_IN, mode=mode, training=training),
        bottom=BottomBar(
            buttons=tuple(ActionButton(action=action) for action in buttons) if signed_in else (),
            primary=None if primary is None else PrimaryButton(label=primary, enabled=primary_enabled),
        ),
        body=sample if body is None else body,
        banner=banner,
        cases=CASES if signed_in else (),
        counts=Counts(day="2026-11-23", since="08:30", handed_over=27, spoiled=1),
        case_id="c31" if step is not None else "",
        step=step,
        with_approval=name.startswith(("check", "approval")),
        summary=SUMMARY if step is not None else None,
        trouble=trouble,
        exercise=replace(PERSONAS, sheets=sheets) if exercise else None,
        exercise_hint="sheet" if sheets and training else "",
        attempt=attempt,
    )


PERSONAS = ExerciseStrip(
    personas=tuple(
        Persona(persona_id=f"p{number}", name=name)
        for number, name in enumerate(
            ("架空　花子", NON_BMP_NAME, "架空　一郎", "暗証番号ロック", "期限切れ"), start=1
        )
    ),
    on_reader="p1",
)
