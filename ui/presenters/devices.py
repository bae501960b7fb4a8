"""What the devices last said of themselves, and the chips that say it in the top bar."""

from __future__ import annotations

from dataclasses import dataclass, replace

from counter_app.application.card_port import ReaderEvent, ReaderNotice
from counter_app.application.paper_ports import DeviceState
from counter_app.domain.failures import Failure, FailureCode
from ui.view_models import Chip, Device, Tone

_PRINTER = {
    DeviceState.READY: ("idle", Tone.GOOD),
    DeviceState.PRINTING: ("busy", Tone.GOOD),
    DeviceState.JAMMED: ("jammed", Tone.STOP),
    DeviceState.EMPTY: ("empty", Tone.STOP),
    DeviceState.DOOR_OPEN: ("door_open", Tone.STOP),
    DeviceState.STOPPED: ("stopped", Tone.STOP),
    DeviceState.UNREACHABLE: ("absent", Tone.STOP),
}


_MOVES_CARDS = frozenset(
    {
        ReaderEvent.CARD_INSERTED,
        ReaderEvent.CARD_REMOVED,
        ReaderEvent.READER_REMOVED,
        ReaderEvent.SERVICE_DOWN,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Devices:
    """Readers in the order they appeared, those with a card, and the printer. None: not heard of yet.

    ``used_by`` is the visit for which the card lying there was read; empty where it was not.
    """

    service: bool = True
    readers: tuple[str, ...] = ()
    with_card: tuple[str, ...] = ()
    printer: DeviceState | None = None
    used_by: str = ""

    def after(self, notice: ReaderNotice) -> Devices:
        """What holds after the watcher's notice."""
        return replace(self._after(notice), used_by="" if notice.event in _MOVES_CARDS else self.used_by)

    def left_behind(self, visit_id: str) -> bool:
        """Whether the card lying there is one that an earlier visitor did not take back."""
        return bool(self.card_at) and self.used_by not in ("", visit_id)

    def _after(self, notice: ReaderNotice) -> Devices:
        reader = notice.reader
        match notice.event:
            case ReaderEvent.SERVICE_DOWN:
                return replace(self, service=False, readers=(), with_card=())
            case ReaderEvent.SERVICE_UP:
                return replace(self, service=True)
            case ReaderEvent.READER_ADDED:
                return replace(self, service=True, readers=_with(self.readers, reader))
            case ReaderEvent.READER_REMOVED:
                return replace(
                    self, readers=_without(self.readers, reader), with_card=_without(self.with_card, reader)
                )
            case ReaderEvent.CARD_INSERTED:
                return replace(
                    self, readers=_with(self.readers, reader), with_card=_with(self.with_card, reader)
                )
            case ReaderEvent.CARD_REMOVED:
                return replace(self, with_card=_without(self.with_card, reader))

    @property
    def card_at(self) -> str:
        """The reader on which a card lies, empty if none."""
        return self.with_card[0] if self.with_card else ""

    @property
    def reader_failure(self) -> Failure | None:
        """Why no card can be read at all, if so."""
        if not self.service:
            return Failure(code=FailureCode.READER_SERVICE_DOWN)
        return None if self.readers else Failure(code=FailureCode.READER_ABSENT)


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)


def _without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(other for other in names if other != name)


def printer_word(device: DeviceState | None) -> tuple[str, Tone]:
    """The printer in a code for words, and its tone."""
    return ("unknown", Tone.QUIET) if device is None else _PRINTER[device]


def chips(devices: Devices, *, reading: bool, was_read: bool, unsent: int) -> tuple[Chip, ...]:
    """The chips of the top bar. Paper is told only when it is out: no printer here counts its sheets."""
    state, tone = _card_word(devices, reading=reading, was_read=was_read)
    printer, printer_tone = printer_word(devices.printer)
    paper = (
        (Chip(device=Device.PAPER, state="empty", tone=Tone.STOP),)
        if devices.printer is DeviceState.EMPTY
        else ()
    )
    return (
        Chip(device=Device.CARD, state=state, tone=tone),
        Chip(device=Device.PRINTER, state=printer, tone=printer_tone),
        *paper,
        Chip(
            device=Device.UNSENT,
            state="waiting",
            tone=Tone.ATTENTION if unsent else Tone.QUIET,
            count=unsent,
        ),
    )


def _card_word(devices: Devices, *, reading: bool, was_read: bool) -> tuple[str, Tone]:
    if not devices.service:
        return "stopped", Tone.STOP
    if not devices.readers:
        return "absent", Tone.STOP
    if reading:
        return "reading", Tone.ATTENTION
    if was_read:
        return "read", Tone.GOOD
    return ("placed", Tone.ATTENTION) if devices.card_at else ("none", Tone.QUIET)
