"""Card readers of this PC. Public: ``open_readers`` here, and ``devices.simulated`` beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counter_app.application.card_port import CardReaders


def open_readers(face_ca_keys: tuple[bytes, ...] = (), *, long_reads: bool = True) -> CardReaders:
    """Return the PC/SC readers of this PC; nothing is opened until they are asked.

    ``face_ca_keys``: keys that sign 券面 certificates, each 16 bytes 証明者鍵ID and a DER
    SubjectPublicKeyInfo; without one a face is reported CA_UNKNOWN, never VERIFIED. ``long_reads``
    False: never an answer beyond 256 bytes, as for a reader that garbles them. Raises ImportError where
    pyscard is not installed. pyscard reads PCSCLITE_CSOCK_NAME at its first call, once per process.
    """
    from devices.card_readers import MyNumberCardReaders  # noqa: PLC0415 - the simulator needs no PC/SC
    from devices.pcsc import PcscLinks  # noqa: PLC0415 - as above

    return MyNumberCardReaders(PcscLinks(), face_ca_keys, long_reads=long_reads)
