"""What a counter stands on before any device: profile, clock, settings, line to the gateway, store.

Imports what is heavy only where it is built, so that a window can paint first.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from counter_app.application.port_errors import Refused, Unavailable
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.system import GatewayClock, open_profile

if TYPE_CHECKING:
    import logging

    from counter_app.application.recovery import Recovered
    from counter_app.application.registry_port import Role, StaffSession
    from counter_app.application.sign_in_port import SignInAttempt
    from counter_app.application.store_port import SecretStore
    from counter_app.infrastructure.api.connection import GatewayConnection
    from counter_app.infrastructure.settings import Installation, Machine
    from counter_app.infrastructure.store.journal import EncryptedJournal
    from counter_app.infrastructure.store.lock_file import ProfileLock
    from counter_app.infrastructure.store.slip_numbers import EncryptedSlipNumbers
    from counter_app.infrastructure.store.store_file import StoreFile
    from counter_app.infrastructure.training_gateway import JoinedTraining, TrainingGateway

PROJECT = Path(__file__).resolve().parents[2]


class Groundwork:
    """Each part is built at its first use; blocking calls belong on the lane that owns it."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.profile = open_profile(options.profile)
        self.clock = GatewayClock()
        self.training: TrainingGateway | JoinedTraining | None = None
        self._training_lock: ProfileLock | None = None
        self._settings: tuple[Installation, Machine] | None = None
        self._connection: GatewayConnection | None = None
        self._store: StoreFile | None = None
        self._log: logging.Handler | None = None
        self._opening_log = Lock()

    def open_log(self) -> None:
        """Send what the program says of itself to the profile's log; once, from any thread."""
        from counter_app.infrastructure.log_setup import set_up_log

        with self._opening_log:
            if self._log is None:
                self._log = set_up_log(self.profile.logs)

    def close_log(self) -> None:
        """End the log; harmless where none was opened."""
        if self._log is not None:
            self._log.close()

    def bug(self, error: BaseException) -> None:
        """Something that no port may raise: to the log, by kind and place. From any thread."""
        import structlog

        self.open_log()
        structlog.get_logger("madoguchi").error("bug", exc_info=error)

    def settings(self) -> tuple[Installation, Machine]:
        """The two files of the profile; in training, those of the gateway that this program owns.

        Raises Refused(SETTINGS_INVALID); in training Unavailable(STORE_LOCKED) beside another one.
        """
        from counter_app.infrastructure.settings import read_settings

        if self._settings is None:
            told = self._own_installation() if self.options.simulated else self.options.installation
            read = read_settings(told or self.profile.installation_file, self.profile.machine_file)
            if self.options.exercise_feed is not None and not read[0].exercise:
                # An exercise keeps pages and tells where to sign in: never under a real town's trust.
                raise Refused(FailureCode.SETTINGS_INVALID, file="installation.json", keys="issuer_url")
            if read[1].exercise is not None:
                self.clock.move_own_time(read[1].exercise.clock_offset_seconds)
            self._settings = read
        return self._settings

    def machine(self) -> Machine:
        """What stands at this counter; needs no gateway. Raises Refused(SETTINGS_INVALID)."""
        from counter_app.infrastructure.settings import read_machine

        return self._settings[1] if self._settings else read_machine(self.profile.machine_file)

    def names_font(self) -> Path | None:
        """The font file that certificates print names with; None: where the platform keeps it."""
        told = self.machine().fonts.names
        return Path(told) if told else None

    def health(self) -> str:
        """Ask the gateway for its time, and set the clock by it: without a sign-in nothing else does."""
        told = self.connection().health()
        self.clock.set_gateway_time(told)
        return told

    def begin_training(self) -> TrainingGateway | JoinedTraining:
        """Start the training's own gateway, once; does not wait for it. Raises Unavailable(STORE_LOCKED).

        An approver starts none: he joins that of the counter.
        """
        from counter_app.infrastructure.training_gateway import JoinedTraining, TrainingGateway

        if self.training is None and self.options.joins:
            self.training = JoinedTraining(open_profile(self.options.joins).data / "gateway")
        elif self.training is None:
            self._lock_training()
            self.training = TrainingGateway(self.profile.data / "gateway", PROJECT)
        return self.training

    def _own_installation(self) -> Path:
        try:
            return self.begin_training().installation()
        except Unavailable:
            # It ended at its start; the next attempt starts another one.
            self.training = None
            raise

    def _lock_training(self) -> None:
        """Two trainings on one profile would share a gateway's ledger, and throw away each other's store."""
        from counter_app.infrastructure.store.lock_file import ProfileLock

        if self._training_lock is None:
            self._training_lock = ProfileLock(self.profile.data / "training.lock")

    def connection(self) -> GatewayConnection:
        """The line to the gateway."""
        from counter_app.infrastructure.api.connection import open_connection

        if self._connection is None:
            installation, _machine = self.settings()
            opened = open_connection(
                gateway_url=installation.gateway_url,
                issuer_url=installation.issuer_url,
                client_id=installation.client_id,
                terminal=installation.terminal,
                ca_pem=installation.ca_pem,
                receipt_key=installation.keys.receipt.model_dump(),
                clock=self.clock,
            )
            self._connection = replace(opened, keyring=self.keyring)
        return self._connection

    def begin(self, login_hint: str = "") -> SignInAttempt:
        """See ``SignIn.begin``; the gateway is found first."""
        return self.connection().sign_in.begin(login_hint)

    def sign_out(self) -> None:
        """See ``SignIn.sign_out``; nothing happens where nobody could sign in yet."""
        if self._connection is not None:
            self._connection.sign_in.sign_out()

    def session(self) -> StaffSession:
        """Who is signed in, and the gateway's time; Refused(SIGN_IN_REFUSED) for a role not meant here."""
        staff = self.connection().registry.session()
        if not let_in(self.options.command, staff.role):
            raise Refused(FailureCode.SIGN_IN_REFUSED)
        return staff

    def keyring(self) -> SecretStore:
        """Where this profile keeps its secrets; in training nowhere. Raises Unavailable(KEYRING_ABSENT).

        The practice supervisor's key is in a file: the gateway knows it for longer than his window is open.
        """
        from counter_app.infrastructure.secret_store import EphemeralSecrets, KeyringSecrets, PracticeSecrets

        if self.options.joins:
            return PracticeSecrets(self.profile.data / "practice-secrets.json")
        return EphemeralSecrets() if self.options.simulated else KeyringSecrets(self.profile.name)

    def journal(self) -> EncryptedJournal:
        """The journal of this profile; belongs on the STORE lane, like every call of it."""
        from counter_app.infrastructure.store.journal import EncryptedJournal
        from counter_app.infrastructure.store.store_file import open_store, remove_store

        if self._store is None:
            if self.options.simulated:
                # The key of the last training is gone with its process; so is what it locked.
                self._lock_training()
                remove_store(self.profile.data)
            self._store = open_store(self.profile.data, self.keyring())
        return EncryptedJournal(self._store, self.clock)

    def slips(self) -> EncryptedSlipNumbers:
        """The serials of slips, beside the journal; belongs on the STORE lane."""
        from counter_app.infrastructure.store.slip_numbers import EncryptedSlipNumbers

        self.journal()
        if self._store is None:
            raise AssertionError("the journal is in an open store")
        return EncryptedSlipNumbers(self._store)

    def recovered(self) -> tuple[EncryptedJournal, Recovered]:
        """The journal, and every case it still holds open."""
        from counter_app.application.recovery import recover
        from counter_app.infrastructure.store.event_codec import read_event, write_event

        journal = self.journal()
        return journal, recover(journal, read_event, write_event)

    def try_store(self) -> None:
        """Open the store and close it again."""
        self.journal()
        if self._store is not None:
            self._store.close()
            self._store = None

    def close(self) -> None:
        """Sign out and end what this program owns."""
        if self._connection is not None:
            self._connection.close()
        if self.training is not None:
            self.training.end()


def let_in(command: str | None, role: Role) -> bool:
    """Whether somebody with ``role`` may use the window of ``command``; None: the counter's."""
    from counter_app.application.approver_work import APPROVING
    from counter_app.application.registry_port import SERVING

    return role in (APPROVING if command == "approve" else SERVING)
