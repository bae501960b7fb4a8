"""What a counter stands on before any device: profile, clock, settings, line to the gateway, store.

Imports what is heavy only where it is built, so that a window can paint first.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.application.recovery import Recovered, recover
from counter_app.infrastructure.system import GatewayClock, open_profile

if TYPE_CHECKING:
    from counter_app.application.registry_port import StaffSession
    from counter_app.application.sign_in_port import SignInAttempt
    from counter_app.infrastructure.api.connection import GatewayConnection
    from counter_app.infrastructure.settings import Installation, Machine
    from counter_app.infrastructure.store.journal import EncryptedJournal
    from counter_app.infrastructure.store.store_file import StoreFile
    from counter_app.infrastructure.training_gateway import TrainingGateway

PROJECT = Path(__file__).resolve().parents[2]


class Groundwork:
    """Each part is built at its first use; blocking calls belong on the lane that owns it."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.profile = open_profile(options.profile)
        self.clock = GatewayClock()
        self.training: TrainingGateway | None = None
        self._settings: tuple[Installation, Machine] | None = None
        self._connection: GatewayConnection | None = None
        self._store: StoreFile | None = None

    def settings(self) -> tuple[Installation, Machine]:
        """The two files of the profile; in training, those of the gateway that this program owns."""
        from counter_app.infrastructure.settings import read_settings
        from counter_app.infrastructure.training_gateway import TrainingGateway

        if self._settings is None:
            if self.options.simulated and self.training is None:
                self.training = TrainingGateway(self.profile.data / "gateway", PROJECT)
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

    def journal(self) -> EncryptedJournal:
        """The journal of this profile; belongs on the STORE lane, like every call of it."""
        from counter_app.infrastructure.secret_store import EphemeralSecrets, KeyringSecrets
        from counter_app.infrastructure.store.journal import EncryptedJournal
        from counter_app.infrastructure.store.store_file import open_store, remove_store

        if self._store is None:
            if self.options.simulated:
                # The key of the last training is gone with its process; so is what it locked.
                remove_store(self.profile.data)
            keyring = EphemeralSecrets() if self.options.simulated else KeyringSecrets(self.profile.name)
            self._store = open_store(self.profile.data, keyring)
        return EncryptedJournal(self._store, self.clock)

    def recovered(self) -> tuple[EncryptedJournal, Recovered]:
        """The journal, and every case it still holds open."""
        from counter_app.infrastructure.store.event_codec import read_event, write_event

        journal = self.journal()
        return journal, recover(journal, read_event, write_event)

    def try_store(self) -> None:
        """Open the store and close it again."""
        self.journal()
        if self._store is not None:
            self._store.close()

    def close(self) -> None:
        """Sign out and end what this program owns."""
        if self._connection is not None:
            self._connection.close()
        if self.training is not None:
            self.training.end()
