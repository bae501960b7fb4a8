"""Whose turn it is at the window: the sign-in page's, or that of whoever has signed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from counter_app.application.lanes_port import Lane
from counter_app.application.port_errors import PortError
from counter_app.application.sign_in_port import Browser, SignIn
from counter_app.domain.failures import Failure, FailureCode
from ui.presenters.sign_in import SignInPresenter

if TYPE_CHECKING:
    from counter_app.application.clock_port import Clock
    from counter_app.application.registry_port import StaffSession
    from ui import view_models as vm
    from ui.runtime.counter_window import CounterWindow, Front


class Seat(Protocol):
    """A ``Front`` that somebody works at: a counter with its cases, or an approver's queue."""

    def tick(self) -> None:
        """Once a second."""
        ...

    def handle(self, intent: vm.Intent) -> None:
        """What he did."""
        ...

    def end(self) -> None:
        """He has signed out."""
        ...


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
    """Implements ``Outside`` of the presenters. ``training``: whether the page says 訓練.

    ``build`` is called with the first person who signs in; it ends in ``opened`` or in ``not_ready``. Clerks
    after the first find the same cases: they are still in memory, so the journal is not read again.
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
        self._seated: tuple[Seat, Callable[[StaffSession], None]] | None = None
        self._at_desk = False

    def serve(self) -> int:
        """Show the sign-in page and serve until the window is closed; returns the exit code."""
        self._window.say("signed_out")
        self._signing_in.show()
        return self._window.serve(self._front, seen=self._prepare)

    def opened(self, seat: Seat, begin: Callable[[StaffSession], None], staff: StaffSession) -> None:
        """All is built: ``staff`` goes on to it. ``begin`` is called with him and with whoever comes next."""
        self._seated = (seat, begin)
        self._go_on(begin, staff)

    def _go_on(self, begin: Callable[[StaffSession], None], staff: StaffSession) -> None:
        self._at_desk = True
        self._window.say("ready")
        begin(staff)

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
        if self._seated is not None:
            self._seated[0].end()
        self._at_desk = False
        self._window.say("signed_out")
        self._signing_in.show(failure)

    def bug(self, error: BaseException) -> None:
        """See ``Outside.bug``."""
        self._ground.bug(error)

    def _front(self) -> Front:
        return self._seated[0] if self._at_desk and self._seated else self._signing_in

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
        elif self._seated is None:
            self._build(staff)
        else:
            self._go_on(self._seated[1], staff)


def _ignored(_value: object, _error: BaseException | None) -> None:
    """Work done ahead: whatever is wrong is met again where its result is needed."""
