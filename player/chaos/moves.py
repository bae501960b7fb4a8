"""What the clerk of the kill test presses, by the state that the program said last."""

from __future__ import annotations

# Presses tried one after another in a state, and again from the start. Ticks come in a Gray code that begins
# with both set: that is what a page never touched before wants, and a press in vain costs the clerk a wait.
TICKS = (("1",), ("2",), ("Return",), ("1",), ("Return",), ("2",), ("Return",), ("1",), ("Return",), ("2",))
MOVES: dict[str, tuple[tuple[str, ...], ...]] = {
    "AtReception": (("1", "Return"),),
    "Comparing": TICKS,
    "ChoosingPersons": (("1",), ("Return",)),
    "ChoosingItems": (("F3",), ("Return",)),
    # seen once, the signature is taken back by the same key: the second time it is seen, and the check begins
    "AtRequestForm": (("1",), ("1",), ("F3",), ("Return",)),
    "Checked": (("Return",),),
    "Troubled": (("Return",),),
    "ApprovalReturned": (("Return",),),
    "Parked": (("Prior",), ("F6",)),
    "Held": (("Return",),),
    "HandingOver": (("1", "2", "Return"), *TICKS),
}
WORKING = frozenset(
    {
        *(
            "Opening",
            "LookingAtCard",
            "ReadingCard",
            "Finding",
            "ReadingHousehold",
            "AskingApproval",
            "RecallingApproval",
            "PrintingForm",
            "Checking",
        ),
        *("Allotting", "Rendering", "Releasing", "Spooling", "Printing", "RecordingCollation"),
        *("RecordingPayment", "RecordingHandOver", "RecordingOutcome", "RecordingSpoil"),
    }
)

WITH_NUMBER = (("3",), ("F3",), ("Return",))
"""``ChoosingItems`` where 個人番号 is asked for. After a restart the first key may take it away again."""
