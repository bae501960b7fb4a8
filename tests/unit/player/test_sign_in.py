"""The client is tried against a real HTTP server on loopback that behaves as an issuer does."""

from __future__ import annotations

import http.server
import threading
import urllib.parse
from collections.abc import Iterator
from typing import ClassVar

import pytest

from player.sign_in import SignInFailed, answer

FORM = (
    '<form method="post" action="/login"><input type="hidden" name="ticket" value="t-1">'
    '<input name="username"><input type="password" name="password"></form>'
)


class Issuer(http.server.BaseHTTPRequestHandler):
    posted: ClassVar[list[dict[str, list[str]]]] = []

    def do_GET(self) -> None:
        path = urllib.parse.urlsplit(self.path).path
        if path == "/away":
            self._redirect("http://192.0.2.1/")
        elif path == "/callback":
            self._page("signed in")
        elif path == "/plain":
            self._page("nothing to fill in")
        elif path == "/authorize":
            self._page(FORM)
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.posted.append(urllib.parse.parse_qs(body))
        if self.posted[-1]["password"] == ["right"]:
            self._redirect("/callback?code=1")
        else:
            self._page(FORM)

    def _redirect(self, address: str) -> None:
        self.send_response(303)
        self.send_header("Location", address)
        self.end_headers()

    def _page(self, text: str) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        return


@pytest.fixture
def issuer() -> Iterator[str]:
    Issuer.posted.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Issuer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_form_is_filled_with_its_hidden_fields_and_followed_to_the_end(issuer: str) -> None:
    page = answer(f"{issuer}/authorize?client_id=counter", "clerk", "right")

    assert page == "signed in"
    assert Issuer.posted == [{"ticket": ["t-1"], "username": ["clerk"], "password": ["right"]}]


def test_a_wrong_password_is_a_refusal_without_the_password_in_it(issuer: str) -> None:
    with pytest.raises(SignInFailed) as refusal:
        answer(f"{issuer}/authorize", "clerk", "wrong-one")

    assert "wrong-one" not in str(refusal.value)


@pytest.mark.parametrize("path", ["/plain", "/absent"])
def test_a_page_that_cannot_be_answered_is_a_refusal(issuer: str, path: str) -> None:
    with pytest.raises(SignInFailed):
        answer(f"{issuer}{path}", "clerk", "right")


def test_no_redirect_leads_off_this_machine(issuer: str) -> None:
    with pytest.raises(SignInFailed, match=r"192\.0\.2\.1"):
        answer(f"{issuer}/away", "clerk", "right")


def test_an_issuer_elsewhere_is_not_even_asked() -> None:
    with pytest.raises(SignInFailed, match=r"example\.test"):
        answer("http://example.test/authorize", "clerk", "right")
