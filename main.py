"""The composition root: arguments in, one whole counter out. The only file that imports all client rooms.

    main.py [--profile NAME] [--installation FILE] [--printer URI]   the counter
    main.py --simulated                                              the training mode
    main.py play | card | check | render | verify                    see ``main.py COMMAND --help``

The window is painted before anything heavy is imported: adapters are built on their lanes behind it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counter_app.application.card_port import CardReaders
    from counter_app.application.case_desk import CaseDesk
    from counter_app.application.case_memory import CaseMemory
    from counter_app.application.paper_ports import PrintQueue
    from counter_app.application.recovery import Recovered
    from counter_app.application.registry_port import StaffSession
    from counter_app.application.sign_in_port import SignInAttempt
    from counter_app.domain.issuance.states import IssuanceState
    from counter_app.infrastructure.api.connection import GatewayConnection
    from counter_app.infrastructure.settings import Installation, Machine
    from counter_app.infrastructure.store.journal import EncryptedJournal
    from counter_app.infrastructure.store.store_file import StoreFile
    from printing import Printing

PROJECT = Path(__file__).resolve().parent


def arguments(argv: list[str]) -> argparse.Namespace:
    """Parse the command line; credentials are never part of it."""
    parser = argparse.ArgumentParser(prog="main.py", description="窓口 Madoguchi")
    parser.add_argument("--profile", default="", help="one data directory each, as if it were one PC")
    parser.add_argument("--installation", type=Path, help="names the gateway and whom to trust")
    parser.add_argument("--printer", default="", help="ipp://…, cups+ipp://…")
    parser.add_argument("--simulated", action="store_true", help="training: needs nothing but this program")
    parser.add_argument("--scale", type=int, default=100, choices=range(100, 201), metavar="100-200")
    parser.add_argument("--high-contrast", action="store_true")
    parser.add_argument("--exercise-feed", type=Path, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command")
    play = commands.add_parser("play", help="play a scenario")
    play.add_argument("scenario", type=Path)
    play.add_argument("--out", type=Path, required=True)
    card = commands.add_parser("card", help="read the card now")
    card.add_argument("--json", action="store_true", required=True)
    card.add_argument("--reader")
    card.add_argument("--read", action="append", default=[], choices=("attributes", "face", "certificate"))
    card.add_argument("--credential-fd", type=int, help="descriptor carrying one JSON object")
    check = commands.add_parser("check", help="is this PC ready?")
    check.add_argument("--json", action="store_true")
    render = commands.add_parser("render", help="a certificate from its render model")
    render.add_argument("model", type=Path, nargs="?")
    render.add_argument("-o", "--output", type=Path)
    render.add_argument("--schema", action="store_true")
    verify = commands.add_parser("verify", help="the code on a sheet, offline")
    verify.add_argument("sheet", help="a PDF, a PNG, or the code's text")
    options = parser.parse_args(argv)
    options.profile = options.profile or ("training" if options.simulated else "counter")
    return options


class Parts:
    """The adapters of one counter, each built at its first use on the lane that owns it."""

    def __init__(self, options: argparse.Namespace) -> None:
        from counter_app.infrastructure.system import GatewayClock, open_profile

        self.options = options
        self.profile = open_profile(options.profile)
        self.clock = GatewayClock()
        self.training: Training | None = None
        self._settings: tuple[Installation, Machine] | None = None
        self._connection: GatewayConnection | None = None
        self._readers: CardReaders | None = None
        self._store: StoreFile | None = None

    def settings(self) -> tuple[Installation, Machine]:
        """The two files of the profile; in training, those of the gateway that this program owns."""
        from counter_app.infrastructure.settings import read_settings

        if self._settings is None:
            if self.options.simulated and self.training is None:
                self.training = Training(self.profile.data)
            told = self.training.installation if self.training else self.options.installation
            self._settings = read_settings(told or self.profile.installation_file, self.profile.machine_file)
        return self._settings

    def connection(self) -> GatewayConnection:
        """The line to the gateway."""
        from counter_app.infrastructure.api.connection import open_connection

        if self._connection is None:
            installation, _machine = self.settings()
            self._connection = open_connection(
                gateway_url=installation.gateway_url,
                issuer_url=installation.issuer_url,
                client_id=installation.client_id,
                ca_pem=installation.ca_pem,
                receipt_key=installation.keys.receipt.model_dump(),
                clock=self.clock,
            )
        return self._connection

    def begin(self) -> SignInAttempt:
        """See ``SignIn.begin``; the gateway is found first."""
        return self.connection().sign_in.begin()

    def sign_out(self) -> None:
        """See ``SignIn.sign_out``."""
        self.connection().sign_in.sign_out()

    def session(self) -> StaffSession:
        """Who is signed in, and the gateway's time."""
        return self.connection().registry.session()

    def readers(self) -> CardReaders:
        """The card readers: PC/SC, or the training mode's own."""
        if self._readers is None:
            if self.options.simulated:
                from devices.simulated import TRAINING_READER, SimulatedCardReaders

                self._readers = SimulatedCardReaders((TRAINING_READER,))
            else:
                from devices import open_readers

                self._readers = open_readers()
        return self._readers

    def printing(self) -> Printing:
        """Pages and codes, with the town's public keys."""
        from printing import open_printing

        installation, machine = self.settings()
        font = Path(machine.fonts.names) if machine.fonts.names else None
        return open_printing(font, [installation.keys.sheet_code.model_dump()])

    def queue(self) -> PrintQueue:
        """The certificate printer of this PC."""
        from counter_app.application.port_errors import Refused
        from counter_app.domain.failures import FailureCode
        from printing import open_queue

        _installation, machine = self.settings()
        address = self.options.printer
        if self.options.simulated:
            address = f"simulated:{self.profile.data / 'printed'}"
        elif not address and machine.printer is not None:
            address = f"{'cups+' if machine.printer.cups_queue else ''}{machine.printer.uri}"
        try:
            return open_queue(address)
        except ValueError as error:
            raise Refused(FailureCode.SETTINGS_INVALID, file="machine.toml", keys="printer.uri") from error

    def journal(self) -> EncryptedJournal:
        """The journal of this profile; belongs on the STORE lane, like every call of it."""
        from counter_app.infrastructure.secret_store import EphemeralSecrets, KeyringSecrets
        from counter_app.infrastructure.store.journal import EncryptedJournal
        from counter_app.infrastructure.store.store_file import FILE_NAME, open_store

        if self._store is None:
            if self.options.simulated:
                # The key of the last training is gone with its process; so is what it locked.
                for left in self.profile.data.glob(f"{FILE_NAME}*"):
                    left.unlink()
            keyring = EphemeralSecrets() if self.options.simulated else KeyringSecrets(self.profile.name)
            self._store = open_store(self.profile.data, keyring)
        return EncryptedJournal(self._store, self.clock)

    def close(self) -> None:
        """Sign out and end what this program owns."""
        if self._connection is not None:
            self._connection.close()
        if self.training is not None:
            self.training.end()


