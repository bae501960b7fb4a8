"""What a case holds in memory only: credential, photo, pages, seal, previews. Wiped at every exit."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.application.card_port import CardRead, Credential
from counter_app.application.paper_ports import RenderedPages
from counter_app.application.registry_port import Seal


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One page for the screen: pixels and RGBA bytes."""

    width: int
    height: int
    rgba: bytes


@dataclass(slots=True)
class CaseMemory:
    """The volatile belongings of one case. Never journaled, never logged, never written.

    ``seal_at``: when the seal was asked for, in seconds of the monotonic clock.
    """

    credential: Credential | None = None
    card: CardRead | None = None
    pages: RenderedPages | None = None
    seal: Seal | None = None
    seal_at: float = 0.0
    previews: list[Preview] = field(default_factory=list)

    def lend(self, *, credential: bool = False) -> CaseMemory:
        """A copy for one piece of work, so that nothing it finds can land here after the case was left.

        With ``credential`` the secret itself goes along: whoever works with it wipes it, and nobody can wipe
        it under his hands, which would send a wrong PIN to the card.
        """
        lent = CaseMemory(
            card=self.card,
            pages=self.pages,
            seal=self.seal,
            seal_at=self.seal_at,
            previews=list(self.previews),
        )
        if credential:
            lent.credential, self.credential = self.credential, None
        return lent

    def keep(self, lent: CaseMemory) -> None:
        """Take over what the work found; only for an answer that is still wanted."""
        self.card, self.pages, self.seal = lent.card, lent.pages, lent.seal
        self.seal_at = lent.seal_at
        self.previews[:] = lent.previews

    def forget_secrets(self) -> None:
        """Wipe what identification needed."""
        if self.credential is not None:
            self.credential.wipe()
        self.credential = None
        self.card = None

    def forget_pages(self) -> None:
        """Wipe what printing needed."""
        self.pages = None
        self.seal = None
        self.previews.clear()
