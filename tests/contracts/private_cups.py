"""A cupsd of its own, on a free port and below one folder, with one queue in front of an IPP printer."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
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
        self._printer_uri, self._port = printer_uri, port
        self._server: subprocess.Popen[bytes] | None = None
        try:
            self._start()
            self._add_queue()
            # lpadmin returns while a thread of cupsd still reads the printer into the queue, and a job that
            # comes meanwhile "cannot be printed". A cupsd that starts with the queue on disk has it whole.
            self._until(self._described)
            self._end()
            self._start()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End cupsd and wait for it."""
        self._end()
        self._folder.cleanup()

    def kept_documents(self) -> list[Path]:
        """Document files still in cupsd's spool folder."""
        return sorted((self.root / "spool").glob("d*"))

    def _start(self) -> None:
        files = ("-c", str(self.root / "cupsd.conf"), "-s", str(self.root / "cups-files.conf"))
        self._server = subprocess.Popen(
            [find_program("cupsd"), "-f", *files], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._until(self._answers)

    def _end(self) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait(START_SECONDS)

    def _add_queue(self) -> None:
        subprocess.run(
            [find_program("lpadmin"), "-p", QUEUE, "-E", "-v", self._printer_uri, "-m", "everywhere"],
            env=os.environ | {"CUPS_SERVER": f"127.0.0.1:{self._port}"},
            check=True,
            capture_output=True,
            timeout=START_SECONDS,
        )

    def _described(self) -> bool:
        return (self.root / "cache" / f"{QUEUE}.data").exists()

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{self._port}/", timeout=2).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True

    def _until(self, holds: Callable[[], bool]) -> None:
        ends = time.monotonic() + START_SECONDS
        pause = threading.Event()
        while not holds():
            if time.monotonic() > ends:
                raise TimeoutError(f"cupsd: {holds.__name__}")
            pause.wait(0.05)
