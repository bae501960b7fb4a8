"""F9 at 項目・通数: the page stands where the case stood, and makes room for it again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui import samples
from tests.ui.conftest import LARGE, NORMAL, Shown
from tests.ui.wholeness import cut_widgets, overlapping
from ui.view_models import Action
from ui.views.case_panel import CaseSummaryView
from ui.widgets.page_preview import PagePreview

BUTTONS = (Action.BACK, Action.PREVIEW, Action.PARK, Action.WITHDRAW, Action.NEXT_REQUEST, Action.NEW_CASE)


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
