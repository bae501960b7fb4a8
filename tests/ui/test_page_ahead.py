"""F9 at 項目・通数: the page stands where the case stood, and makes room for it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui import samples
from tests.ui.conftest import LARGE, NORMAL, Shown
from tests.ui.wholeness import cut_widgets, overlapping
from ui.view_models import Action, CaseSelected, ItemsBody, PageImage, Tick
from ui.views.case_panel import CaseSummaryView
from ui.widgets.page_preview import PagePreview

BUTTONS = (
    Action.BACK,
    Action.PRINT_FORM,
    Action.PREVIEW,
    Action.PARK,
    Action.WITHDRAW,
    Action.NEXT_REQUEST,
    Action.NEW_CASE,
)


def parts(shown: Shown) -> tuple[CaseSummaryView, PagePreview]:
    window = shown.window
    return window.findChildren(CaseSummaryView)[0], window.findChildren(PagePreview)[0]


def test_the_page_replaces_the_case_while_f9_is_held(open_window: Callable[..., Shown]) -> None:
    shown = open_window().show(samples.screen("items_preview", buttons=BUTTONS))
    case, page = parts(shown)
    assert not case.isVisible()
    assert page.isVisible()
    assert page.width() > case.width()

    shown.show(samples.screen("items", buttons=BUTTONS))

    assert case.isVisible()
    assert not page.isVisible()


@pytest.mark.parametrize("size", [NORMAL, LARGE], ids=["1366x768", "1920x1080"])
def test_every_button_of_the_step_is_whole_beside_the_page(
    open_window: Callable[..., Shown], size: tuple[int, int, float]
) -> None:
    shown = open_window(size).show(samples.screen("items_preview", buttons=BUTTONS))

    assert cut_widgets(shown.window) == []
    assert overlapping(shown.window) == []
    assert shown.window.width() == size[0]


def press(shown: Shown, key: Qt.Key) -> None:
    target = shown.window.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


def place(shown: Shown) -> str:
    return " ".join(label.text() for label in shown.window.findChildren(QLabel) if "枚" in label.text())


def colour(shown: Shown) -> int:
    """The grey of the sheet on the screen: each has its own."""
    _, preview = parts(shown)
    image = preview.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).red()


def three_sheets() -> ItemsBody:
    sheets = tuple(
        PageImage(width=21, height=30, rgba=bytes((grey, grey, grey, 255)) * 630) for grey in (40, 120, 200)
    )
    return ItemsBody(items=(Tick(code="honseki"),), copies=1, preview=sheets, preview_held=True)


def test_page_keys_turn_every_sheet_while_it_is_held_and_choose_no_case(
    open_window: Callable[..., Shown],
) -> None:
    shown = open_window().show(samples.screen("items", body=three_sheets(), buttons=BUTTONS))
    seen = [(place(shown), colour(shown))]

    for _ in range(3):
        press(shown, Qt.Key.Key_PageDown)
        seen.append((place(shown), colour(shown)))
    press(shown, Qt.Key.Key_PageUp)
    seen.append((place(shown), colour(shown)))

    assert [grey for _, grey in seen] == [40, 120, 200, 200, 120]
    assert [text[:7] for text, _ in seen] == ["1 / 3 枚", "2 / 3 枚", "3 / 3 枚", "3 / 3 枚", "2 / 3 枚"]
    assert shown.intents == []


def test_the_sheet_looked_at_stays_while_it_is_drawn_anew_and_f9_begins_with_the_first(
    open_window: Callable[..., Shown],
) -> None:
    body = three_sheets()
    shown = open_window().show(samples.screen("items", body=body, buttons=BUTTONS))
    press(shown, Qt.Key.Key_PageDown)

    shown.show(samples.screen("items", body=replace(body, copies=2, preview=()), buttons=BUTTONS))
    shown.show(samples.screen("items", body=replace(body, copies=2), buttons=BUTTONS))
    assert place(shown).startswith("2 / 3 枚")

    shown.show(samples.screen("items", body=replace(body, preview=(), preview_held=False), buttons=BUTTONS))
    shown.show(samples.screen("items", body=body, buttons=BUTTONS))
    assert place(shown).startswith("1 / 3 枚")


def test_without_the_page_the_keys_choose_a_case(open_window: Callable[..., Shown]) -> None:
    shown = open_window().show(samples.screen("items", buttons=BUTTONS))

    press(shown, Qt.Key.Key_PageDown)

    assert shown.intents == [CaseSelected("c30")]
