"""The sign-in page: plain HTML, no script, keyboard first."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from fastapi.responses import HTMLResponse

MOST_NAME = 64
"""The longest user name, in characters."""
_STYLE = (
    "body{font-family:'BIZ UDPGothic','Yu Gothic UI',sans-serif;background:#f4f6f8;color:#1b1f24;margin:0}"
    "main{max-width:26rem;margin:12vh auto;background:#fff;padding:2rem;border:1px solid #c7ced6;"
    "border-radius:8px}"
    "h1{font-size:1.3rem;margin:0 0 1.2rem}label{display:block;margin:1rem 0 .3rem}"
    "input{width:100%;box-sizing:border-box;font-size:1.1rem;padding:.5rem;border:1px solid #6b7683;"
    "border-radius:4px}"
    "button{margin-top:1.5rem;width:100%;font-size:1.1rem;padding:.6rem;border:0;border-radius:4px;"
    "background:#0b5cad;color:#fff}"
    "input:focus,button:focus{outline:3px solid #f5a623;outline-offset:1px}"
    "p.wrong{background:#fdecea;border-left:4px solid #b3261e;padding:.6rem}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode("ascii")
# form-action also governs the redirect after the form (Chromium), so the loopback call-back is named.
HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self' http://127.0.0.1:*; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
WRONG = "利用者名またはパスワードがちがいます。もう一度入力してください。"
CLOSED = "入力の失敗が続いたため、しばらく受け付けません。1分ほど待ってから、もう一度入力してください。"
TOO_OLD = "この画面は古くなりました。窓口の画面に戻り、もう一度「サインイン」を選んでください。"
NOT_OURS = "サインインの求めが正しくありません。窓口の画面に戻り、もう一度「サインイン」を選んでください。"

NO_TERMINAL = (
    "この端末は、この町の窓口の端末として登録されていないか、使用を終えています。"
    "ここではサインインできません。情報システムの担当者に、この端末の設定の確認を依頼してください。"
)


def _page(status: int, inner: str) -> HTMLResponse:
    html = (
        '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>窓口　サインイン</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
        f"<body><main><h1>窓口　サインイン</h1>{inner}</main></body></html>"
    )
    return HTMLResponse(html, status_code=status, headers=HEADERS)


def sign_in_page(ticket: str, *, status: int = 200, username: str = "", words: str = "") -> HTMLResponse:
    """Return the form; ``words`` say what went wrong before. The cursor waits in the first empty field."""
    said = f'<p class="wrong" role="alert">{escape(words)}</p>' if words else ""
    first, second = ("", " autofocus") if username else (" autofocus", "")
    inner = (
        f'{said}<form method="post" action="/authorize" autocomplete="off">'
        f'<input type="hidden" name="ticket" value="{escape(ticket)}">'
        '<label for="username">利用者名</label>'
        f'<input id="username" name="username" required maxlength="{MOST_NAME}" autocapitalize="off"'
        f' value="{escape(username)}"{first}>'
        '<label for="password">パスワード</label>'
        f'<input id="password" name="password" type="password" required maxlength="128"{second}>'
        '<button type="submit">サインイン</button></form>'
    )
    return _page(status, inner)


def closed_page(words: str) -> HTMLResponse:
    """Return a page that only says ``words`` (status 400): nothing is sent to any call-back."""
    return _page(400, f'<p class="wrong" role="alert">{escape(words)}</p>')
