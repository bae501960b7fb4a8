"""``CardReaders`` over any ``CardLinks``: the real readers and the simulator run this same code."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from counter_app.application.card_port import CardPart, CardRead, CardSeen, Credential, ReaderNotice
from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from devices import face_trust
from devices.card_link import CardLinks
from devices.card_session import CardSession, CredentialAnswerLostError, LongAnswerLostError
from devices.card_table import CardFile, CardTable, Lock, first_generation
from devices.card_visit import CardVisit, refuse_wrong
from devices.credentials import locks_for, sendable
from devices.long_reads import LongReads
from devices.tlv import TlvError

RETURN_SECONDS = 2.5
"""How long a card may take to lie on the reader again before a lost answer stays unknown."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one visit is for. ``digits``: the credential as it is sent, wiped by who made them."""

    parts: frozenset[CardPart]
    locks: tuple[Lock, ...]
    digits: bytearray = field(repr=False)
    last_try_confirmed: bool


class MyNumberCardReaders:
    """The readers behind ``links``; ``face_ca_keys`` as ``face_trust.load_ca_keys`` takes them.

    ``long_reads`` False: no answer beyond 256 bytes is ever asked for. Raises what
    ``CardReaders`` says. Not to be called for one reader from two threads at once.
    """

    def __init__(
        self,
        links: CardLinks,
        face_ca_keys: tuple[bytes, ...] = (),
        table: CardTable | None = None,
        *,
        long_reads: bool = True,
    ) -> None:
        self._links = links
        self._long_reads = LongReads(wanted=long_reads)
        self._table = table or first_generation()
        self._ca_keys = face_trust.load_ca_keys(face_ca_keys)

    def names(self) -> tuple[str, ...]:
        """The readers present, in a stable order."""
        return self._links.names()

    def watch(self, notify: Callable[[ReaderNotice], None]) -> Callable[[], None]:
        """Call ``notify`` from the watcher's own thread on every change; returns what stops it."""
        return self._links.watch(notify)

    @contextmanager
    def _visit(self, reader: str) -> Iterator[CardVisit]:
        """Yield a visit to the card in ``reader``; the card is unpowered on every way out."""
        link = self._links.connect(reader)
        try:
            yield CardVisit(CardSession(link, self._table), self._ca_keys)
        except TlvError:
            raise Refused(FailureCode.CARD_CONTENT_INVALID) from None
        finally:
            link.close()

    def look(self, reader: str) -> CardSeen:
        """Recognise the card by AID and read the free counters. Spends nothing; always unpowers."""
        with self._visit(reader) as visit:
            kind, label = visit.recognise()
            visit.count(kind, self._table.locks)
            return CardSeen(kind=kind, token_label=label, tries=visit.findings.tries())

    def read(
        self,
        reader: str,
        parts: frozenset[CardPart],
        credential: Credential | None,
        *,
        last_try_confirmed: bool = False,
    ) -> CardRead:
        """Read ``parts`` in one exclusive session; see ``CardReaders.read``.

        A credential opens what ``credentials.NEEDS`` says; anything else is CARD_CREDENTIAL_FORMAT, sent
        to no card. AUTH_PIN with the certificate makes the holder's key sign a challenge.
        """
        began = time.monotonic()
        try:
            locks = locks_for(self._table, parts, credential)
        except Refused:
            if credential is not None:
                credential.wipe()
            raise
        with sendable(credential, locks) as digits:
            plan = Plan(parts, locks, digits, last_try_confirmed)
            try:
                visit, seen = self._visited(reader, plan)
            except LongAnswerLostError as long:
                visit, seen = self._visited_in_short(reader, plan, long.lost)
        return _told(visit, seen, began)

    def _visited_in_short(self, reader: str, plan: Plan, lost: Unavailable) -> tuple[CardVisit, CardSeen]:
        """Visit anew after a long answer was lost, before anything was spent.

        Raises ``lost`` where the card is gone; where it is still there it was the reader that could not.
        """
        try:
            visited = self._visited(reader, plan, short=True)
        except Unavailable as error:
            raise (lost if error.failure.code is FailureCode.CARD_ABSENT else error) from lost
        except (Refused, Uncertain):
            self._long_reads.lost(reader)
            raise
        self._long_reads.lost(reader)
        return visited

    def _visited(self, reader: str, plan: Plan, *, short: bool = False) -> tuple[CardVisit, CardSeen]:
        """Make one whole visit, ``short``: by short answers only.

        Raises ``LongAnswerLostError`` where one got lost before a credential was presented.
        """
        visit: CardVisit | None = None
        try:
            with self._visit(reader) as visit:
                session = visit.session
                if not short and (plan.locks or CardPart.CERTIFICATE in plan.parts):
                    session.carries = self._long_reads.carried(reader, session.link)
                before = session.carries
                try:
                    seen = self._prepared(visit, plan)
                    visit.take(plan.locks, plan.digits)
                finally:
                    if session.carries is not None and session.carries != before:
                        self._long_reads.note(reader, session.link, session.carries)
                return visit, seen
        except LongAnswerLostError as long:
            if visit is None or not visit.presented:
                raise
            self._long_reads.lost(reader)
            raise long.lost from long
        except CredentialAnswerLostError as lost:
            if visit is None:
                raise lost.lost from lost
            raise self._outcome_of_lost(reader, visit, plan.locks, lost) from lost

    def _prepared(self, visit: CardVisit, plan: Plan) -> CardSeen:
        """Do all that spends nothing: recognise, count, read what is free, refuse what must not be tried."""
        parts, locks = plan.parts, plan.locks
        kind, label = visit.recognise()
        if CardPart.CERTIFICATE in parts:
            visit.read_certificate()
        elif locks:
            visit.fingerprint()
        visit.count(kind, self._table.locks if CardPart.COUNTERS in parts else locks)
        seen = CardSeen(kind=kind, token_label=label, tries=visit.findings.tries())
        visit.guard(locks, last_try_confirmed=plan.last_try_confirmed)
        return seen

    def _outcome_of_lost(
        self, reader: str, before: CardVisit, locks: tuple[Lock, ...], lost: CredentialAnswerLostError
    ) -> PortError:
        """Return what became of a credential whose answer was lost, by asking the counter afresh.

        The counter is believed only on the same card. Where it did not fall the credential was right or
        never arrived: the visit failed, no try was lost, and the first failure stands.
        """
        lock = locks[before.presented]
        unknown = Uncertain(FailureCode.CARD_OUTCOME_UNKNOWN)
        try:
            if not self._links.await_card(reader, RETURN_SECONDS):
                return unknown
            with self._visit(reader) as again:
                if again.session.head(CardFile.AUTH_CERTIFICATE) != before.findings.auth_head:
                    return unknown
                left = again.session.tries(lock)
        except (Unavailable, Refused):
            return unknown
        if left < before.findings.counters[lock.application, lock.kind]:
            return refuse_wrong(lock.kind, left)
        return lost.lost


def _told(visit: CardVisit, seen: CardSeen, began: float) -> CardRead:
    """Return what ``visit`` found; ``began`` on the monotonic clock."""
    found = visit.findings
    return CardRead(
        seen=seen,
        attributes=found.attributes,
        photo_png=found.photo_png,
        signature=found.signature,
        chip_genuine=found.chip_genuine,
        certificate_der=found.certificate_der,
        not_after=found.not_after,
        tries=found.tries(),
        apdu_count=visit.session.apdu_count,
        elapsed_ms=(time.monotonic() - began) * 1000,
    )
