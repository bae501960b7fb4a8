"""The composition root: arguments in, one whole counter out. The only file that imports all client rooms.

    main.py [--profile NAME] [--installation FILE] [--printer URI]   the counter
    main.py --simulated                                              the training mode
    main.py approve [--profile NAME] [--installation FILE]           the approver's window
    main.py play | card | check | render | verify                    see ``main.py COMMAND --help``

The window is painted before anything heavy is imported: adapters are imported where they are built, on the
lane that owns them, behind the window.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from counter_app.application.lanes_port import Lane
from counter_app.application.opening import Order, build_in_order
from counter_app.application.port_errors import PortError, Refused
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.command_line import arguments, complain, say
from counter_app.infrastructure.groundwork import Groundwork
from counter_app.infrastructure.system import ProfileNameInvalid

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.application.card_port import CardReaders
    from counter_app.application.case_memory import CaseMemory
    from counter_app.application.effect_work import Desk
    from counter_app.application.event_watch import EventWatch
    from counter_app.application.paper_ports import PrintQueue
    from counter_app.application.registry_port import StaffSession
    from counter_app.domain.issuance.states import IssuanceState
    from printing import Printing
    from ui.presenters.counter import CounterPresenter
    from ui.presenters.practice import PracticeStrip
    from ui.runtime.counter_window import CounterWindow
    from ui.runtime.turns import Turns


PRINTED = "printed"
"""Where a training's printer puts its files in place of paper, and its scanner finds them."""


class Parts(Groundwork):
    """All adapters of one counter, each built at its first use on the lane that owns it."""

    def readers(self) -> CardReaders:
        """The card readers: PC/SC, or the training mode's own."""
        if self.options.simulated:
            from devices.simulated import SimulatedCardReaders

            return SimulatedCardReaders()
        from devices import open_readers

        return open_readers(self.machine().face_ca_keys())

    def prepare(self) -> None:
        """Open the log, import what pages need and read the settings, while a training's gateway starts.

        One after the other, on one lane: nothing else may be waiting for the same imports.
        """
        self.open_log()
        from printing import pages, sheet_codes
        from ui.views import case_views

        del pages, sheet_codes, case_views
        self.settings()

    def printing(self) -> Printing:
        """Pages and codes, with the town's public keys."""
        from printing import open_printing

        installation, _machine = self.settings()
        return open_printing(self.names_font(), [installation.keys.sheet_code.model_dump()])

    def open_fonts(self) -> Path:
        """The file of the font that certificates print with. Raises Refused(FONT_ABSENT)."""
        from printing.glyphs import find_font

        return find_font(self.names_font())

    def queue(self) -> PrintQueue:
        """The certificate printer of this PC."""
        from printing import SIMULATED_SCHEME, open_queue

        # another printer than the machine's is an exercise's matter, files in place of paper a training's
        told = self.options.printer if self.options.printer and self.settings()[0].exercise else ""
        address = told or self.machine().printer_address
        if self.options.simulated:
            address = f"{SIMULATED_SCHEME}{self.profile.data / PRINTED}"
        elif address.startswith(SIMULATED_SCHEME):
            address = ""
        try:
            return open_queue(address)
        except ValueError as error:
            raise Refused(FailureCode.SETTINGS_INVALID, file="machine.toml", keys="printer.uri") from error


def window_of(parts: Parts, build: Callable[[StaffSession], None]) -> tuple[CounterWindow, Turns]:
    """The window and its sign-in; ``build`` makes the rest for the first person who is in."""
    from counter_app.infrastructure.browser import SystemBrowser
    from ui.runtime.counter_window import CounterWindow
    from ui.runtime.turns import Turns

    options = parts.options
    window = CounterWindow(
        scale_percent=options.scale,
        high_contrast=options.high_contrast,
        feed=options.exercise_feed,
        now=parts.clock.now,
        bug=parts.bug,
    )
    turns = Turns(
        window=window,
        ground=parts,
        browser=SystemBrowser(),
        build=build,
        training=options.simulated,
    )
    return window, turns


