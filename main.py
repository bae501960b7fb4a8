"""The composition root: arguments in, one whole counter out. The only file that imports all client rooms.

    main.py [--profile NAME] [--installation FILE] [--printer URI]   the counter
    main.py --simulated                                              the training mode
    main.py play | card | check | render | verify                    see ``main.py COMMAND --help``

The window is painted before anything heavy is imported: adapters are imported where they are built, on the
lane that owns them, behind the window.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from counter_app.application.card_port import CardPart
from counter_app.application.lanes_port import Lane
from counter_app.application.opening import Order, build_in_order
from counter_app.application.port_errors import PortError, Refused
from counter_app.domain.failures import Failure, FailureCode
from counter_app.infrastructure.command_line import arguments
from counter_app.infrastructure.groundwork import Groundwork
from counter_app.infrastructure.system import ProfileNameInvalid

if TYPE_CHECKING:
    from counter_app.application.card_port import CardReaders
    from counter_app.application.case_desk import CaseDesk
    from counter_app.application.case_memory import CaseMemory
    from counter_app.application.exercise_feed import ExerciseFeed
    from counter_app.application.paper_ports import PrintQueue
    from counter_app.application.registry_port import StaffSession
    from counter_app.domain.issuance.states import IssuanceState
    from printing import Printing
    from ui.presenters.counter import CounterPresenter
    from ui.presenters.practice import PracticeStrip
    from ui.presenters.sign_in import SignInPresenter


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
        """Import what pages need and read the settings, while a training's gateway starts.

        One after the other, on one lane: nothing else may be waiting for the same imports.
        """
        from printing import pages, sheet_codes

        del pages, sheet_codes
        self.settings()

    def printing(self) -> Printing:
        """Pages and codes, with the town's public keys."""
        from printing import open_printing

        installation, _machine = self.settings()
        return open_printing(self.names_font(), [installation.keys.sheet_code.model_dump()])

    def queue(self) -> PrintQueue:
        """The certificate printer of this PC."""
        from printing import SIMULATED_SCHEME, open_queue

        # another printer than the machine's is an exercise's matter, files in place of paper a training's
        told = self.options.printer if self.options.printer and self.settings()[0].exercise else ""
        address = told or self.machine().printer_address
        if self.options.simulated:
            address = f"simulated:{self.profile.data / 'printed'}"
        elif address.startswith(SIMULATED_SCHEME):
            address = ""
        try:
            return open_queue(address)
        except ValueError as error:
            raise Refused(FailureCode.SETTINGS_INVALID, file="machine.toml", keys="printer.uri") from error


