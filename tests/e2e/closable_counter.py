"""The counter, with one thing more: SIGUSR1 closes its window as a person does who clicks its cross."""

from __future__ import annotations

import os
import signal
import sys

import main
from counter_app.infrastructure.command_line import arguments as parsed


def run(arguments: list[str]) -> int:
    """Run the counter as ``main.py`` does and return its exit code."""
    counter = main.Counter(main.Parts(parsed(arguments)))
    signal.signal(signal.SIGUSR1, lambda _number, _frame: counter.window.main.close())
    return counter.run()


if __name__ == "__main__":
    os._exit(run(sys.argv[1:]))
