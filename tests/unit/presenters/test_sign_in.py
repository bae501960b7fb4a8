"""Signing in: one button, then the browser."""

from __future__ import annotations

import pytest

from counter_app.application.port_errors import PortError, Refused, Unavailable
from counter_app.domain.failures import Failure, FailureCode
from tests.fakes.clock import FakeClock
from tests.fakes.lanes import FakeLanes
from tests.fakes.sign_in import FakeBrowser, FakeSignIn
from tests.unit.presenters.counter_under_test import Window
from ui import view_models as vm
from ui.presenters.sign_in import SignInPresenter


class Door:
    """The sign-in screen on fakes."""

    def __init__(self, *, training: bool = False, time_known: bool = True) -> None:
        self.clock = FakeClock()
        self.clock.trusted = time_known
        self.window, self.lanes = Window(), FakeLanes()
        self.sign_in, self.browser = FakeSignIn(), FakeBrowser()
        self.signed_in: list[bool] = []
        self.bugs: list[BaseException] = []
        self.presenter = SignInPresenter(
            view=self.window,
            lanes=self.lanes,
            clock=self.clock,
            sign_in=self.sign_in,
            browser=self.browser,
            signed_in=lambda: self.signed_in.append(True),
            bug=self.bugs.append,
            training=training,
        )
        self.presenter.show()

    @property
    def screen(self) -> vm.ScreenModel:
        return self.window.screens[-1]

    @property
    def phase(self) -> str:
        assert isinstance(self.screen.body, vm.SignInBody)
        return self.screen.body.phase

    def was(self, phase: str) -> bool:
        return self.phase == phase

    @property
    def trouble(self) -> str:
        return self.screen.trouble.code if self.screen.trouble else ""


def test_enter_opens_the_browser_and_the_clerk_is_in() -> None:
    door = Door()
    assert door.screen.bottom.primary == vm.PrimaryButton(label=vm.Primary.SIGN_IN)

    door.presenter.handle(vm.PrimaryPressed())
    door.presenter.handle(vm.PrimaryPressed())
    assert door.was("browser")
    door.lanes.step()
    assert door.screen.body == vm.SignInBody(phase="browser", url_hint="127.0.0.1:1/authorize")
    door.lanes.run_all()

    assert door.was("checking")
    assert door.signed_in == [True]
    assert len(door.browser.shown) == 1


def test_the_browser_is_told_the_practice_name_and_no_name_elsewhere() -> None:
    door = Door()
    door.presenter.handle(vm.PrimaryPressed())
    door.lanes.run_all()

    training = Door(training=True)
    training.presenter.practice = ("yamada", "架空-4821")
    training.presenter.handle(vm.PrimaryPressed())
    training.lanes.run_all()

    assert (door.sign_in.hints, training.sign_in.hints) == ([""], ["yamada"])


def test_esc_gives_up_without_a_word_of_trouble() -> None:
    door = Door()
    door.presenter.handle(vm.PrimaryPressed())
    door.lanes.step()

    door.presenter.handle(vm.BackPressed())
    door.lanes.run_all()

    assert (door.phase, door.trouble, door.signed_in) == ("idle", "", [])


def test_esc_before_the_page_is_known_opens_no_browser() -> None:
    door = Door()
    door.presenter.handle(vm.PrimaryPressed())
    door.presenter.handle(vm.BackPressed())

    door.lanes.run_all()

    assert (door.phase, door.trouble, door.browser.shown) == ("idle", "", [])


@pytest.mark.parametrize(
    "error", [Refused(FailureCode.SIGN_IN_REFUSED), Unavailable(FailureCode.GATEWAY_UNREACHABLE)]
)
def test_what_failed_is_said_and_enter_tries_again(error: PortError) -> None:
    door = Door()
    door.sign_in.fault = error
    door.presenter.handle(vm.PrimaryPressed())
    door.lanes.run_all()

    assert (door.phase, door.trouble) == ("idle", error.failure.code.value)
    assert door.screen.bottom.primary == vm.PrimaryButton(label=vm.Primary.RETRY)
    door.presenter.handle(vm.PrimaryPressed())
    door.lanes.run_all()
    assert door.signed_in == [True]
    assert door.trouble == ""


def test_a_line_that_is_down_and_a_browser_that_is_absent_are_said() -> None:
    door = Door()
    door.sign_in.line = Unavailable(FailureCode.GATEWAY_UNREACHABLE)
    door.presenter.handle(vm.PrimaryPressed())
    door.lanes.run_all()
    assert door.trouble == FailureCode.GATEWAY_UNREACHABLE

    door.browser.absent = True
    door.presenter.handle(vm.PrimaryPressed())
    door.lanes.run_all()
    assert (door.phase, door.screen.trouble) == ("idle", vm.Trouble(code="BROWSER_ABSENT"))
    assert door.sign_in.attempts[-1].cancelled


def test_a_sign_in_that_ran_out_is_said_with_the_key_to_sign_in() -> None:
    door = Door()

    door.presenter.show(Failure(code=FailureCode.SIGN_IN_EXPIRED))

    assert door.trouble == FailureCode.SIGN_IN_EXPIRED
    assert door.screen.bottom.primary == vm.PrimaryButton(label=vm.Primary.SIGN_IN)
    door.presenter.handle(vm.PrimaryPressed())
    assert door.trouble == ""


def test_a_bug_is_passed_on_and_a_session_that_fails_is_said() -> None:
    door = Door()
    door.sign_in.fault = KeyError("planted")
    door.presenter.handle(vm.PrimaryPressed())
    door.lanes.run_all()
    assert door.trouble == FailureCode.INTERNAL
    assert [type(bug) for bug in door.bugs] == [KeyError]

    door.presenter.failed(Failure(code=FailureCode.SIGN_IN_EXPIRED))
    assert door.screen.trouble == vm.Trouble(code="SIGN_IN_EXPIRED")


def test_a_training_says_so_on_its_first_screen_and_on_every_later_one() -> None:
    door = Door(training=True)
    door.presenter.handle(vm.PrimaryPressed())
    door.lanes.run_all()
    door.presenter.failed(Failure(code=FailureCode.SIGN_IN_EXPIRED))

    assert len(door.window.screens) > 3
    assert all(screen.top.training for screen in door.window.screens)
    assert not Door().screen.top.training


def test_a_training_says_that_its_account_is_still_to_come() -> None:
    door = Door(training=True)
    assert door.screen.body == vm.SignInBody(practice_awaited=True)

    door.presenter.practice = ("yamada", "架空-4821")
    door.presenter.tick()

    assert door.screen.body == vm.SignInBody(practice=("yamada", "架空-4821"))


def test_no_time_is_shown_before_the_gateway_has_told_it() -> None:
    door = Door(time_known=False)
    assert door.screen.top.now == ""

    door.clock.set_gateway_time("2026-11-24T09:05:00+09:00")
    door.presenter.tick()

    assert door.screen.top.now == "令和8年11月24日 09:05"
