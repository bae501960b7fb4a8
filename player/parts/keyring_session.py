"""A private D-Bus session with an unlocked gnome-keyring, so that a run has a real keyring of its own.

Everything it writes lies in one directory; nothing of the user's own session is touched or seen.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import tempfile
from pathlib import Path

from jeepney import MatchRule, message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

START_TIMEOUT_S = 10.0

_BUS_NAME = "org.freedesktop.DBus"
_SECRETS_NAME = "org.freedesktop.secrets"

_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={socket_directory}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class KeyringSessionFailed(RuntimeError):
    """The bus or the keyring did not start; the message says which."""


class KeyringSession:
    """Runs ``dbus-daemon`` and ``gnome-keyring-daemon`` until ``stop``.

    ``environment`` holds the variables a process needs to find this keyring. Raises KeyringSessionFailed.
    """

    def __init__(self, directory: Path) -> None:
        self._home = directory / "keyring-home"
        for each in (self._home, self._home / "data", self._home / "run"):
            each.mkdir(parents=True, exist_ok=True, mode=0o700)
        # A socket's path may have 108 bytes at most: it cannot lie below a long test directory.
        self._sockets = tempfile.TemporaryDirectory(prefix="keyring-", ignore_cleanup_errors=True)
        self._bus, address = self._start_bus()
        self.environment = {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "HOME": str(self._home),
            "XDG_DATA_HOME": str(self._home / "data"),
            "XDG_CONFIG_HOME": str(self._home / "data"),
            "XDG_CACHE_HOME": str(self._home / "data"),
            "XDG_RUNTIME_DIR": self._sockets.name,
        }
        try:
            self._keyring = self._start_keyring()
        except KeyringSessionFailed:
            self._end(self._bus)
            self._sockets.cleanup()
            raise

    def stop(self) -> None:
        """End both daemons and wait for them; may be called twice."""
        for process in (self._keyring, self._bus):
            self._end(process)
        self._sockets.cleanup()

    def _start_bus(self) -> tuple[subprocess.Popen[str], str]:
        config = self._home / "bus.conf"
        config.write_text(_CONFIG.format(socket_directory=self._sockets.name), encoding="utf-8")
        # No XDG service directories: the bus must not start any program of the machine by itself.
        process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        if process.stdout is None:
            raise KeyringSessionFailed("dbus-daemon has no output")
        address = process.stdout.readline().strip()
        process.stdout.close()
        if not address:
            self._end(process)
            raise KeyringSessionFailed("dbus-daemon did not start")
        return process, address

    def _start_keyring(self) -> subprocess.Popen[bytes]:
        with (self._home / "keyring.log").open("wb") as log:
            process = subprocess.Popen(
                ["gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets"],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                env={**os.environ, **self.environment},
            )
        if process.stdin is not None:
            process.stdin.write(secrets.token_hex(16).encode())
            process.stdin.close()
        if not self._offered() or process.poll() is not None:
            self._end(process)
            raise KeyringSessionFailed("gnome-keyring-daemon did not offer its secrets")
        return process

    def _offered(self) -> bool:
        """Wait until the bus knows the keyring by name; false after ``START_TIMEOUT_S``."""
        change = MatchRule(type="signal", interface=_BUS_NAME, member="NameOwnerChanged")
        change.add_arg_condition(0, _SECRETS_NAME)
        with open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"]) as connection:
            bus = Proxy(message_bus, connection)
            with connection.filter(change) as changes:
                bus.AddMatch(change)
                if bus.NameHasOwner(_SECRETS_NAME) == (1,):
                    return True
                try:
                    connection.recv_until_filtered(changes, timeout=START_TIMEOUT_S)
                except TimeoutError:
                    return False
        return True

    @staticmethod
    def _end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            process.terminate()
        try:
            process.wait(timeout=START_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
