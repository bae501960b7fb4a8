"""The list of cases: what stands below it stays, however many wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea

from tests.ui import samples
from tests.ui.conftest import LARGE, NORMAL, Shown
from tests.ui.wholeness import cut_widgets
from ui.views.case_list import CaseList, CasePanel


@pytest.mark.parametrize("size", [NORMAL, LARGE])
@pytest.mark.parametrize("waiting", [1, 3, 9])
def test_the_button_below_the_cases_stays_however_many_wait(
    open_window: Callable[..., Shown], size: tuple[int, int, float], waiting: int
) -> None:
    row = replace(samples.CASES[1], slip="01-20261124-001", selected=False)
    cases = tuple(replace(row, case_id=f"c{each}", number=f"{each:03}") for each in range(waiting))

    shown = open_window(size).show(replace(samples.screen("closed"), cases=cases))

    (found,) = shown.window.findChildren(CaseList)
    button = found.new_case
    assert found.rect().contains(QRect(button.mapTo(found, button.rect().topLeft()), button.size()))
    (area,) = found.findChildren(QScrollArea)
    assert bool(area.verticalScrollBar().maximum()) is (waiting == 9)
    assert waiting != 9 or area.height() > found.height() * 2 // 3
    if waiting == 1:
        panel = found.findChildren(CasePanel)[0]
        end = panel.mapTo(found, panel.rect().bottomLeft()).y()
        assert 0 < button.mapTo(found, button.rect().topLeft()).y() - end < button.height()
    assert cut_widgets(shown.window) == []
