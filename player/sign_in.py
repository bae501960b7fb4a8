"""Signing in without a browser: the same page, the same form, the same redirects, by a plain HTTP client."""

from __future__ import annotations

import http.cookiejar
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPMessage
from typing import IO

_SECONDS = 15.0
_LOOPBACK = frozenset({"127.0.0.1", "localhost"})


class SignInFailed(Exception):
    """The issuer's page could not be answered, or it refused; the message carries no secret."""


def answer(address: str, username: str, password: str) -> str:
    """Open ``address``, fill in its form and follow it to the end; returns the last page's text.

    Only loopback addresses over plain HTTP are opened, as the exercise issuer's are (design.md 4).
    Raises SignInFailed.
    """
    return _answer(address, username, password, _Redirects(stop_at=""))


def answer_until_redirected(address: str, username: str, password: str, stop_at: str) -> str:
    """As ``answer``, but return the address under ``stop_at`` that it leads to, without opening it."""
    redirects = _Redirects(stop_at=stop_at)
    try:
        _answer(address, username, password, redirects)
    except _Landed as landed:
        return landed.address
    raise SignInFailed("the issuer did not lead back")


class _Landed(Exception):
    """The redirect that was waited for."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects on this machine only, and none beginning with ``stop_at``."""

    def __init__(self, *, stop_at: str) -> None:
        self._stop_at = stop_at

    def redirect_request(  # the arguments are urllib's
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if self._stop_at and newurl.startswith(self._stop_at):
            fp.close()
            raise _Landed(newurl)
        _require_loopback(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _answer(address: str, username: str, password: str, redirects: _Redirects) -> str:
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar), redirects)
    page, text = _open(opener, address, None)
    form = _Form.of(text)
    if not form.found:
        raise SignInFailed("the sign-in page has no form")
    values = form.fields | {form.user_field: username, form.password_field: password}
    target = urllib.parse.urljoin(page, form.action or page)
    _, text = _open(opener, target, urllib.parse.urlencode(values).encode())
    if _Form.of(text).found:
        raise SignInFailed("the issuer asked again: it did not take this user and password")
    return text


def _require_loopback(address: str) -> None:
    parts = urllib.parse.urlsplit(address)
    if parts.scheme != "http" or parts.hostname not in _LOOPBACK:
        raise SignInFailed(
            f"the exercise issuer is on this machine, not at {parts.scheme}://{parts.hostname}"
        )


def _open(opener: urllib.request.OpenerDirector, address: str, body: bytes | None) -> tuple[str, str]:
    _require_loopback(address)
    try:
        with opener.open(address, body, timeout=_SECONDS) as response:
            return str(response.url), response.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        with error:
            raise SignInFailed(f"the issuer answered {error.code}") from error
    except (urllib.error.URLError, TimeoutError) as error:
        raise SignInFailed(f"the issuer did not answer: {error}") from error


@dataclass
class _Form(HTMLParser):
    """The form of a page that has a password field; its fields by what they are for."""

    action: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    user_field: str = ""
    password_field: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    @property
    def found(self) -> bool:
        return bool(self.user_field and self.password_field)

    @classmethod
    def of(cls, text: str) -> _Form:
        form = cls()
        form.feed(text)
        return form

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag == "form":
            self.action = values.get("action", "")
        if tag != "input" or not values.get("name"):
            return
        kind = values.get("type", "text")
        if kind == "password":
            self.password_field = values["name"]
        elif kind in ("text", "email") and not self.user_field:
            self.user_field = values["name"]
        elif kind == "hidden":
            self.fields[values["name"]] = values.get("value", "")