class Counter:
    """The running counter: window, presenters and, once somebody has signed in, the desk with its cases."""

    def __init__(self, parts: Parts) -> None:
        from counter_app.infrastructure.browser import SystemBrowser
        from ui.presenters.sign_in import SignInPresenter
        from ui.runtime.application import open_application, report_bugs_to
        from ui.runtime.exercise import exercised_screen
        from ui.runtime.first_paint import FirstPaint
        from ui.runtime.lanes import LaneRunner
        from ui.runtime.timer import Ticking
        from ui.views.main_window import MainWindow
        from ui.widgets.theme import HIGH_CONTRAST, NORMAL, Theme

        options = parts.options
        theme = Theme(tokens=HIGH_CONTRAST if options.high_contrast else NORMAL, factor=options.scale / 100)
        self.parts = parts
        self.application = open_application(["madoguchi"], theme)
        self.lanes = LaneRunner()
        self.window = MainWindow(theme)
        path = options.exercise_feed
        exercised = exercised_screen(self.window, path, parts.clock.now, self.lanes.post) if path else None
        self.feed: ExerciseFeed | None = exercised.feed if exercised else None
        self.screen = exercised or self.window
        report_bugs_to(self.bug)
        self.signing_in = SignInPresenter(
            view=self.screen,
            lanes=self.lanes,
            clock=parts.clock,
            sign_in=parts,
            browser=exercised or SystemBrowser(),
            signed_in=lambda: self.lanes.run(Lane.NETWORK, parts.session, self._build),
            bug=self.bug,
            training=options.simulated,
        )
        self.presenter: CounterPresenter | None = None
        self._cases: CaseDesk | None = None
        self._at_desk = False
        self._ticking = Ticking(lambda: self._front().tick())
        self._first_paint = FirstPaint(self.window, self._prepare)
        self.window.intent.connect(lambda intent: self._front().handle(intent))

    def run(self) -> int:
        """Show the window and serve until it is closed."""
        self.say("signed_out")
        self.signing_in.show()
        self.window.setGeometry(self.application.primaryScreen().availableGeometry())
        self.window.showMaximized()
        self._ticking.start()
        for ending in (signal.SIGTERM, signal.SIGINT):
            # Heard at the next beat of the ticking: Python answers signals between its own instructions.
            signal.signal(ending, lambda _number, _frame: self.application.quit())
        code = self.application.exec()
        self.lanes.shutdown()
        self.parts.close()
        return code

    def _prepare(self) -> None:
        self.lanes.run(Lane.NETWORK, self.parts.prepare, self._prepared)

    def _prepared(self, _settings: object, error: BaseException | None) -> None:
        if error is not None:
            self._not_ready(error)
        elif self.parts.training is not None:
            self.signing_in.practice = self.parts.training.account()
            self.signing_in.tick()
            self.lanes.run(Lane.DELIVERY, self.parts.training.cards, _ignored)

    def _not_ready(self, error: BaseException) -> None:
        if not isinstance(error, PortError):
            self.bug(error)
        self.parts.sign_out()
        failure = error.failure if isinstance(error, PortError) else Failure(code=FailureCode.INTERNAL)
        self.say("not_ready", failure=failure.code.value)
        self.signing_in.failed(failure)

    def say(self, state: str, **keys: object) -> None:
        """Tell an exercise something about the program."""
        if self.feed is not None:
            self.feed.say(state, **keys)

    def _front(self) -> CounterPresenter | SignInPresenter:
        return self.presenter if self._at_desk and self.presenter else self.signing_in

    def _build(self, staff: StaffSession | None, error: BaseException | None) -> None:
        """Somebody is signed in: build the rest, then go on to the counter."""
        if error is not None or staff is None:
            self._not_ready(error or AssertionError("an answer or an error"))
            return
        if self._cases is not None:
            # The same cases in other hands: they are still in memory, so the journal is not read again.
            self._cases.desk = replace(self._cases.desk, staff=staff)
            self._open(self._cases)
            return
        parts = self.parts
        orders: list[Order] = [
            ("staff", Lane.NETWORK, lambda: staff),
            ("printing", Lane.PRINTER, parts.printing),
            ("queue", Lane.PRINTER, parts.queue),
            ("readers", Lane.CARD, parts.readers),
            ("practice", Lane.DELIVERY, lambda: parts.training.cards() if parts.training else {}),
            ("recovered", Lane.STORE, parts.recovered),
        ]
        build_in_order(self.lanes, orders, self._begin, self._not_ready)

    def _begin(self, built: Mapping[str, Any]) -> None:
        from counter_app.application.case_desk import CaseDesk
        from counter_app.application.effect_work import Desk
        from counter_app.application.exercise_feed import KeepingQueue
        from counter_app.infrastructure.store.event_codec import write_event
        from ui.presenters.counter import CounterPresenter

        (journal, recovered), queue = built["recovered"], built["queue"]
        if self.feed is not None:
            queue = KeepingQueue(queue, self.parts.profile.data, self.feed, self.lanes)
        self.presenter = presenter = CounterPresenter(
            view=self.screen,
            lanes=self.lanes,
            clock=self.parts.clock,
            codes=built["printing"].codes,
            outside=self,
            practice=self._practice(built),
        )
        self._cases = desk = CaseDesk(
            desk=Desk(
                registry=self.parts.connection().registry,
                readers=built["readers"],
                pages=built["printing"].pages,
                queue=queue,
                staff=built["staff"],
                today=lambda: self.parts.clock.now().date(),
            ),
            journal=journal,
            lanes=self.lanes,
            write_event=write_event,
            changed=presenter.case_changed,
            bug=self.bug,
            taken=self._taken,
        )
        desk.unreadable = recovered.unreadable
        for case_id, state in recovered.cases.items():
            desk.adopt(case_id, state)
        self._open(desk)
        built["readers"].watch(presenter.reader_notice)

    def _open(self, desk: CaseDesk) -> None:
        if self.presenter is not None:
            self._at_desk = True
            self.say("ready")
            self.presenter.begin(desk)

    def _practice(self, built: Mapping[str, Any]) -> PracticeStrip | None:
        if self.parts.training is None:
            return None
        from devices.simulated import persona_from_json
        from devices.simulated.practice import PracticeHand
        from ui.presenters.practice import PracticeStrip
        from ui.view_models import Persona

        found: Mapping[str, dict[str, Any]] = built["practice"]
        personas = {name: persona_from_json(json.dumps(card)) for name, card in found.items()}
        hand = PracticeHand(built["readers"], self.lanes, personas, self.bug)
        shown = (
            Persona(persona_id=name, name=f"{card['name']}　{card['code_b']}") for name, card in found.items()
        )
        return PracticeStrip(tuple(shown), hand)

    def _taken(self, state: IssuanceState, memory: CaseMemory) -> None:
        if self.feed is not None:
            self.feed.taken(state, memory)

    def sign_out(self, failure: Failure | None = None) -> None:
        """See ``Outside.sign_out``."""
        self.parts.sign_out()
        if self.presenter is not None:
            self.presenter.end()
        self._at_desk = False
        self.say("signed_out")
        self.signing_in.show(failure)

    def bug(self, error: BaseException) -> None:
        """Something that no port may raise: to the log, by kind and place."""
        import structlog

        structlog.get_logger("madoguchi").error("bug", exc_info=error)


