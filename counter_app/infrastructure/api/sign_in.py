"""Staff sign-in: authorization code with PKCE (RFC 7636, S256) for a native program (RFC 8252).

Checked before anything is believed: ``state``, ``iss`` (RFC 9207), and of the id token the signature by the
provider's keys, issuer, audience, times and ``nonce``. The access token goes to memory; nothing goes to disk.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import httpx
from joserfc import jwt
from joserfc.errors import ExpiredTokenError, InvalidClaimError, JoseError
from joserfc.jwk import KeySet
from pydantic import BaseModel, ConfigDict, Field

from counter_app.application.clock_port import Clock
from counter_app.application.port_errors import Cancelled, Refused
from counter_app.domain.failures import FailureCode
from counter_app.infrastructure.api import schemas
from counter_app.infrastructure.api.call_back import CallBack
from counter_app.infrastructure.api.client import AccessTokens, ask
from counter_app.infrastructure.api.errors import Answer, malformed, problem_failure

ALGORITHMS = ("ES256", "RS256", "PS256")
LEEWAY_S = 300
_OK = 200
_BAD_REQUEST = 400
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Provider(BaseModel):
    """What is used of the provider's discovery document (OpenID Connect Discovery 3)."""

    model_config = ConfigDict(strict=True, extra="ignore")

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


class Tokens(BaseModel):
    """What is used of the token answer (RFC 6749 5.1)."""

    model_config = ConfigDict(strict=True, extra="ignore")

    access_token: str = Field(min_length=1)
    id_token: str = Field(min_length=1)
    token_type: str
    expires_in: int = Field(gt=0)


def _refused() -> Refused:
    return Refused(FailureCode.SIGN_IN_REFUSED)


