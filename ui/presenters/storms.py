"""A key that bounces is not a second answer: Enter pressed twice must not go two steps."""

from __future__ import annotations

from counter_app.application.clock_port import Clock
from ui import view_models as vm

_ENTER = (
    vm.PrimaryPressed | vm.ReceptionSubmitted | vm.PapersSubmitted | vm.FormSubmitted | vm.CredentialSubmitted
)


class Storms:
    """Knows the last key that goes somewhere, and when it was pressed. Ticks and typing pass freely."""

    def __init__(self, clock: Clock, settle: float) -> None:
        self._clock = clock
        self._settle = settle
        self._last = ""
        self._at = 0.0

    def repeats(self, intent: vm.Intent) -> bool:
        """Tell whether this is the same key again within ``settle`` seconds of its last press."""
        key = _key(intent)
        if not key:
            return False
        now = self._clock.monotonic()
        repeated = key == self._last and now - self._at < self._settle
        self._last, self._at = key, now
        return repeated


def _key(intent: vm.Intent) -> str:
    match intent:
        case vm.ActionPressed(action=action):
            return "back" if action is vm.Action.BACK else action.value
        case vm.BackPressed():
            return "back"
        case _ if isinstance(intent, _ENTER):
            return "enter"
        case _:
            return ""