def _ignored(_value: object, _error: BaseException | None) -> None:
    """Work done ahead: whatever is wrong is met again where its result is needed."""


def _say(value: object, *, well: bool = True) -> int:
    with suppress(BrokenPipeError):
        print(json.dumps(value, ensure_ascii=False, indent=2), flush=True)
    return 0 if well else 1


def play_command(options: argparse.Namespace) -> int:
    """Play a scenario: exit 0 if all that it states held."""
    from player.run import play

    return play(options.scenario, options.out)


def card_command(options: argparse.Namespace) -> int:
    """Read the card on the reader and print it as JSON; exit 1 if it could not be read."""
    from devices import open_readers
    from devices.card_command import credential_from_fd, read_card_json

    parts = frozenset(CardPart(part) for part in options.read)
    credential = None if options.credential_fd is None else credential_from_fd(options.credential_fd)
    found = read_card_json(open_readers(), options.reader, parts, credential)
    return _say(found, well="failure" not in found)


def render_command(options: argparse.Namespace) -> int:
    """Render a certificate offline, or print the schema of its model."""
    from printing.model_json import schema
    from printing.render_command import render

    if options.schema:
        return _say(schema())
    try:
        pages = render(options.model, options.output)
    except OSError as error:
        sys.stderr.write(f"{options.output}: {error.strerror}\n")
        return 2
    return _say({"sha256": pages.sha256, "pages": pages.page_count, "renderer": pages.renderer_id})


def verify_command(options: argparse.Namespace) -> int:
    """Verify the codes on a sheet with this installation's keys; exit 1 unless all are the town's."""
    from printing.verify_command import verify

    installation, _machine = Parts(options).settings()
    told = verify(options.sheet, [installation.keys.sheet_code.model_dump()])
    return _say(told, well=bool(told["valid"]))


def check_command(options: argparse.Namespace) -> int:
    """Check every part of this PC and say what to do; exit 1 if one is not ready."""
    from counter_app.infrastructure import probes
    from counter_app.infrastructure.secret_store import KeyringSecrets
    from printing.glyphs import find_font
    from ui.runtime.checking import print_probes

    parts = Parts(options)
    found = [
        probes.probe_reader_service(lambda: parts.readers().names()),
        probes.probe_readers(lambda: parts.readers().names()),
        probes.probe_printer(lambda: parts.queue().device_state()),
        probes.probe_gateway(parts.health),
        probes.probe_keyring(lambda: KeyringSecrets(parts.profile.name)),
        probes.probe_store(parts.try_store),
        probes.probe_fonts(lambda: find_font(parts.names_font())),
        probes.probe_clock(parts.clock.drift_seconds),
    ]
    parts.close()
    print_probes(probes.told(found), as_json=options.json)
    return 0 if all(probe.ok for probe in found) else 1


def counter_command(options: argparse.Namespace) -> int:
    """Open the counter's window; exit 2 where its fonts or words are not installed."""
    from counter_app.infrastructure.log_setup import set_up_log
    from resources.glyphs import FontAbsent
    from ui.runtime.checking import say_absent
    from ui.runtime.translation import TranslationAbsent

    parts = Parts(options)
    handler = set_up_log(parts.profile.logs)
    if options.simulated:
        # It starts while the window is made. Where it cannot, the window says so.
        with suppress(PortError):
            parts.begin_training()
    try:
        return Counter(parts).run()
    except (FontAbsent, TranslationAbsent) as error:
        say_absent(str(error))
        return 2
    finally:
        handler.close()


COMMANDS = {
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
        sys.stderr.write(f"--profile {error}: 1 to 32 letters, digits, hyphens or underscores\n")
        return 2
    except PortError as error:
        return _say({"failure": {"code": error.failure.code.value, **error.failure.facts}}, well=False)


if __name__ == "__main__":
    # A card or a printer that does not answer must not keep a closed window's process alive.
    os._exit(main(sys.argv[1:]))