class Counter:
    """The running counter: its window and, once somebody has signed in, the desk with its cases."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.window, self.turns = window_of(parts, self._build)

    def run(self) -> int:
        """Show the window and serve until it is closed."""
        code = self.turns.serve()
        self.parts.close()
        return code

    def _build(self, staff: StaffSession) -> None:
        """The first clerk is signed in: build the rest, then go on to the counter."""
        parts = self.parts
        orders: list[Order] = [
            ("staff", Lane.NETWORK, lambda: staff),
            ("printing", Lane.PRINTER, parts.printing),
            ("queue", Lane.PRINTER, parts.queue),
            ("readers", Lane.CARD, parts.readers),
            ("practice", Lane.DELIVERY, lambda: parts.training.cards() if parts.training else {}),
            ("recovered", Lane.STORE, parts.recovered),
            ("slips", Lane.STORE, parts.slips),
        ]
        build_in_order(self.window.lanes, orders, self._begin, self.turns.not_ready)

    def _begin(self, built: Mapping[str, Any]) -> None:
        from counter_app.application.case_desk import CaseDesk
        from counter_app.application.taken_requests import TakenRequests
        from counter_app.infrastructure.store.event_codec import write_event
        from ui.presenters.counter import CounterPresenter

        presenter = CounterPresenter(
            view=self.window.screen,
            lanes=self.window.lanes,
            clock=self.parts.clock,
            codes=built["printing"].codes,
            outside=self.turns,
            practice=self._practice(built),
        )
        presenter.listen(self._watch(presenter))
        presenter.take_down(TakenRequests(built["slips"], self.window.lanes, self.parts.clock))
        journal, recovered = built["recovered"]
        cases = CaseDesk(
            desk=self._desk(built),
            journal=journal,
            lanes=self.window.lanes,
            write_event=write_event,
            changed=presenter.case_changed,
            bug=self.parts.bug,
            taken=self._taken,
        )
        cases.unreadable = recovered.unreadable
        for case_id, state in recovered.cases.items():
            cases.adopt(case_id, state)

        def begin(staff: StaffSession) -> None:
            cases.desk = replace(cases.desk, staff=staff)
            presenter.begin(cases)

        self.turns.opened(presenter, begin, built["staff"])
        built["readers"].watch(presenter.reader_notice)

    def _watch(self, presenter: CounterPresenter) -> EventWatch:
        """What tells the counter that an approval moved, and whether the line is there."""
        from counter_app.application.event_watch import EventWatch

        watch = EventWatch(
            self.parts.connection().events,
            self.window.lanes,
            self.parts.clock,
            moved=presenter.approval_moved,
            line=lambda up: presenter.line_moved(up=up, since=watch.down_since),
            bug=self.parts.bug,
        )
        return watch

    def _desk(self, built: Mapping[str, Any]) -> Desk:
        from counter_app.application.effect_work import Desk
        from counter_app.application.exercise_feed import KeepingQueue

        clock, queue = self.parts.clock, built["queue"]
        if (feed := self.window.feed) is not None:
            queue = KeepingQueue(queue, self.parts.profile.data, feed, self.window.lanes)
        return Desk(
            registry=self.parts.connection().registry,
            approvals=self.parts.connection().approvals,
            readers=built["readers"],
            pages=built["printing"].pages,
            queue=queue,
            codes=built["printing"].codes,
            staff=built["staff"],
            today=lambda: clock.now().date(),
            monotonic=clock.monotonic,
        )

    def _practice(self, built: Mapping[str, Any]) -> PracticeStrip | None:
        if self.parts.training is None:
            return None
        from devices.simulated.practice import PracticeHand, practice_cards
        from printing.simulated_tray import PaperTray
        from ui.presenters.practice import PracticeStrip, personas_of
        from ui.presenters.practice_paper import PracticeScanner
        from ui.views.practice_wedge import wedge_into

        found: Mapping[str, dict[str, Any]] = built["practice"]
        hand = PracticeHand(built["readers"], self.window.lanes, practice_cards(found), self.parts.bug)
        tray = PaperTray(self.parts.profile.data / PRINTED)
        scanner = PracticeScanner(self.window.lanes, tray, wedge_into(self.window.main), self.parts.bug)
        return PracticeStrip(personas_of(found), hand, scanner)

    def _taken(self, state: IssuanceState, memory: CaseMemory) -> None:
        if self.window.feed is not None:
            self.window.feed.taken(state, memory)


class Approver:
    """The running approver's window: the counter's window and sign-in, with the queue in place of cases."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.window, self.turns = window_of(parts, self._build)

    def run(self) -> int:
        """Show the window and serve until it is closed."""
        code = self.turns.serve()
        self.parts.close()
        return code

    def _build(self, staff: StaffSession) -> None:
        parts = self.parts
        orders: list[Order] = [
            ("staff", Lane.NETWORK, lambda: staff),
            ("line", Lane.NETWORK, parts.connection),
            ("printing", Lane.PRINTER, parts.printing),
        ]
        build_in_order(self.window.lanes, orders, self._begin, self.turns.not_ready)

    def _begin(self, built: Mapping[str, Any]) -> None:
        from ui.runtime.approver_window import seat_approver

        seat_approver(
            window=self.window,
            turns=self.turns,
            clock=self.parts.clock,
            line=built["line"],
            pages=built["printing"].pages,
            staff=built["staff"],
            bug=self.parts.bug,
        )


