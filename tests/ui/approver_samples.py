"""An approver's screens with made-up people of 架空町: the list, a page that agrees, one that does not."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.samples import TOP
from ui.view_models import (
    Action,
    ActionButton,
    BottomBar,
    Chip,
    ComparedLine,
    Device,
    ExamineBody,
    PageImage,
    Primary,
    PrimaryButton,
    QueueBody,
    QueueRow,
    ReturnBody,
    ScreenModel,
    Tone,
)

PRINCIPAL = "渡邉　葛\U000e0102美"
AGENT = "川島　次郎"
DIGEST = "7c1e…9a40"

QUEUE = tuple(
    QueueRow(
        approval_id=f"a{number}",
        number=number,
        counter=counter,
        scope=scope,
        trigger=trigger,
        waiting=waiting,
        selected=number == "030",
    )
    for number, counter, scope, trigger, waiting in (
        ("030", 2, "personal", "agent", 52),
        ("033", 1, "part_of_household", "my_number", 21),
        ("034", 3, "whole_household", "identity", 5),
    )
)
LINES = (
    ComparedLine(
        code="requester",
        verdict="same",
        kind="AGENT",
        names=(AGENT, PRINCIPAL),
        dates=("令和8年10月30日",),
    ),
    ComparedLine(
        code="visitor",
        verdict="same",
        kind="papers",
        names=(AGENT,),
        codes=("driving_licence",),
        dates=("令和11年3月1日",),
        counts=(2,),
    ),
    ComparedLine(code="persons", verdict="same", kind="personal", names=(PRINCIPAL,), counts=(1,)),
    ComparedLine(code="items", verdict="same", text="F-030"),
    ComparedLine(code="restriction", verdict="same", at="10:43:07"),
    ComparedLine(code="fee", verdict="same", counts=(1, 1, 300, 300)),
    ComparedLine(code="form", verdict="same", kind="年金の請求", text="架空年金事務所"),
    ComparedLine(code="earlier", verdict="attention", counts=(2,), at="10:43:07"),
)
MANY = tuple(f"渡邉　架空{digit}" for digit in "一二三四五六七八九")
WRONG = tuple(
    replace(line, verdict="differs", names=(*MANY, "𠮷田　架空子"), kind="whole_household", counts=(10,))
    if line.code == "persons"
    else replace(
        line, verdict="differs", codes=("head_and_relationship", "honseki", "my_number"), marked=True
    )
    if line.code == "items"
    else line
    for line in LINES
)


def sheet(width: int = 992, height: int = 1403) -> PageImage:
    """A sheet of grey lines: something to scroll."""
    rows = (
        b"\xdd\xdd\xdd\xff" * width if y % 40 == 0 else b"\xff\xff\xff\xff" * width for y in range(height)
    )
    return PageImage(width=width, height=height, rgba=b"".join(rows))


def examine(**changes: object) -> ExamineBody:
    """A page being looked at, of two sheets, the first one on the screen."""
    fields: dict[str, object] = {
        "number": "030",
        "phase": "looking",
        "page": sheet(),
        "sheets": 2,
        "digest": DIGEST,
        "lines": LINES,
    }
    return ExamineBody(**(fields | changes))  # type: ignore[arg-type]


_EXAMINING = (Action.TO_LIST, Action.GIVE_BACK, Action.PARK, Action.PREVIEW)
ALL_SEEN = frozenset({0, 1})
SCREENS: dict[str, tuple[ExamineBody | QueueBody | ReturnBody, Primary, bool, tuple[Action, ...]]] = {
    "list": (QueueBody(waiting=3), Primary.EXAMINE, True, (Action.SIGN_OUT,)),
    "empty": (
        QueueBody(waiting=0, number="030", outcome="approved"),
        Primary.EXAMINE,
        False,
        (Action.SIGN_OUT,),
    ),
    "gone": (QueueBody(waiting=3, number="031", outcome="gone"), Primary.EXAMINE, True, (Action.SIGN_OUT,)),
    "reading": (ExamineBody(number="030", phase="reading"), Primary.TO_SIGN, False, _EXAMINING),
    "looking": (examine(), Primary.TO_SIGN, False, _EXAMINING),
    "seen": (examine(seen=ALL_SEEN, at=1), Primary.TO_SIGN, True, _EXAMINING),
    "large": (examine(seen=ALL_SEEN, large=True), Primary.TO_SIGN, True, _EXAMINING),
    "asking": (examine(phase="asking", seen=ALL_SEEN, at=1), Primary.SIGN, True, (Action.BACK,)),
    "signing": (examine(phase="signing", seen=ALL_SEEN, at=1), Primary.SIGN, False, ()),
    "wrong": (examine(lines=WRONG, stop="lines", seen=ALL_SEEN), Primary.TO_SIGN, False, _EXAMINING),
    "returning": (
        ReturnBody(number="030", reasons=("requester", "papers", "persons", "items", "copies", "page")),
        Primary.GIVE_BACK,
        False,
        (Action.BACK,),
    ),
}


def approver_screen(name: str, **changes: object) -> ScreenModel:
    """The whole screen; ``changes`` go into its model."""
    body, primary, enabled, actions = SCREENS[name]
    model = ScreenModel(
        top=replace(
            TOP,
            counter=0,
            approving=True,
            clerk="齋藤　明美",
            role="SUPERVISOR",
            chips=(Chip(device=Device.APPROVALS, state="", tone=Tone.ATTENTION, count=3),),
        ),
        bottom=BottomBar(
            buttons=tuple(ActionButton(action=action) for action in actions),
            primary=PrimaryButton(label=primary, enabled=enabled, working=name == "signing"),
        ),
        body=body,
        queue=() if name == "empty" else QUEUE,
        case_id="" if isinstance(body, QueueBody) else "a030",
    )
    return replace(model, **changes)  # type: ignore[arg-type]
