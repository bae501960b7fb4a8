"""Run blocking work on named single-thread lanes; deliver outcomes on the GUI thread.

The only module that crosses threads (knowledge/style.md 3.5). A lane job gets values and returns a value and
holds no QObject. Results go through one queued signal to one decorated slot of a long-lived object.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal, Slot

from counter_app.application.lanes_port import Lane, Value


class LaneRunner(QObject):
    """Lanes of this process; create it on the GUI thread and keep it as long as the application."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: ThreadPoolExecutor(1, f"lane-{lane.value}") for lane in Lane}
        self._open = True
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: Lane,
        work: Callable[[], Value],
        deliver: Callable[[Value | None, BaseException | None], None],
    ) -> None:
        """Run ``work`` on ``lane``; then call ``deliver(value, error)`` on the GUI thread.

        Exactly one of the two is set. ``deliver`` is not called once ``shutdown`` began; then a submit does
        nothing. ``work`` must bring its own time-outs: a running call cannot be cancelled.
        """
        if not self._open:
            return

        def job() -> None:
            value: Value | None = None
            error: BaseException | None = None
            try:
                value = work()
            except BaseException as raised:  # noqa: BLE001 the lane boundary: whatever happened is delivered
                error = raised
            self.post(lambda: deliver(value, error))

        self._pools[lane].submit(job)

    def post(self, call: Callable[[], None]) -> None:
        """Have ``call`` run on the GUI thread, in order of posting; from any thread; never blocks."""
        if self._open:
            self._posted.emit(call)

    @Slot(object)
    def _on_posted(self, call: Callable[[], None]) -> None:
        if self._open:
            call()

    def shutdown(self) -> None:
        """Drop what waits and let no late result through; a call still running is left to its time-out.

        Returns at once; may be called twice.
        """
        self._open = False
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
