"""A cupsd of its own, on a free port and below one folder, with one queue in front of an IPP printer."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from player.parts.ipp_printer import find_program, free_port

START_SECONDS = 20.0
QUEUE = "counter"

_CUPSD = """LogLevel warn
Listen 127.0.0.1:{port}
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobHistory Yes
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """SystemGroup root
ServerRoot {root}
AccessLog {root}/log/access_log
ErrorLog {root}/log/error_log
PageLog {root}/log/page_log
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/run
"""


class PrivateCups:
    """Runs cupsd until ``stop``; ``uri`` is the queue's address. Needs root, as cupsd's filters run as lp."""

    def __init__(self, printer_uri: str) -> None:
        # Below /tmp and not below the test's folder: cupsd's filters are another user and must get there.
        self._folder = tempfile.TemporaryDirectory(prefix="cups-", ignore_cleanup_errors=True)
        root = Path(self._folder.name)
        root.chmod(0o755)
        for name in ("log", "spool/tmp", "cache", "run"):
            (root / name).mkdir(parents=True)
        port = free_port()
        (root / "cupsd.conf").write_text(_CUPSD.format(port=port))
        (root / "cups-files.conf").write_text(_FILES.format(root=root))
        self.root = root
        self.uri = f"cups+ipp://127.0.0.1:{port}/printers/{QUEUE}"
        files = ("-c", str(root / "cupsd.conf"), "-s", str(root / "cups-files.conf"))
        self._server = subprocess.Popen(
            [find_program("cupsd"), "-f", *files], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            self._wait(f"http://127.0.0.1:{port}/")
            subprocess.run(
                [find_program("lpadmin"), "-p", QUEUE, "-E", "-v", printer_uri, "-m", "everywhere"],
                env=os.environ | {"CUPS_SERVER": f"127.0.0.1:{port}"},
                check=True,
                capture_output=True,
                timeout=START_SECONDS,
            )
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End cupsd and wait for it."""
        self._server.terminate()
        self._server.wait(START_SECONDS)
        self._folder.cleanup()

    def kept_documents(self) -> list[Path]:
        """Document files still in cupsd's spool folder."""
        return sorted((self.root / "spool").glob("d*"))

    def _wait(self, address: str) -> None:
        ends = time.monotonic() + START_SECONDS
        pause = threading.Event()
        while time.monotonic() < ends:
            try:
                urllib.request.urlopen(address, timeout=2).close()  # noqa: S310  (our own loopback address)
            except urllib.error.HTTPError:
                return
            except OSError:
                pause.wait(0.05)
            else:
                return
        raise TimeoutError(address)
