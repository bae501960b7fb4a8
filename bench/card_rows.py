"""The card: commands counted by the card itself, times beside OpenSC's library, over pcscd and vpcd."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from bench.peers.asked import PROJECT, Peer
from bench.table import Line, Section, against
from bench.timing import alternate, timed
from counter_app.application.card_port import CardPart, CardReaders, Credential
from counter_app.domain.identity import CredentialKind
from devices import open_readers
from player import personas
from player.parts.card_lab import CardLab

SOMEBODY = "watanabe"
ROUNDS = 40
AIR_ROUNDS = 4
AIR_MS = 15
MOST_COMMANDS = 20
TOKEN_LABEL = "B0 jpki 0006"  # noqa: S105 - the card's trace of reading a file
READ_BINARY, VERIFY, SELECT = "B0", "20", "A4"
CERTIFICATE = frozenset({CardPart.CERTIFICATE})


class CertificateDiffersError(Exception):
    """A peer or we read something else than the card holds: nothing would be comparable."""


class CardBench:
    """One virtual card behind the real service, our readers, and OpenSC with two configurations."""

    def __init__(self, directory: Path, ending: ExitStack) -> None:
        self._persona = personas.fetch({SOMEBODY}, PROJECT)[SOMEBODY]
        card = directory / "card.json"
        card.write_text(personas.card_json(self._persona), encoding="utf-8")
        self._lab = CardLab(directory / "lab", card)
        ending.callback(self._lab.stop)
        self._lab.start()
        os.environ.update(self._lab.environment)  # pyscard reads it at its first call
        face_ca = (self._lab.face_ca_file.read_bytes(),)
        self._readers: CardReaders = open_readers(face_ca)
        self._short_readers: CardReaders = open_readers(face_ca, long_reads=False)
        self._genuine = hashlib.sha256(bytes.fromhex(self._lab.command("certificate"))).hexdigest()
        only_jpki = directory / "opensc-jpki.conf"
        only_jpki.write_text("app default {\n  card_drivers = jpki;\n}\n", encoding="ascii")
        plain = {**os.environ, "HOME": str(directory)}
        self._default = ending.enter_context(_opensc(plain))
        self._jpki = ending.enter_context(_opensc({**plain, "OPENSC_CONF": str(only_jpki)}))

    def identified(self) -> Section:
        """Row 1: both sessions of a strong identification, as the counter holds them."""
        by_code, by_pin = self._sessions(self._short_readers)
        total = len(by_code) + len(by_pin)
        self._read(self._readers, CERTIFICATE, None)  # what the reader carries is known from here on
        long_by_code, long_by_pin = self._sessions(self._readers)
        return Section(
            title="Four attributes, authentication certificate and challenge signature",
            how=(
                "Commands as the card process counted them, short reads (256 bytes), label, tries and "
                "fingerprint reads included: the fingerprint, the certificate's first 256 bytes with its "
                "serial number, tells one card from another. Tries are those of the credential in hand. "
                "The counter never holds two credentials at once, so these are two sessions, each with its "
                "own power-up; the goal is set against their sum."
            ),
            lines=(
                Line(work="attributes by 照合番号B", measured=f"{len(by_code)} APDUs"),
                Line(work="certificate and signature by PIN", measured=f"{len(by_pin)} APDUs"),
                Line(
                    work="both sessions",
                    goal=f"≤ {MOST_COMMANDS} APDUs",
                    measured=f"{total} APDUs",
                    met=total <= MOST_COMMANDS,
                ),
                Line(
                    work="for comparison: both sessions on a reader that carries long answers",
                    measured=f"{len(long_by_code) + len(long_by_pin)} APDUs",
                ),
            ),
        )

    def _sessions(self, readers: CardReaders) -> tuple[list[str], list[str]]:
        """Trace the two sessions over ``readers``."""
        attributes = frozenset({CardPart.ATTRIBUTES})
        return (
            self._trace(lambda: self._read(readers, attributes, CredentialKind.CODE_B)),
            self._trace(lambda: self._read(readers, CERTIFICATE, CredentialKind.AUTH_PIN)),
        )

    def certificate(self) -> Section:
        """Row 2: the certificate alone, beside OpenSC."""
        lines = [
            *self._counts(),
            *self._times(ROUNDS, self._readers, "time per reading", 0.5),
            *self._times(ROUNDS, self._short_readers, "time per reading by short reads", None),
        ]
        self._lab.command(f"delay {AIR_MS}")
        air = f"{AIR_MS} ms a command for the air"
        lines += self._times(AIR_ROUNDS, self._readers, f"time per reading, {air}", None)
        lines += self._times(AIR_ROUNDS, self._short_readers, f"by short reads, {air}", None)
        self._lab.command("delay 0")
        return Section(
            title="Authentication certificate alone, beside OpenSC",
            how=(
                "Both sides read the same card through the same pcscd, in turn; both certificates are "
                "compared with what was issued. OpenSC is driven in one process by the library calls "
                "that `pkcs15-tool --read-certificate` makes (connect, bind, find, read, unbind, "
                "disconnect), with its context kept open: process start and set-up are not counted, "
                "which is its best case. Ours is one whole `CardReaders.read`: connect, label, certificate, "
                "power-down, its context kept from reading to reading as the counter does. The reader here "
                "carries long answers, which ours found out by its first reading; OpenSC reads 256 bytes at "
                "a time, and ours on a reader that does not is printed beside. Commands that only read the "
                "label or a counter, and SELECTs for nothing else, are left out of the count on both sides; "
                "the times are of everything."
            ),
            lines=tuple(lines),
        )

    def _counts(self) -> list[Line]:
        """Commands beside both, ours by long and by short reads."""
        short = self._trace(lambda: self._read(self._short_readers, CERTIFICATE, None))
        self._read(self._readers, CERTIFICATE, None)  # the first tries what the reader carries
        ours = self._trace(lambda: self._read(self._readers, CERTIFICATE, None))
        default = self._trace(partial(self._theirs, self._default))
        jpki = self._trace(partial(self._theirs, self._jpki))
        served = [counted(trace) for trace in (ours, short, default, jpki)]
        return [
            against(served[0], served[2], 0.25, "commands, beside default drivers", unit="APDUs"),
            against(served[1], served[2], 0.25, "commands by short reads, beside the same", unit="APDUs"),
            against(served[0], served[3], None, "commands, beside card_drivers = jpki", unit="APDUs"),
            against(served[1], served[3], None, "commands by short reads, beside the same", unit="APDUs"),
            Line(
                work="all commands, label and tries reads too; by short reads",
                measured=f"{len(ours)}; {len(short)} APDUs",
                peer=f"{len(default)} / {len(jpki)} APDUs",
            ),
        ]

    def _times(self, rounds: int, readers: CardReaders, work: str, most: float | None) -> list[Line]:
        """Time per reading beside both; the goal stands against the faster one."""
        pairs = [
            (name, *alternate(partial(self._our_time, readers), partial(self._theirs, peer), rounds))
            for name, peer in (("default drivers", self._default), ("card_drivers = jpki", self._jpki))
        ]
        best = min(theirs for _, _, theirs in pairs)
        return [
            against(ours, theirs, most if theirs == best else None, f"{work}, beside {name}")
            for name, ours, theirs in pairs
        ]

    def _our_time(self, readers: CardReaders) -> float:
        return timed(lambda: self._read(readers, CERTIFICATE, None))

    def _theirs(self, peer: Peer) -> float:
        answer = peer.ask()
        self._require(answer["sha256"])
        return float(answer["ms"])

    def _read(self, readers: CardReaders, parts: frozenset[CardPart], kind: CredentialKind | None) -> None:
        credential = Credential(kind, self._persona[kind.value]) if kind else None
        found = readers.read(self._lab.reader, parts, credential)
        if CardPart.CERTIFICATE in parts:
            self._require(hashlib.sha256(found.certificate_der).hexdigest())

    def _require(self, digest: str) -> None:
        if digest != self._genuine:
            raise CertificateDiffersError(digest)

    def _trace(self, act: Callable[[], object]) -> list[str]:
        self._lab.command("log on")
        act()
        trace: list[str] = json.loads(self._lab.command("trace"))
        self._lab.command("log off")
        return trace


def counted(trace: Sequence[str]) -> int:
    """Return the commands that serve the certificate: no label, no counter, no SELECT for those alone.

    A trace line is INS, application, file and status word. A counter is VERIFY without data: 63Cx.
    """
    total = pending = 0
    for entry in trace:
        ins, _, _, word = entry.split()
        if ins == SELECT:
            served = word == "9000"
            pending = pending + 1 if served else pending
            total += not served
        elif entry.startswith(TOKEN_LABEL) or (ins == VERIFY and word.startswith("63C")):
            continue
        else:
            total += pending + 1
            pending = 0
    return total


def _opensc(environment: Mapping[str, str]) -> Peer:
    return Peer([sys.executable, "-m", "bench.peers.opensc_reading"], environment)


def sections(directory: Path) -> list[Section]:
    """Measure both rows."""
    with ExitStack() as ending:
        bench = CardBench(directory, ending)
        return [bench.identified(), bench.certificate()]
