"""The built-in OpenID issuer: for exercise and training only, on plain loopback, never beside PostgreSQL.

Authorization code with PKCE (S256) for one public client. In production the town's own provider takes
its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Form, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from joserfc import jwt

from gateway.access_tokens import LIFETIME_SECONDS, TokenSubject, issue_token
from gateway.clock import Clock
from gateway.issuer.authorizing import CLIENT_ID, NotOurs, SentBack, callback, read_authorization
from gateway.issuer.pages import (
    CLOSED,
    HEADERS,
    MOST_NAME,
    NO_TERMINAL,
    NOT_OURS,
    TOO_OLD,
    WRONG,
    closed_page,
    sign_in_page,
)
from gateway.issuer.sign_ins import Granted, SignIns, verifies
from gateway.issuer.throttle import Throttle
from gateway.keys import SigningKey
from gateway.staff_list import StaffList
from gateway.store.ledger_store import is_sqlite
from gateway.terminals import TerminalList

_NOT_STORED = {"Cache-Control": "no-store", "Pragma": "no-cache"}
router = APIRouter()
Field = Annotated[str, Form(max_length=512)]


class IssuerRefused(RuntimeError):
    """The built-in issuer does not run beside a production database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """What the issuer runs on. ``url`` is its own address, the ``iss`` of everything it signs."""

    url: str
    town_code: str
    staff: StaffList
    terminals: TerminalList
    clock: Clock
    key: SigningKey
    sign_ins: SignIns
    throttle: Throttle


def refuse_beside_production(database_url: str) -> None:
    """Raise IssuerRefused unless the database is the embedded one: demo staff never guard a real ledger."""
    if not is_sqlite(database_url):
        raise IssuerRefused("the built-in issuer is for exercise: it does not run beside PostgreSQL")


def build_issuer(issuer: Issuer) -> FastAPI:
    """Return the issuer as an application."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.issuer = issuer
    app.include_router(router)
    return app


def _issuer(request: Request) -> Issuer:
    found: Issuer = request.app.state.issuer
    return found


@router.get("/.well-known/openid-configuration")
def get_configuration(request: Request) -> dict[str, Any]:
    """Tell where the endpoints are (OpenID Connect Discovery)."""
    url = _issuer(request).url
    return {
        "issuer": url,
        "authorization_endpoint": f"{url}/authorize",
        "token_endpoint": f"{url}/token",
        "jwks_uri": f"{url}/jwks",
        "response_types_supported": ["code"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "scopes_supported": ["openid"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "token_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": True,
    }


@router.get("/jwks")
def get_keys(request: Request) -> dict[str, Any]:
    """Give the public key of tokens."""
    return {"keys": [_issuer(request).key.public_jwk()]}


@router.get("/authorize")
def get_authorize(request: Request) -> Response:
    """Show the sign-in page for a request that is ours, from a terminal of the town."""
    issuer = _issuer(request)
    try:
        wanted = read_authorization(request.query_params)
    except NotOurs:
        return closed_page(NOT_OURS)
    except SentBack as wrong:
        back = callback(wrong.redirect_uri, wrong.state, issuer.url, error=wrong.error)
        return RedirectResponse(back, status_code=303, headers=HEADERS)
    if issuer.terminals.find(issuer.town_code, wanted.terminal) is None:
        return closed_page(NO_TERMINAL)
    # whoever reads the page sees what he signs in as; a name too long for the field is none
    hint = request.query_params.get("login_hint", "")
    return sign_in_page(issuer.sign_ins.begin(wanted), username=hint if len(hint) <= MOST_NAME else "")


@router.post("/authorize")
def post_authorize(request: Request, ticket: Field, username: Field = "", password: Field = "") -> Response:
    """Take a name and a password; the right ones lead back to the counter with a code."""
    issuer = _issuer(request)
    wanted = issuer.sign_ins.page(ticket)
    if wanted is None:
        return closed_page(TOO_OLD)
    if not issuer.throttle.admits(username):
        return sign_in_page(ticket, status=429, username=username, words=CLOSED)
    staff = issuer.staff.recognise(issuer.town_code, username, password)
    if staff is None:
        return sign_in_page(ticket, status=401, username=username, words=WRONG)
    issuer.throttle.succeeded(username)
    code = issuer.sign_ins.grant(ticket, staff)
    if code is None:
        return closed_page(TOO_OLD)
    back = callback(wanted.redirect_uri, wanted.state, issuer.url, code=code)
    return RedirectResponse(back, status_code=303, headers=HEADERS)


@router.post("/token")
def post_token(
    request: Request,
    grant_type: Field = "",
    code: Field = "",
    redirect_uri: Field = "",
    client_id: Field = "",
    code_verifier: Field = "",
) -> JSONResponse:
    """Exchange a code for tokens, once, for him who holds its verifier."""
    issuer = _issuer(request)
    if grant_type != "authorization_code":
        return _token_error("unsupported_grant_type")
    granted = issuer.sign_ins.redeem(code)
    if (
        granted is None
        or client_id != CLIENT_ID
        or redirect_uri != granted.request.redirect_uri
        or not verifies(granted.request.code_challenge, code_verifier)
    ):
        return _token_error("invalid_grant")
    return JSONResponse(_tokens(issuer, granted), headers=_NOT_STORED)


def _token_error(error: str) -> JSONResponse:
    return JSONResponse({"error": error}, status_code=400, headers=_NOT_STORED)


def _tokens(issuer: Issuer, granted: Granted) -> dict[str, str | int]:
    subject = TokenSubject(
        town_code=granted.staff.town_code,
        staff_id=granted.staff.staff_id,
        terminal=granted.request.terminal,
    )
    now = int(issuer.clock.now().timestamp())
    claims: dict[str, Any] = {
        "iss": issuer.url,
        "sub": granted.staff.staff_id,
        "aud": CLIENT_ID,
        "iat": now,
        "exp": now + LIFETIME_SECONDS,
        "auth_time": int(granted.at.timestamp()),
        "nonce": granted.request.nonce,
        "name": granted.staff.name,
    }
    header = {"alg": "ES256", "kid": issuer.key.kid, "typ": "JWT"}
    return {
        "access_token": issue_token(issuer.key, issuer.clock, issuer.url, subject),
        "id_token": jwt.encode(header, claims, issuer.key.private()),
        "token_type": "Bearer",
        "expires_in": LIFETIME_SECONDS,
        "scope": "openid",
    }
