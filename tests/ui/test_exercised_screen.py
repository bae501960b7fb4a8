"""What a counter under exercise tells of its screen, and when."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from ui.runtime.exercise import exercised_screen
from ui.view_models import ScreenModel


class NoScreen:
    """Implements ``Screen`` where nothing is rendered."""

    def render(self, screen: ScreenModel) -> None:
        raise AssertionError(f"rendered: {screen}")


def test_where_to_sign_in_is_told_at_once_and_not_with_the_next_picture(tmp_path: Path) -> None:
    feed = tmp_path / "feed"
    screen = exercised_screen(
        NoScreen(), feed, lambda: datetime(2026, 11, 24, tzinfo=UTC), lambda call: call()
    )

    screen.open("http://127.0.0.1:1/authorize")

    (line,) = feed.read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert (told["state"], told["sign_in"]) == ("signing_in", "http://127.0.0.1:1/authorize")
    assert told["screen"] == "SignInBody"
