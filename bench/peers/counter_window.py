"""The counter exactly as ``main.py`` starts it, but for the watch on its window, which ends it."""

from __future__ import annotations

import sys

import main
from bench.peers.first_paint import tell_when_ready


class WatchedCounter(main.Counter):
    """The counter that tells when its window is ready."""

    def run(self) -> int:
        """See ``Counter.run``."""
        tell_when_ready(self.window.application, self.window.main)
        return super().run()


if __name__ == "__main__":
    main.Counter = WatchedCounter  # type: ignore[misc]
    sys.exit(main.main(sys.argv[1:]))
