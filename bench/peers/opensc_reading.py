"""OpenSC reading the 利用者証明用証明書 again and again in one process, by the calls ``pkcs15-tool`` makes.

    python -m bench.peers.opensc_reading

For every line on standard input one reading; answers ``{"ms", "sha256"}`` as a line. Timed is what the tool
does between its start and its output: connect, bind (which finds the card's driver), find the certificate,
read it, unbind, disconnect. The library's context is opened once and not counted: that is its best case.
OPENSC_CONF chooses the drivers; the structures are those of libopensc.so.8 (OpenSC 0.23).
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import sys
import time

LIBRARY = "libopensc.so.8"
TYPE_CERT_X509 = 0x401
MOST_OBJECTS = 32
AUTH_CERTIFICATE_ID = b"\x01"


class Identifier(ctypes.Structure):
    """``struct sc_pkcs15_id``."""

    _fields_ = (("value", ctypes.c_ubyte * 255), ("length", ctypes.c_size_t))


class AccessRule(ctypes.Structure):
    """``struct sc_pkcs15_accessrule``."""

    _fields_ = (("access_mode", ctypes.c_uint), ("auth_id", Identifier))


class Object(ctypes.Structure):
    """``struct sc_pkcs15_object``, up to its data."""

    _fields_ = (
        ("type", ctypes.c_uint),
        ("label", ctypes.c_char * 255),
        ("flags", ctypes.c_uint),
        ("auth_id", Identifier),
        ("usage_counter", ctypes.c_int),
        ("user_consent", ctypes.c_int),
        ("access_rules", AccessRule * 8),
        ("data", ctypes.POINTER(Identifier)),  # sc_pkcs15_cert_info begins with its id
    )


class Certificate(ctypes.Structure):
    """``struct sc_pkcs15_cert``."""

    _fields_ = (
        ("version", ctypes.c_int),
        *(
            (name, kind)
            for part in ("serial", "issuer", "subject", "extensions")
            for name, kind in ((part, ctypes.c_void_p), (f"{part}_length", ctypes.c_size_t))
        ),
        ("key", ctypes.c_void_p),
        ("der", ctypes.POINTER(ctypes.c_ubyte)),
        ("der_length", ctypes.c_size_t),
    )


class ContextParameters(ctypes.Structure):
    """``sc_context_param_t``."""

    _fields_ = (
        ("version", ctypes.c_uint),
        ("application", ctypes.c_char_p),
        ("flags", ctypes.c_ulong),
        ("threads", ctypes.c_void_p),
    )


class OpenScFailedError(Exception):
    """A call of the library returned an error."""


class Reading:
    """The library with one context."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(LIBRARY)
        self._library.sc_ctx_get_reader.restype = ctypes.c_void_p
        self._library.sc_strerror.restype = ctypes.c_char_p
        self._context = ctypes.c_void_p()
        parameters = ContextParameters(0, b"pkcs15-tool", 0, None)
        self._checked(self._library.sc_context_create(ctypes.byref(self._context), ctypes.byref(parameters)))
        self._reader = ctypes.c_void_p(self._library.sc_ctx_get_reader(self._context, 0))

    def certificate(self) -> bytes:
        """Read the certificate whose id is 01, as DER; the card is connected and let go again."""
        card, bound = ctypes.c_void_p(), ctypes.c_void_p()
        self._checked(self._library.sc_connect_card(self._reader, ctypes.byref(card)))
        try:
            self._checked(self._library.sc_pkcs15_bind(card, None, ctypes.byref(bound)))
            try:
                return self._read(bound)
            finally:
                self._library.sc_pkcs15_unbind(bound)
        finally:
            self._library.sc_disconnect_card(card)

    def _read(self, bound: ctypes.c_void_p) -> bytes:
        found = (ctypes.POINTER(Object) * MOST_OBJECTS)()
        count = self._checked(
            self._library.sc_pkcs15_get_objects(bound, TYPE_CERT_X509, ctypes.byref(found), MOST_OBJECTS)
        )
        for entry in found[:count]:
            identifier = entry.contents.data.contents
            if bytes(identifier.value[: identifier.length]) != AUTH_CERTIFICATE_ID:
                continue
            certificate = ctypes.POINTER(Certificate)()
            read = self._library.sc_pkcs15_read_certificate
            self._checked(read(bound, entry.contents.data, 0, ctypes.byref(certificate)))
            der = ctypes.string_at(certificate.contents.der, certificate.contents.der_length)
            self._library.sc_pkcs15_free_certificate(certificate)
            return der
        raise OpenScFailedError("no certificate with id 01")

    def _checked(self, result: int) -> int:
        if result < 0:
            raise OpenScFailedError(self._library.sc_strerror(result).decode())
        return result


def main() -> int:
    """Serve readings until standard input ends."""
    reading = Reading()
    for _ in sys.stdin:
        began = time.perf_counter()
        der = reading.certificate()
        spent = (time.perf_counter() - began) * 1000
        print(json.dumps({"ms": spent, "sha256": hashlib.sha256(der).hexdigest()}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