def _safe(url: str) -> bool:
    """TLS everywhere; plain HTTP only to this machine, where the exercise issuer is (design.md 4)."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Secrets:
    """What ties the answers of one attempt to its question."""

    state: str
    nonce: str
    verifier: str

    @property
    def challenge(self) -> str:
        digest = hashlib.sha256(self.verifier.encode("ascii")).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


class BrowserSignIn:
    """Implements ``SignIn`` against one issuer for one public client, at one terminal of the town.

    The terminal's number (two digits) goes into the authorization request; the issuer binds it in the token.
    """

    def __init__(
        self,
        client: httpx.Client,
        issuer: str,
        client_id: str,
        terminal: str,
        tokens: AccessTokens,
        clock: Clock,
    ) -> None:
        self._client = client
        self._issuer = issuer
        self._client_id = client_id
        self._terminal = terminal
        self._tokens = tokens
        self._clock = clock
        self._attempt: Attempt | None = None

    def begin(self, login_hint: str = "") -> Attempt:
        """See ``SignIn.begin``."""
        if self._attempt is not None:
            self._attempt.cancel()
        provider = self._provider()
        secret = _Secrets(
            state=secrets.token_urlsafe(32),
            nonce=secrets.token_urlsafe(32),
            verifier=secrets.token_urlsafe(48),
        )
        own = {"terminal": self._terminal} | ({"login_hint": login_hint} if login_hint else {})
        self._attempt = Attempt(self, provider, secret, self._client_id, own)
        return self._attempt

    def sign_out(self) -> None:
        """See ``SignIn.sign_out``."""
        self._tokens.forget()

    def exchange(self, provider: Provider, secret: _Secrets, code: str, redirect_uri: str) -> None:
        """Exchange ``code`` once, verify who signed in, and keep the access token."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "client_id": self._client_id,
            "code_verifier": secret.verifier,
        }
        answer = ask(
            self._client,
            "POST",
            provider.token_endpoint,
            content=urlencode(form).encode(),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        if answer.status == _BAD_REQUEST:
            raise _refused()
        found = _read(Tokens, answer)
        if found.token_type.lower() != "bearer":
            raise malformed()
        self._verify(found.id_token, self._keys(provider), secret.nonce)
        self._tokens.keep(found.access_token, found.expires_in)

    def _provider(self) -> Provider:
        url = f"{self._issuer.rstrip('/')}/.well-known/openid-configuration"
        found = _read(Provider, ask(self._client, "GET", url))
        addresses = (found.authorization_endpoint, found.token_endpoint, found.jwks_uri)
        if found.issuer != self._issuer or not all(_safe(address) for address in addresses):
            raise _refused()
        return found

    def _keys(self, provider: Provider) -> KeySet:
        answer = ask(self._client, "GET", provider.jwks_uri)
        if answer.status != _OK:
            raise problem_failure(answer)
        try:
            return KeySet.import_key_set(json.loads(answer.body))
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise malformed() from error

    def _verify(self, id_token: str, keys: KeySet, nonce: str) -> None:
        now = int(self._clock.now().timestamp())
        claims = jwt.JWTClaimsRegistry(
            now=now,
            leeway=LEEWAY_S,
            iss={"essential": True, "value": self._issuer},
            aud={"essential": True, "value": self._client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            token = jwt.decode(id_token, keys, algorithms=list(ALGORITHMS))
            claims.validate(token.claims)
        except InvalidClaimError as error:
            times = error.claim in {"exp", "nbf", "iat"}
            raise (Refused(FailureCode.CLOCK_WRONG) if times else _refused()) from error
        except ExpiredTokenError as error:
            # The token was made a moment ago: a time that does not fit is a clock that does not.
            raise Refused(FailureCode.CLOCK_WRONG) from error
        except (JoseError, ValueError) as error:
            raise _refused() from error
        if abs(now - int(token.claims["iat"])) > LEEWAY_S:
            raise Refused(FailureCode.CLOCK_WRONG)


class Attempt:
    """Implements ``SignInAttempt``."""

    def __init__(
        self,
        sign_in: BrowserSignIn,
        provider: Provider,
        secret: _Secrets,
        client_id: str,
        own: Mapping[str, str],
    ) -> None:
        """``own``: what this counter adds to the request, by the parameter's name."""
        self._sign_in = sign_in
        self._provider = provider
        self._secret = secret
        self._call_back = CallBack(secret.state)
        query = {
            "response_type": "code",
            "client_id": client_id,
            "redirect_uri": self._call_back.address,
            "scope": "openid",
            "state": secret.state,
            "nonce": secret.nonce,
            "code_challenge": secret.challenge,
            "code_challenge_method": "S256",
            **own,
        }
        glue = "&" if urlsplit(provider.authorization_endpoint).query else "?"
        self._url = f"{provider.authorization_endpoint}{glue}{urlencode(query)}"

    @property
    def url(self) -> str:
        """See ``SignInAttempt.url``."""
        return self._url

    def wait(self, timeout_s: float) -> None:
        """See ``SignInAttempt.wait``."""
        try:
            given = self._call_back.wait(timeout_s)
        finally:
            self._call_back.close()
        if given is None:
            raise Cancelled(FailureCode.SIGN_IN_CANCELLED)
        if given.get("error") == "access_denied":
            raise Cancelled(FailureCode.SIGN_IN_CANCELLED)
        # A provider that does not send ``iss`` (RFC 9207 is optional) is bound by the id token alone.
        if given.get("iss", self._provider.issuer) != self._provider.issuer or not given.get("code"):
            raise _refused()
        self._sign_in.exchange(self._provider, self._secret, given["code"], self._call_back.address)

    def cancel(self) -> None:
        """See ``SignInAttempt.cancel``."""
        self._call_back.give_up()
        self._call_back.close()


def _read(kind: type[schemas.Envelope], answer: Answer) -> schemas.Envelope:
    if answer.status != _OK:
        raise problem_failure(answer)
    return schemas.partly(kind, schemas.parsed(answer))