class Training:
    """The gateway that a training counter owns, and the practice cards of its town."""

    PERSONAS = ("watanabe", "yoshida", "kunine", "leaving")

    def __init__(self, directory: Path) -> None:
        import subprocess

        self.directory = directory / "gateway"
        command = [sys.executable, "-m", "gateway", "--data", str(self.directory), "--training", "--owned"]
        self._process = subprocess.Popen(
            command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        stdout = self._process.stdout
        told = json.loads(stdout.readline() or b"{}") if stdout is not None else {}
        self.installation = Path(told.get("installation_path", self.directory / "installation.json"))

    def account(self) -> tuple[str, str]:
        """The practice clerk's user name and password."""
        staff = json.loads((self.directory / "exercise-staff.json").read_text(encoding="utf-8"))["staff"]
        clerk = next(one for one in staff if one["role"] == "CLERK")
        return clerk["username"], clerk["password"]

    def cards(self) -> Mapping[str, dict[str, Any]]:
        """What lies on the practice cards, by persona."""
        import subprocess

        found = {}
        for name in self.PERSONAS:
            command = [sys.executable, "-m", "gateway.town", "--persona", name]
            done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
            card = json.loads(done.stdout)
            found[name] = card | {"expiry_year": int(card.pop("expires")[:4])}
        return found

    def end(self) -> None:
        """Close the pipe that keeps the gateway alive."""
        if self._process.stdin is not None:
            self._process.stdin.close()


class Counter:
    """The running counter: window, presenters and, once somebody has signed in, the desk with its cases."""

    def __init__(self, parts: Parts) -> None:
        from counter_app.infrastructure.browser import SystemBrowser
        from ui.presenters.sign_in import SignInPresenter
        from ui.runtime.application import open_application, report_bugs_to
        from ui.runtime.lanes import LaneRunner
        from ui.runtime.timer import Ticking
        from ui.views.main_window import MainWindow
        from ui.widgets.theme import HIGH_CONTRAST, NORMAL, Theme

        options = parts.options
        tokens = HIGH_CONTRAST if options.high_contrast else NORMAL
        theme = Theme(tokens=tokens, factor=options.scale / 100)
        self.parts = parts
        self.application = open_application(["madoguchi"], theme)
        self.lanes = LaneRunner()
        self.window = MainWindow(theme)
        self.feed = Feed(options.exercise_feed, self) if options.exercise_feed else None
        self.desk: CaseDesk | None = None
        self.presenter: Any = None
        report_bugs_to(self.bug)
        self.signing_in = SignInPresenter(
            view=self,
            lanes=self.lanes,
            clock=parts.clock,
            sign_in=parts,
            browser=SystemBrowser() if self.feed is None else self.feed,
            signed_in=self._signed_in,
            bug=self.bug,
        )
        self.window.intent.connect(self._intent)
        self._ticking = Ticking(self._tick)
        self._stop_watching: Any = None

    def run(self) -> int:
        """Show the window and serve until it is closed."""
        self.say("signed_out")
        self.signing_in.show()
        self.window.resize(1366, 768)
        self.window.show()
        self._ticking.start()
        self.lanes.post(self._prepare)
        code = self.application.exec()
        if self._stop_watching is not None:
            self._stop_watching()
        self.lanes.shutdown()
        self.parts.close()
        return code

    def _prepare(self) -> None:
        """Behind the painted window: what the first case will need."""
        from counter_app.application.lanes_port import Lane

        self.lanes.run(Lane.NETWORK, self.parts.settings, self._prepared)

    def _prepared(self, _settings: object, error: BaseException | None) -> None:
        if error is not None:
            self._not_ready(error)
        elif self.parts.training is not None:
            self.signing_in.practice = self.parts.training.account()
            self.signing_in.show()

    def _not_ready(self, error: BaseException) -> None:
        from counter_app.application.port_errors import PortError
        from counter_app.domain.failures import Failure, FailureCode

        known = isinstance(error, PortError)
        if not known:
            self.bug(error)
        self.signing_in.failed(
            error.failure if isinstance(error, PortError) else Failure(code=FailureCode.INTERNAL)
        )

    def render(self, screen: Any) -> None:
        """Show a screen (this is the presenters' view), and tell an exercise what it shows."""
        self.window.render(screen)
        if self.feed is not None:
            self.feed.shown(type(screen.body).__name__)

    def say(self, state: str, **keys: object) -> None:
        """Tell an exercise something about the program."""
        if self.feed is not None:
            self.feed.feed.say(state, **keys)

    def _intent(self, intent: Any) -> None:
        self._front().handle(intent)

    def _tick(self) -> None:
        self._front().tick()

    def _front(self) -> Any:
        return self.signing_in if self.presenter is None else self.presenter

    def _signed_in(self) -> None:
        from counter_app.application.lanes_port import Lane

        self.lanes.run(Lane.NETWORK, self.parts.session, self._build)

    def _build(self, staff: StaffSession | None, error: BaseException | None) -> None:
        """Build the desk on the lanes that own its parts, then go on to the counter."""
        from counter_app.application.lanes_port import Lane

        if error is not None or staff is None:
            self._not_ready(error or RuntimeError("no session"))
            return
        built: dict[str, Any] = {}

        def take(name: str, then: Any) -> Any:
            def delivered(value: object, error: BaseException | None) -> None:
                if error is not None:
                    self._not_ready(error)
                else:
                    built[name] = value
                    then()

            return delivered

        def open_store() -> None:
            self.lanes.run(Lane.STORE, self._recover, take("recovered", lambda: self._begin(staff, built)))

        def open_paper() -> None:
            self.lanes.run(Lane.PRINTER, self.parts.queue, take("queue", open_store))

        def open_readers() -> None:
            self.lanes.run(Lane.CARD, self.parts.readers, take("readers", open_paper))

        self.lanes.run(Lane.PRINTER, self.parts.printing, take("printing", open_readers))

    def _recover(self) -> tuple[EncryptedJournal, Recovered]:
        from counter_app.application.recovery import recover
        from counter_app.infrastructure.store.event_codec import read_event, write_event

        journal = self.parts.journal()
        return journal, recover(journal, read_event, write_event)

    def _begin(self, staff: StaffSession, built: Mapping[str, Any]) -> None:
        from counter_app.application.case_desk import CaseDesk
        from counter_app.application.effect_work import Desk
        from counter_app.infrastructure.store.event_codec import write_event
        from ui.presenters.counter import CounterPresenter

        journal, recovered = built["recovered"]
        queue = built["queue"] if self.feed is None else self.feed.keeping(built["queue"])
        desk = Desk(
            registry=self.parts.connection().registry,
            readers=built["readers"],
            pages=built["printing"].pages,
            queue=queue,
            staff=staff,
            today=lambda: self.parts.clock.now().date(),
        )
        presenter = CounterPresenter(
            view=self,
            lanes=self.lanes,
            clock=self.parts.clock,
            codes=built["printing"].codes,
            outside=self,
            practice=self._practice(built["readers"]),
        )
        self.desk = CaseDesk(
            desk=desk,
            journal=journal,
            lanes=self.lanes,
            write_event=write_event,
            changed=presenter.case_changed,
            bug=self.bug,
            taken=self._taken,
        )
        for case_id, state in recovered.cases.items():
            self.desk.adopt(case_id, state)
        self.presenter = presenter
        self.say("ready")
        presenter.begin(self.desk)
        if self._stop_watching is None:
            self._stop_watching = built["readers"].watch(self._notice)

    def _notice(self, notice: Any) -> None:
        self.lanes.post(lambda: self.presenter.reader_notice(notice) if self.presenter else None)

    def _practice(self, readers: Any) -> Any:
        if self.parts.training is None:
            return None
        from devices.simulated import persona_from_json
        from ui.presenters.practice import PracticeStrip
        from ui.view_models import Persona

        found = self.parts.training.cards()
        cards = PracticeCards(
            readers,
            self.lanes,
            {name: persona_from_json(json.dumps(card)) for name, card in found.items()},
            self.bug,
        )
        shown = tuple(
            Persona(persona_id=name, name=f"{card['name']}　{card['code_b']}") for name, card in found.items()
        )
        return PracticeStrip(shown, cards)

    def _taken(self, state: IssuanceState, memory: CaseMemory) -> None:
        if self.feed is not None:
            self.feed.feed.taken(state, memory)

    def sign_out(self) -> None:
        """See ``Outside.sign_out``."""
        self.parts.sign_out()
        if self.presenter is not None:
            self.presenter.end()
        self.presenter, self.desk = None, None
        self.say("signed_out")
        self.signing_in.show()

    def bug(self, error: BaseException) -> None:
        """Something that no port may raise: to the log, by kind and place."""
        import structlog

        structlog.get_logger("madoguchi").error("bug", exc_info=error)


class PracticeCards:
    """The training strip's hand: lays practice cards on the simulated reader, away from the screen."""

    def __init__(self, readers: Any, lanes: Any, cards: Mapping[str, Any], bug: Any) -> None:
        self._readers = readers
        self._lanes = lanes
        self._cards = cards
        self._bug = bug

    def put(self, persona_id: str) -> None:
        """See ``ui.presenters.practice.PracticeCards``; issuing a card's keys takes about a second."""
        self._run(lambda: self._readers.insert(self._cards[persona_id]))

    def take(self) -> None:
        """See ``ui.presenters.practice.PracticeCards``."""
        self._run(self._readers.remove)

    def _run(self, move: Any) -> None:
        from counter_app.application.lanes_port import Lane

        self._lanes.run(Lane.DELIVERY, move, lambda _done, error: self._bug(error) if error else None)


class Feed:
    """What an exercise hears, once the screen shows it and takes keys again."""

    def __init__(self, path: Path, counter: Counter) -> None:
        from counter_app.application.exercise_feed import ExerciseFeed

        self._counter = counter
        self.feed = ExerciseFeed(path, counter.parts.clock.now)

    def open(self, url: str) -> None:
        """Implements ``Browser``: whoever plays the clerk opens the page himself."""
        self._counter.lanes.post(lambda: self._counter.say("signing_in", sign_in=url))

    def shown(self, screen: str) -> None:
        """Say what is pending as soon as the window hears keys on this screen."""
        from ui.runtime.timer import after
        from ui.views.main_window import SETTLE_MS

        # Taken now: the next render's lines must not go out with this one's time.
        if lines := self.feed.take():
            after(SETTLE_MS + 50, lambda: self.feed.write(lines, screen))

    def keeping(self, queue: PrintQueue) -> PrintQueue:
        """The queue, keeping what is submitted for the exercise to compare."""
        from counter_app.application.exercise_feed import KeepingQueue

        folder = self._counter.parts.profile.data

        def kept(path: Path, digest: str) -> None:
            told = {"path": str(path), "sha256": digest}
            self._counter.lanes.post(lambda: self._counter.say("submitted", submitted=told))

        return KeepingQueue(queue, folder, kept)


def _say(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def card_command(options: argparse.Namespace) -> int:
    """Read the card on the reader and print it as JSON; exit 1 if it could not be read."""
    from counter_app.application.card_port import CardPart
    from counter_app.application.port_errors import PortError
    from devices import open_readers
    from devices.card_command import credential_from_fd, read_card_json

    parts = frozenset(CardPart(part) for part in options.read)
    try:
        credential = None if options.credential_fd is None else credential_from_fd(options.credential_fd)
        found = read_card_json(open_readers(), options.reader, parts, credential)
    except PortError as error:
        found = {"failure": {"code": error.failure.code.value, **error.failure.facts}}
    _say(found)
    return 1 if "failure" in found else 0


def counter_command(options: argparse.Namespace) -> int:
    """Open the counter's window."""
    from counter_app.infrastructure.log_setup import set_up_log

    parts = Parts(options)
    handler = set_up_log(parts.profile.logs)
    try:
        return Counter(parts).run()
    finally:
        handler.close()


def main(argv: list[str]) -> int:
    """Run one command and return its exit code."""
    options = arguments(argv)
    match options.command:
        case "card":
            return card_command(options)
        case "play":
            from player.run import play

            return play(options.scenario, options.out)
        case _:
            return counter_command(options)


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    # A card or a printer that does not answer must not keep a closed window's process alive.
    os._exit(code)
