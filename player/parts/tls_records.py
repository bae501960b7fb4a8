"""Where a TLS conversation stands, read off its record headers: they are not encrypted (RFC 8446 5.1)."""

from __future__ import annotations

_HEADER_BYTES = 5
_APPLICATION_DATA = 23


class RecordCount:
    """Counts records of application data in one direction; in TLS 1.3 they hold parts of the handshake too.

    Bytes may come in pieces of any size; a record counts once its header is complete.
    """

    def __init__(self) -> None:
        self.count = 0
        self._header = b""
        self._left = 0

    def take(self, chunk: bytes) -> int:
        """Read on; returns how many records of application data began in ``chunk``."""
        before, at = self.count, 0
        while at < len(chunk):
            if self._left:
                passed = min(self._left, len(chunk) - at)
                self._left -= passed
                at += passed
                continue
            taken = chunk[at : at + _HEADER_BYTES - len(self._header)]
            self._header += taken
            at += len(taken)
            if len(self._header) == _HEADER_BYTES:
                self.count += self._header[0] == _APPLICATION_DATA
                self._left = int.from_bytes(self._header[3:], "big")
                self._header = b""
        return self.count - before
