"""Before anyone has signed in: the browser asks who the clerk is, this page only waits."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from ui.view_models import SignInBody, Trouble
from ui.views.body_view import BodyView
from ui.widgets.labels import TextLabel, fill
from ui.widgets.panel import Panel, column
from ui.widgets.theme import Theme

PASTE_KEY = "Ctrl+V"


class SignInView(BodyView):
    """Says what the browser is for, and that it is being waited for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._state = TextLabel(role="data", wrap=True)
        self._hint = TextLabel(role="hint", wrap=True)
        self._practice = TextLabel(role="dataBold", wrap=True)
        self._copying = TextLabel(role="table", wrap=True)
        self._phase = ""
        self._copied = False
        self._panel = Panel(theme)
        inside = column(self._panel, theme, inset=24, gap=12)
        inside.addWidget(self._state)
        inside.addWidget(self._practice)
        inside.addWidget(self._copying)
        inside.addWidget(self._hint)
        outside = column(self, theme)
        outside.addWidget(self._panel)
        outside.addStretch(1)

    def question(self) -> str:
        """What to do now."""
        if self._practice.text():
            return self.tr("Please sign in with the practice account")
        return self.tr("Please sign in with your own account")

    def show_body(self, body: SignInBody) -> None:
        """Show the phase in words."""
        sentences = {
            "idle": self.tr("Enter opens the sign-in page in the browser."),
            "browser": self.tr("Please sign in there. This window goes on by itself."),
            "checking": self.tr("Your account is being checked. Please wait."),
        }
        self._phase = body.phase
        self._state.setText(sentences[body.phase])
        account = fill(self.tr("Practice account: %1, password: %2"), *body.practice)
        if body.practice_awaited:
            account = self.tr("The practice account will stand here in a moment.")
        told = body.practice_awaited or any(body.practice)
        self._practice.setText(account if told else "")
        self._practice.setVisible(told)
        self._copying.setVisible(told)
        self._copy_once(body)
        copied = self.tr("The password is copied: in the browser %1 pastes it.")
        copying = self.tr("Enter copies the password: in the browser %1 pastes it.")
        self._copying.setText(fill(copied if self._copied else copying, PASTE_KEY))
        self._hint.setVisible(bool(body.url_hint))
        again = self.tr("If no browser opens: Esc, then Enter once more.")
        address = fill(self.tr("Sign-in page: %1"), body.url_hint)
        self._hint.setText(f"{again}\n{address}" if body.url_hint else "")

    def _copy_once(self, body: SignInBody) -> None:
        """The browser covers this page; so that nobody has to remember a practice password, it is copied."""
        if body.phase != "browser":
            self._copied = False
        elif body.practice[1] and not self._copied:
            QGuiApplication.clipboard().setText(body.practice[1])
            self._copied = True

    def stand_beside(self, trouble: Trouble | None) -> None:
        """While the trouble says what to do, this page does not say otherwise; the account stays."""
        silent = trouble is not None and self._phase == "idle"
        self._state.setVisible(not silent)
        self._panel.setVisible(not silent or bool(self._practice.text()))
