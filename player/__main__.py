"""``python -m player``: opens the counter on this display, with parts of its own, until it is shut."""

from __future__ import annotations

import sys

from player.showing import show

if __name__ == "__main__":
    sys.exit(show())
