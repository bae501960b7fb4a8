"""The listener on 127.0.0.1 that the browser is led back to (RFC 8252 7.3): a free port, one page, closed."""

from __future__ import annotations

import base64
import hashlib
import hmac
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from urllib.parse import parse_qs, urlsplit

PATH = "/callback"
_LONGEST_LINE = 8_192
_IDLE_S = 5.0

_STYLE = (
    "body{font:1.3rem/1.8 'BIZ UDPGothic','Yu Gothic UI',sans-serif;margin:20vh auto;width:fit-content;"
    "color:#1a1a1a}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode("ascii")
_PAGE = (
    '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>窓口　サインイン</title>'
    f"<style>{_STYLE}</style></head><body><p>サインインの手続きを受け取りました。</p>"
    "<p>この画面を閉じて、窓口の画面に戻ってください。</p></body></html>"
).encode()

_HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    (
        "Content-Security-Policy",
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; frame-ancestors 'none'",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Connection", "close"),
)


class CallBack:
    """Waits for one call with the right ``state``; any other call is told 404 and changes nothing."""

    def __init__(self, state: str) -> None:
        self._state = state
        self._given: SimpleQueue[dict[str, str] | None] = SimpleQueue()
        self._lock = Lock()
        self._answered = False
        self._closed = False
        call_back = self

        class Call(BaseHTTPRequestHandler):
            # A browser opens connections in advance and says nothing on them.
            timeout = _IDLE_S

            def do_GET(self) -> None:
                """Answer the one call that is ours."""
                taken = len(self.path) <= _LONGEST_LINE and call_back.take(self.path)
                self.send_response(200 if taken else 404)
                for name, value in (*_HEADERS, ("Content-Length", str(len(_PAGE) if taken else 0))):
                    self.send_header(name, value)
                self.end_headers()
                if taken:
                    self.wfile.write(_PAGE)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
                """Say nothing: the line holds the code."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Call)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}{PATH}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def take(self, target: str) -> bool:
        """Take the call to ``target`` if it is the one waited for; true once at most."""
        parts = urlsplit(target)
        values = parse_qs(parts.query, keep_blank_values=True)
        if parts.path != PATH or any(len(each) != 1 for each in values.values()):
            return False
        given = {name: each[0] for name, each in values.items()}
        if not hmac.compare_digest(given.get("state", "").encode(), self._state.encode()):
            return False
        with self._lock:
            if self._answered:
                return False
            self._answered = True
        self._given.put(given)
        return True

    def wait(self, timeout_s: float) -> dict[str, str] | None:
        """Return what the provider sent, or None after ``give_up`` or ``timeout_s`` seconds."""
        try:
            return self._given.get(timeout=timeout_s)
        except Empty:
            return None

    def give_up(self) -> None:
        """Make ``wait`` return None; from any thread."""
        self._given.put(None)

    def close(self) -> None:
        """Stop listening; may be called twice."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
