"""Whose turn it is at the window: the sign-in page's, or the counter's of the clerk who has signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from counter_app.application.lanes_port import Lane
from counter_app.application.port_errors import PortError
from counter_app.application.sign_in_port import Browser, SignIn
from counter_app.domain.failures import Failure, FailureCode
from ui.presenters.sign_in import SignInPresenter

if TYPE_CHECKING:
    from counter_app.application.case_desk import CaseDesk
    from counter_app.application.clock_port import Clock
    from counter_app.application.registry_port import StaffSession
    from ui.presenters.counter import CounterPresenter
    from ui.runtime.counter_window import CounterWindow, Front


class Training(Protocol):
    """The gateway that a training owns. Both calls block."""

    def account(self) -> tuple[str, str]:
        """User name and password of the practice clerk."""
        ...

    def cards(self) -> object:
        """The practice cards; made at the first call."""
        ...


class Ground(SignIn, Protocol):
    """What the window stands on, besides signing in. Every call but ``bug`` blocks (NETWORK lane)."""

    @property
    def training(self) -> Training | None:
        """The gateway of a training; None at a counter."""
        ...

    @property
    def clock(self) -> Clock:
        """The one clock."""
        ...

    def prepare(self) -> object:
        """Load, behind the sign-in page, what is needed next; raises a port error where it is not there."""
        ...

    def session(self) -> StaffSession:
        """Who is signed in; Refused(SIGN_IN_REFUSED) for a role that serves none."""
        ...

    def bug(self, error: BaseException) -> None:
        """Something that no port may raise."""
        ...


class Turns:
    """Implements ``Outside`` of the counter's presenter. ``training``: whether the page says 訓練.

    ``build`` is called with the first clerk who signs in; it ends in ``opened`` or in ``not_ready``. The
    clerks after him find the same cases: they are still in memory, so the journal is not read again.
    """

    def __init__(
        self,
        *,
        window: CounterWindow,
        ground: Ground,
        browser: Browser,
        build: Callable[[StaffSession], None],
        training: bool,
    ) -> None:
        self._window = window
        self._ground = ground
        self._build = build
        self._signing_in = SignInPresenter(
            view=window.screen,
            lanes=window.lanes,
            clock=ground.clock,
            sign_in=ground,
            browser=window.browser or browser,
            signed_in=lambda: window.lanes.run(Lane.NETWORK, ground.session, self._signed_in),
            bug=self.bug,
            training=training,
        )
        self._counter: tuple[CounterPresenter, CaseDesk] | None = None
        self._at_desk = False

    def serve(self) -> int:
        """Show the sign-in page and serve until the window is closed; returns the exit code."""
        self._window.say("signed_out")
        self._signing_in.show()
        return self._window.serve(self._front, seen=self._prepare)

    def opened(self, presenter: CounterPresenter, cases: CaseDesk) -> None:
        """The counter is built: the clerk goes on to it."""
        self._counter, self._at_desk = (presenter, cases), True
        self._window.say("ready")
        presenter.begin(cases)

    def not_ready(self, error: BaseException) -> None:
        """Nobody can serve, for this reason; the sign-in page says so."""
        if not isinstance(error, PortError):
            self.bug(error)
        self._ground.sign_out()
        failure = error.failure if isinstance(error, PortError) else Failure(code=FailureCode.INTERNAL)
        self._window.say("not_ready", failure=failure.code.value)
        self._signing_in.failed(failure)

    def sign_out(self, failure: Failure | None = None) -> None:
        """See ``Outside.sign_out``."""
        self._ground.sign_out()
        if self._counter is not None:
            self._counter[0].end()
        self._at_desk = False
        self._window.say("signed_out")
        self._signing_in.show(failure)

    def bug(self, error: BaseException) -> None:
        """See ``Outside.bug``."""
        self._ground.bug(error)

    def _front(self) -> Front:
        return self._counter[0] if self._at_desk and self._counter else self._signing_in

    def _prepare(self) -> None:
        self._window.lanes.run(Lane.NETWORK, self._ground.prepare, self._prepared)

    def _prepared(self, _settings: object, error: BaseException | None) -> None:
        training = self._ground.training
        if error is not None:
            self.not_ready(error)
        elif training is not None:
            self._signing_in.practice = training.account()
            self._signing_in.tick()
            self._window.lanes.run(Lane.DELIVERY, training.cards, _ignored)

    def _signed_in(self, staff: StaffSession | None, error: BaseException | None) -> None:
        if error is not None or staff is None:
            self.not_ready(error or AssertionError("an answer or an error"))
        elif self._counter is None:
            self._build(staff)
        else:
            presenter, cases = self._counter
            cases.desk = replace(cases.desk, staff=staff)
            self.opened(presenter, cases)


def _ignored(_value: object, _error: BaseException | None) -> None:
    """Work done ahead: whatever is wrong is met again where its result is needed."""
