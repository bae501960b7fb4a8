"""The screen before anybody has signed in: one button, then the town's own page in the browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from counter_app.application.clock_port import Clock
from counter_app.application.lanes_port import Lane, Lanes
from counter_app.application.port_errors import PortError
from counter_app.application.sign_in_port import Browser, SignIn, SignInAttempt
from counter_app.domain import wareki
from counter_app.domain.failures import Failure, FailureCode
from ui import view_models as vm

if TYPE_CHECKING:
    from ui.presenters.screen import ScreenView

WAIT_S = 300.0
_NOT_TRIED = frozenset({FailureCode.SIGN_IN_EXPIRED, FailureCode.SIGN_IN_OTHER_CLERK})
"""Why somebody must sign in, rather than why he could not."""


def _trouble(failure: Failure | None) -> vm.Trouble | None:
    """As the pages of a case show it; they are loaded for it, which the first paint need not wait for."""
    if failure is None:
        return None
    from ui.presenters.page import trouble_of  # noqa: PLC0415 - see above

    return trouble_of(failure)


class SignInPresenter:
    """Signs one clerk in. ``signed_in`` is called on the owner thread; the page then says that it checks.

    Whoever goes on from there calls ``failed`` if the session cannot be begun. ``training`` is said from the
    first paint on; ``practice`` is the training mode's own account, shown on the page once it is known. The
    clock stays empty until the gateway has told the time: the PC's own may be wrong.
    """

    def __init__(
        self,
        *,
        view: ScreenView,
        lanes: Lanes,
        clock: Clock,
        sign_in: SignIn,
        browser: Browser,
        signed_in: Callable[[], None],
        bug: Callable[[BaseException], None],
        training: bool = False,
    ) -> None:
        self._view = view
        self._lanes = lanes
        self._clock = clock
        self._sign_in = sign_in
        self._browser = browser
        self._signed_in = signed_in
        self._bug = bug
        self._training = training
        self._phase = "idle"
        self._hint = ""
        self._attempt: SignInAttempt | None = None
        self._given_up = False
        self._failure: Failure | None = None
        self.practice = ("", "")

    def show(self, failure: Failure | None = None) -> None:
        """Nobody is signed in, for the reason of ``failure`` if any; the page is ready."""
        self._phase, self._failure, self._attempt = "idle", failure, None
        self._render()

    def tick(self) -> None:
        """Once a second, for the clock."""
        self._render()

    def handle(self, intent: vm.Intent) -> None:
        """Enter begins; Esc gives up."""
        match intent:
            case vm.PrimaryPressed() if self._phase == "idle":
                self._begin()
            case vm.BackPressed() | vm.ActionPressed(action=vm.Action.BACK) if self._phase == "browser":
                self._given_up = True
                if self._attempt is not None:
                    self._attempt.cancel()
            case _:
                return
        self._render()

    def failed(self, failure: Failure) -> None:
        """Signing in, or beginning the session, did not work."""
        self._phase, self._attempt, self._failure = "idle", None, failure
        self._render()

    def _begin(self) -> None:
        self._phase, self._hint, self._failure = "browser", "", None
        self._attempt, self._given_up = None, False
        sign_in, name = self._sign_in, self.practice[0]
        self._lanes.run(Lane.NETWORK, lambda: sign_in.begin(name), self._begun)

    def _begun(self, attempt: SignInAttempt | None, error: BaseException | None) -> None:
        if attempt is None:
            self._stopped(error)
            return
        self._attempt = attempt
        if self._given_up:
            attempt.cancel()
        page = urlsplit(attempt.url)
        self._hint = f"{page.netloc}{page.path}"
        given_up, browser = self._given_up, self._browser

        def wait() -> None:
            if not given_up:
                browser.open(attempt.url)
            attempt.wait(WAIT_S)

        self._lanes.run(Lane.NETWORK, wait, self._ended)
        self._render()

    def _ended(self, _value: None, error: BaseException | None) -> None:
        if error is not None:
            if self._attempt is not None:
                self._attempt.cancel()
            self._stopped(error)
            return
        self._phase, self._attempt = "checking", None
        self._render()
        self._signed_in()

    def _stopped(self, error: BaseException | None) -> None:
        """What the clerk gave up himself needs no explaining."""
        if isinstance(error, PortError):
            own = self._given_up and error.failure.code is FailureCode.SIGN_IN_CANCELLED
            self._failure = None if own else error.failure
        else:
            if error is not None:
                self._bug(error)
            self._failure = Failure(code=FailureCode.INTERNAL)
        self._phase, self._attempt = "idle", None
        self._render()

    def _time(self) -> str:
        if not self._clock.trusted:
            return ""
        now = self._clock.now()
        return f"{wareki.print_wareki(now.date())} {now:%H:%M}"

    def _render(self) -> None:
        idle = self._phase == "idle"
        cancel = (vm.ActionButton(action=vm.Action.BACK),) if self._phase == "browser" else ()
        failed = self._failure is not None and self._failure.code not in _NOT_TRIED
        label = vm.Primary.RETRY if failed else vm.Primary.SIGN_IN
        self._view.render(
            vm.ScreenModel(
                top=vm.TopBar(
                    town="",
                    office="",
                    counter=0,
                    mode=vm.Mode.NORMAL,
                    chips=(),
                    clerk="",
                    role="",
                    now=self._time(),
                    training=self._training,
                ),
                bottom=vm.BottomBar(
                    buttons=cancel, primary=vm.PrimaryButton(label=label, enabled=idle, working=not idle)
                ),
                body=vm.SignInBody(
                    phase=self._phase,
                    url_hint=self._hint if not idle else "",
                    practice=self.practice,
                    practice_awaited=self._training and not any(self.practice),
                ),
                trouble=_trouble(self._failure),
            )
        )
