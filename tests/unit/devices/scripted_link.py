"""A card link that answers from a script: for answers that no virtual card gives."""

from __future__ import annotations

from counter_app.application.port_errors import Unavailable
from counter_app.domain.failures import FailureCode


class ScriptedLink:
    """Answers in order, as hex; ``lost`` stands for a transport that fails. Keeps what was sent, as hex."""

    def __init__(self, *answers: str) -> None:
        self._answers = list(answers)
        self.sent: list[str] = []

    def transmit(self, command: bytearray) -> bytes:
        self.sent.append(bytes(command).hex())
        answer = self._answers.pop(0)
        if answer == "lost":
            raise Unavailable(FailureCode.CARD_PULLED)
        return bytes.fromhex(answer)

    def atr(self) -> bytes:
        return b""

    def in_blocks(self) -> bool:
        return True

    def repower(self) -> None:
        self.sent.append("power")

    def close(self) -> None:
        self._answers.clear()
