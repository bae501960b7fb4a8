"""The sign-in page of the training mode tells its own account; that of a real counter tells none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import NORMAL, Shown
from ui import view_models as vm


def _page(
    practice: tuple[str, str],
    trouble: vm.Trouble | None = None,
    *,
    training: bool = False,
    phase: str = "idle",
    url_hint: str = "",
) -> vm.ScreenModel:
    return vm.ScreenModel(
        top=vm.TopBar(
            town="",
            office="",
            counter=0,
            mode=vm.Mode.NORMAL,
            chips=(),
            clerk="",
            role="",
            now="9:00",
            training=training,
        ),
        bottom=vm.BottomBar(
            buttons=(), primary=vm.PrimaryButton(label=vm.Primary.SIGN_IN, enabled=True, working=False)
        ),
        body=vm.SignInBody(
            phase=phase,
            url_hint=url_hint,
            practice=practice,
            practice_awaited=training and not any(practice),
        ),
        trouble=trouble,
    )


def _said(shown: Shown) -> str:
    labels = shown.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(shown.window))


def test_the_practice_account_is_said_in_words(open_window: Callable[..., Shown]) -> None:
    said = _said(open_window(NORMAL).show(_page(("yamada", "架空-4821"))))

    assert "練習用アカウント" in said
    assert "yamada" in said
    assert "架空-4821" in said


def test_once_the_browser_is_open_the_page_says_what_is_copied_and_what_helps(
    open_window: Callable[..., Shown],
) -> None:
    shown = open_window(NORMAL).show(_page(("yamada", "架空-4821")))
    assert "コピーしました" not in _said(shown)

    shown.show(_page(("yamada", "架空-4821"), phase="browser", url_hint="127.0.0.1:1/authorize"))

    said = _said(shown)
    assert "コピーしました" in said
    assert "ブラウザーが開かないとき" in said
    assert "127.0.0.1:1/authorize" in said


def test_a_real_counter_says_nothing_of_practice(open_window: Callable[..., Shown]) -> None:
    assert "練習" not in _said(open_window(NORMAL).show(_page(("", ""))))


def test_after_a_failure_the_page_repeats_no_advice_but_keeps_the_account(
    open_window: Callable[..., Shown],
) -> None:
    shown = open_window(NORMAL).show(_page(("yamada", "架空-4821")))
    advice = "Enterで、ブラウザー"
    assert advice in _said(shown)

    shown.show(_page(("yamada", "架空-4821"), vm.Trouble(code="SIGN_IN_CANCELLED")))
    assert advice not in _said(shown)
    assert "架空-4821" in _said(shown)

    shown.show(_page(("yamada", "架空-4821")))
    assert advice in _said(shown)


def test_a_training_is_named_before_sign_in_without_a_key_that_does_nothing_yet(
    open_window: Callable[..., Shown],
) -> None:
    shown = open_window(NORMAL).show(_page(("", ""), training=True))
    said = _said(shown)
    assert "訓練" in said
    assert "F12" not in said
    assert "練習用アカウントは" in said

    shown.show(_page(("yamada", "架空-4821"), training=True))
    assert "練習用アカウントは" not in _said(shown)
    assert "架空-4821" in _said(shown)


def test_the_practice_password_is_copied_for_the_browser_that_covers_it(
    open_window: Callable[..., Shown],
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    shown = open_window(NORMAL).show(_page(("yamada", "架空-4821"), training=True))
    assert "Ctrl+V" in _said(shown)
    assert clipboard.text() == "before"

    shown.show(_page(("yamada", "架空-4821"), training=True, phase="browser"))
    assert clipboard.text() == "架空-4821"


def test_a_password_that_comes_after_the_browser_is_copied_then_and_only_once(
    open_window: Callable[..., Shown],
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    shown = open_window(NORMAL).show(_page(("", ""), training=True, phase="browser"))
    assert clipboard.text() == "before"

    shown.show(_page(("yamada", "架空-4821"), training=True, phase="browser"))
    assert clipboard.text() == "架空-4821"
    clipboard.setText("something else")
    shown.show(_page(("yamada", "架空-4821"), training=True, phase="browser"))

    assert clipboard.text() == "something else"


def test_a_real_counter_copies_nothing_and_asks_for_the_clerks_own_account(
    open_window: Callable[..., Shown],
) -> None:
    QGuiApplication.clipboard().setText("before")
    shown = open_window(NORMAL).show(_page(("", ""), phase="browser"))

    assert QGuiApplication.clipboard().text() == "before"
    assert "ご自身のアカウント" in _said(shown)
    assert "ご自身のアカウント" not in _said(shown.show(_page(("yamada", "架空-4821"), training=True)))
