"""Characters that follow one another as no hand types them: a keyboard-wedge reader is told from a clerk."""

from __future__ import annotations

APART_MS = 60
"""A reader leaves 1–30 ms between two characters; a longer pause ends what belongs together."""

CODE_MARK = "RRQ"
"""Base45 of D2 84, with which every tagged COSE_Sign1 begins (RFC 9052 4.2, RFC 9285): every sheet's code."""

_QUICK, _QUICK_MS = 4, 70
_STEADY = 8


class TypingRun:
    """The characters that came without a pause, up to Enter. Times are whole ms of one clock.

    ``by_machine``: four changing characters within 70 ms (a reader at 20 ms each needs 60; a hand that rolls
    over four keys, more), eight without a pause of 60 ms (17 a second), or the beginning of a sheet's code. A
    key that lies down repeats one character, which counts once.
    """

    def __init__(self) -> None:
        self.text = ""
        self._at = 0
        self._changes: list[int] = []

    def follows(self, at: int) -> bool:
        """Whether a key at ``at`` belongs to this run. A clock that went back begins a new one."""
        return bool(self.text) and 0 <= at - self._at <= APART_MS

    def press(self, character: str, at: int) -> None:
        """A character; it begins a new run where it does not follow."""
        if not self.follows(at):
            self.end()
        if not self.text.endswith(character):
            self._changes = [*self._changes, at][-_STEADY:]
        self.text += character
        self._at = at

    def end(self) -> None:
        """Forget what was typed: it may be a secret."""
        self.text = ""
        self._changes = []

    @property
    def by_machine(self) -> bool:
        """Whether no hand typed this."""
        if self.text.startswith(CODE_MARK) or len(self._changes) >= _STEADY:
            return True
        last = self._changes[-_QUICK:]
        return len(last) == _QUICK and last[-1] - last[0] <= _QUICK_MS

    @property
    def open(self) -> bool:
        """Whether it is, or may yet become, a sheet's code, however slow the reader."""
        return self.by_machine or CODE_MARK.startswith(self.text)