def play_command(options: argparse.Namespace) -> int:
    """Play a scenario: exit 0 if all that it states held."""
    from player.run import play

    return play(options.scenario, options.out)


def card_command(options: argparse.Namespace) -> int:
    """Read the card on the reader and print it as JSON; exit 1 if it could not be read."""
    from devices import open_readers
    from devices.card_command import told_card

    told = told_card(open_readers(), options.reader, options.read, options.credential_fd)
    return say(told, well="failure" not in told)


def render_command(options: argparse.Namespace) -> int:
    """Render a certificate offline, or print the schema of its model."""
    from printing.model_json import schema
    from printing.render_command import told_rendering

    if options.schema:
        return say(schema())
    try:
        return say(told_rendering(options.model, options.output))
    except OSError as error:
        return complain(f"{options.output}: {error.strerror}")


def verify_command(options: argparse.Namespace) -> int:
    """Verify the codes on a sheet with this installation's keys; exit 1 unless all are the town's."""
    from printing.verify_command import verify

    installation, _machine = Parts(options).settings()
    told = verify(options.sheet, [installation.keys.sheet_code.model_dump()])
    return say(told, well=bool(told["valid"]))


def check_command(options: argparse.Namespace) -> int:
    """Check every part of this PC and say what to do; exit 1 if one is not ready."""
    from counter_app.infrastructure.probes import probe_all, told
    from ui.runtime.checking import print_probes

    parts = Parts(options)
    found = probe_all(parts)
    parts.close()
    print_probes(told(found), as_json=options.json)
    return 0 if all(probe.ok for probe in found) else 1


def counter_command(options: argparse.Namespace) -> int:
    """Open the counter's window."""
    parts = Parts(options)
    if options.simulated:
        # First of all: it starts while the window is made. Where it cannot, the window says so.
        with suppress(PortError):
            parts.begin_training()
    return open_window(parts, lambda: Counter(parts).run())


def approve_command(options: argparse.Namespace) -> int:
    """Open an approver's window."""
    parts = Parts(options)
    return open_window(parts, lambda: Approver(parts).run())


def open_window(parts: Parts, run: Callable[[], int]) -> int:
    """Run a window to its end; exit 2 where its fonts or words are not installed."""
    from resources.glyphs import FontAbsent
    from ui.runtime.translation import TranslationAbsent

    try:
        return run()
    except (FontAbsent, TranslationAbsent) as error:
        from ui.runtime.checking import say_absent

        say_absent(str(error))
        return 2
    finally:
        parts.close_log()


COMMANDS = {
    "approve": approve_command,
    "play": play_command,
    "card": card_command,
    "check": check_command,
    "render": render_command,
    "verify": verify_command,
}


def main(argv: list[str]) -> int:
    """Run one command and return its exit code: 1 for a failure, said as its code; 2 for a wrong call."""
    options = arguments(argv)
    try:
        return COMMANDS.get(options.command, counter_command)(options)
    except ProfileNameInvalid as error:
        return complain(f"--profile {error}: 1 to 32 letters, digits, hyphens or underscores")
    except PortError as error:
        return say({"failure": {"code": error.failure.code.value, **error.failure.facts}}, well=False)


if __name__ == "__main__":
    # A card or a printer that does not answer must not keep a closed window's process alive.
    os._exit(main(sys.argv[1:]))
