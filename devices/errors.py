"""What PC/SC and the card answer, as port errors: two tables, nothing decided elsewhere.

A test enumerates the constants of pyscard and fails on one that is missing here.
"""

from __future__ import annotations

from counter_app.application.port_errors import PortError, Refused, Unavailable
from counter_app.domain.failures import FailureCode
from devices.apdu import Response, Word

_ABSENT = FailureCode.CARD_ABSENT
_PULLED = FailureCode.CARD_PULLED
_MUTE = FailureCode.CARD_MUTE
_READER = FailureCode.READER_ABSENT
_BUSY = FailureCode.READER_IN_USE
_SERVICE = FailureCode.READER_SERVICE_DOWN
_BUG = FailureCode.INTERNAL

PCSC_CODES: dict[int, FailureCode] = {
    0x80100001: _SERVICE,  # F_INTERNAL_ERROR
    0x80100002: _BUG,  # E_CANCELLED: only the watcher is ever cancelled
    0x80100003: _SERVICE,  # E_INVALID_HANDLE: the service was restarted under us
    0x80100004: _BUG,  # E_INVALID_PARAMETER
    0x80100005: _BUG,  # E_INVALID_TARGET
    0x80100006: _SERVICE,  # E_NO_MEMORY
    0x80100007: _MUTE,  # F_WAITED_TOO_LONG
    0x80100008: _PULLED,  # E_INSUFFICIENT_BUFFER: an answer longer than any card's
    0x80100009: _READER,  # E_UNKNOWN_READER
    0x8010000A: _ABSENT,  # E_TIMEOUT
    0x8010000B: _BUSY,  # E_SHARING_VIOLATION
    0x8010000C: _ABSENT,  # E_NO_SMARTCARD
    0x8010000D: _MUTE,  # E_UNKNOWN_CARD
    0x8010000E: _BUG,  # E_CANT_DISPOSE
    0x8010000F: _MUTE,  # E_PROTO_MISMATCH
    0x80100010: _MUTE,  # E_NOT_READY
    0x80100011: _BUG,  # E_INVALID_VALUE
    0x80100012: _SERVICE,  # E_SYSTEM_CANCELLED
    0x80100013: _SERVICE,  # F_COMM_ERROR: what a blocked call sees when the service dies
    0x80100014: _SERVICE,  # F_UNKNOWN_ERROR
    0x80100015: _MUTE,  # E_INVALID_ATR
    0x80100016: _PULLED,  # E_NOT_TRANSACTED
    0x80100017: _READER,  # E_READER_UNAVAILABLE
    0x80100018: _SERVICE,  # P_SHUTDOWN
    0x80100019: _BUG,  # E_PCI_TOO_SMALL
    0x8010001A: _READER,  # E_READER_UNSUPPORTED
    0x8010001B: _READER,  # E_DUPLICATE_READER
    0x8010001C: _MUTE,  # E_CARD_UNSUPPORTED
    0x8010001D: _SERVICE,  # E_NO_SERVICE
    0x8010001E: _SERVICE,  # E_SERVICE_STOPPED
    0x8010001F: _SERVICE,  # E_UNEXPECTED, and E_UNSUPPORTED_FEATURE on pcsc-lite
    0x80100020: _BUG,  # E_ICC_INSTALLATION; from here to 2D: Windows' card modules, which nobody asks
    0x80100021: _BUG,  # E_ICC_CREATEORDER
    0x80100022: _BUG,  # E_UNSUPPORTED_FEATURE on Windows
    0x80100023: _BUG,  # E_DIR_NOT_FOUND
    0x80100024: _BUG,  # E_FILE_NOT_FOUND
    0x80100025: _BUG,  # E_NO_DIR
    0x80100026: _BUG,  # E_NO_FILE
    0x80100027: _BUG,  # E_NO_ACCESS
    0x80100028: _BUG,  # E_WRITE_TOO_MANY
    0x80100029: _BUG,  # E_BAD_SEEK
    0x8010002A: _BUG,  # E_INVALID_CHV
    0x8010002B: _BUG,  # E_UNKNOWN_RES_MNG
    0x8010002C: _BUG,  # E_NO_SUCH_CERTIFICATE
    0x8010002D: _BUG,  # E_CERTIFICATE_UNAVAILABLE
    0x8010002E: _READER,  # E_NO_READERS_AVAILABLE
    0x8010002F: _PULLED,  # E_COMM_DATA_LOST
    0x80100030: _BUG,  # E_NO_KEY_CONTAINER
    0x80100031: _SERVICE,  # E_SERVER_TOO_BUSY
    0x80100065: _MUTE,  # W_UNSUPPORTED_CARD
    0x80100066: _MUTE,  # W_UNRESPONSIVE_CARD
    0x80100067: _PULLED,  # W_UNPOWERED_CARD
    0x80100068: _PULLED,  # W_RESET_CARD: another program reset it; AP and credential are gone
    0x80100069: _PULLED,  # W_REMOVED_CARD
    0x8010006A: _SERVICE,  # W_SECURITY_VIOLATION: polkit refused this user
    0x8010006B: _BUG,  # W_WRONG_CHV
    0x8010006C: _BUG,  # W_CHV_BLOCKED
    0x8010006D: _BUG,  # W_EOF
    0x8010006E: _BUG,  # W_CANCELLED_BY_USER
    0x8010006F: _BUG,  # W_CARD_NOT_AUTHENTICATED
}

REFUSING_WORDS: dict[int, FailureCode] = {
    Word.NOT_FOUND: FailureCode.CARD_NOT_MY_NUMBER,
    Word.CREDENTIAL_MISSING: FailureCode.CARD_NOT_MY_NUMBER,  # a telephone: plastic never asks there
    Word.CLASS_UNKNOWN: FailureCode.CARD_NOT_MY_NUMBER,
    Word.INSTRUCTION_UNKNOWN: FailureCode.CARD_NOT_MY_NUMBER,
    Word.FUNCTION_UNSUPPORTED: FailureCode.CARD_NOT_MY_NUMBER,
    Word.CHANNEL_UNSUPPORTED: FailureCode.CARD_NOT_MY_NUMBER,
    Word.BLOCKED: FailureCode.CARD_LOCKED,
    Word.BLOCKED_ISO: FailureCode.CARD_LOCKED,
}
"""Words that mean more than "this file is not what it should be" (card.md 1.6)."""


def pcsc_error(result: int) -> Unavailable:
    """Return the port error of a PC/SC result; results come signed or unsigned, unknown ones as service."""
    return Unavailable(PCSC_CODES.get(result & 0xFFFFFFFF, _SERVICE), pcsc=f"{result & 0xFFFFFFFF:08X}")


def connecting_error(result: int) -> Unavailable:
    """Return the port error of a PC/SC result of connecting.

    A card that is gone by then was not pulled out of a reading: there is none, and the service, which looks
    from time to time only, has not noticed yet.
    """
    error = pcsc_error(result)
    return Unavailable(_ABSENT, **error.failure.facts) if error.failure.code is _PULLED else error


def word_error(response: Response) -> PortError:
    """Return the port error of a status word other than 9000."""
    if response.word == Word.UNWELL:
        return Unavailable(_MUTE)
    code = REFUSING_WORDS.get(response.word, FailureCode.CARD_CONTENT_INVALID)
    return Refused(code, word=f"{response.word:04X}")
