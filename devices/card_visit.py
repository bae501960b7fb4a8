"""One visit to a card: recognise, count tries, present a credential once, read, let the chip prove itself.

The order saves commands and spends nothing before every counter concerned was read. Each application is
selected once, 公的個人認証AP, 券面確認AP, 券面入力補助AP; only a visit that opens the last two goes back to
the 券面確認AP, because both counters are known before either is touched.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass, field

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import rsa

from counter_app.application.port_errors import Refused
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CardAttributes, CredentialKind, FaceSignature
from devices import card_files, face_trust, photo, rsa_checks, tlv
from devices.apdu import LARGEST_ANSWER, Response
from devices.card_session import CardSession
from devices.card_table import Application, CardFile, Lock

CHALLENGE = 32
"""Random bytes in a challenge; the purpose before them keeps a signature from serving elsewhere."""
CHIP_PURPOSE = b"madoguchi card presence\x00"
AUTH_PURPOSE = b"madoguchi user authentication\x00"
WITHOUT_FACE = ("android", "iphone", "juki_card")
"""What answers as JPKI but has no 券面 applications (card.md 1.8)."""


@dataclass(slots=True, kw_only=True)
class Findings:
    """What a visit has learnt so far; discarded whole when the visit fails."""

    attributes: CardAttributes | None = None
    photo_png: bytes = b""
    signature: FaceSignature = FaceSignature.NOT_READ
    chip_genuine: bool | None = None
    certificate_der: bytes = b""
    not_after: str = ""
    counters: dict[tuple[Application, CredentialKind], int] = field(default_factory=dict)
    auth_head: bytes = b""

    def tries(self) -> dict[CredentialKind, int]:
        """Tries left by credential; where two applications count one credential, the fewer."""
        left: dict[CredentialKind, int] = {}
        for (_, kind), count in self.counters.items():
            left[kind] = min(count, left.get(kind, count))
        return left


def wrong_code(kind: CredentialKind) -> FailureCode:
    """Return the failure of a wrong credential: a code on the card's face, or a PIN."""
    return FailureCode.CARD_CODE_WRONG if kind is CredentialKind.CODE_B else FailureCode.CARD_PIN_WRONG


def refuse_wrong(kind: CredentialKind, left: int) -> Refused:
    """Return what a wrong credential means with ``left`` tries: wrong, or locked by this attempt."""
    if left == 0:
        return Refused(FailureCode.CARD_LOCKED, tries_left="0")
    return Refused(wrong_code(kind), tries_left=str(left))


class CardVisit:
    """The steps of one visit over ``session``; ``findings`` fills as they are taken.

    ``presented`` is how many locks have answered to the credential.
    """

    def __init__(self, session: CardSession, ca_keys: dict[bytes, rsa.RSAPublicKey]) -> None:
        self.session = session
        self.findings = Findings()
        self.presented = 0
        self._ca_keys = ca_keys

    def recognise(self) -> tuple[str, str]:
        """Return kind and token label. Refused (CARD_NOT_MY_NUMBER) for any other card."""
        label = card_files.token_label(self.session.head(CardFile.TOKEN_LABEL))
        kind = self.session.table.tokens.get(label)
        if kind is None:
            raise Refused(FailureCode.CARD_NOT_MY_NUMBER)
        return kind, label

    def count(self, kind: str, concerned: Collection[Lock]) -> None:
        """Read the free counters of ``concerned``, as far as a thing of ``kind`` has them.

        The application opened first, the 券面入力補助AP where it is among them, is counted last and stays
        selected.
        """
        order = [Application.JPKI]
        if kind not in WITHOUT_FACE:
            order += [Application.SURFACE, Application.TEXT]
        for application in order:
            for lock in concerned:
                if lock.application is application:
                    self._count(lock)

    def _count(self, lock: Lock) -> None:
        self.findings.counters[lock.application, lock.kind] = self.session.tries(lock)

    def read_certificate(self) -> None:
        """Read the 利用者証明用証明書. Refused (CARD_CONTENT_INVALID) where the card holds none."""
        if not card_files.has_auth_certificate(self.session.head(CardFile.AVAILABILITY)):
            raise Refused(FailureCode.CARD_CONTENT_INVALID)
        head = self.session.opening(CardFile.AUTH_CERTIFICATE)
        content = self.session.read(CardFile.AUTH_CERTIFICATE, card_files.CERTIFICATE_TAG, head)
        der = tlv.opened(content, card_files.CERTIFICATE_TAG).raw
        self.findings.auth_head = head[:LARGEST_ANSWER]
        self.findings.certificate_der = der
        self.findings.not_after = _certificate(der).not_valid_after_utc.isoformat()

    def fingerprint(self) -> None:
        """Note which card this is, to know it again after a lost answer.

        Its certificate is the first thing on the card longer than a short answer and free to read: where
        nobody knows yet what the reader carries, one command tells both.
        """
        untried = self.session.carries is None
        head = (self.session.opening if untried else self.session.head)(CardFile.AUTH_CERTIFICATE)
        self.findings.auth_head = head[:LARGEST_ANSWER]

    def guard(self, locks: tuple[Lock, ...], *, last_try_confirmed: bool) -> None:
        """Refuse a locked credential, and the last try of one unless confirmed. Sends nothing."""
        counters = self.findings.counters
        if any((lock.application, lock.kind) not in counters for lock in locks):
            raise Refused(FailureCode.CARD_NOT_MY_NUMBER)  # a telephone, or an old 住基カード
        left = [counters[lock.application, lock.kind] for lock in locks]
        if 0 in left:
            raise Refused(FailureCode.CARD_LOCKED, tries_left="0")
        if 1 in left and not last_try_confirmed:
            raise Refused(FailureCode.CARD_LAST_TRY, tries_left="1")

    def present(self, lock: Lock, digits: bytearray) -> None:
        """Present the credential once. Raises Refused with ``tries_left``; a success resets the counter."""
        response: Response = self.session.present(lock, digits)
        if not response.ok:
            left = response.tries_left
            raise refuse_wrong(lock.kind, self.session.tries(lock) if left is None else left)
        self.findings.counters[lock.application, lock.kind] = lock.tries
        self.presented += 1

    def prove_user(self) -> None:
        """Have the 利用者証明用 key sign a fresh challenge and verify it against the certificate read."""
        challenge = rsa_checks.sha256(AUTH_PURPOSE + secrets.token_bytes(CHALLENGE))
        self.session.select(Application.JPKI)
        signature = self.session.sign(self.session.table.auth_key, challenge)
        key = _certificate(self.findings.certificate_der).public_key()
        if not isinstance(key, rsa.RSAPublicKey) or not rsa_checks.signed(key, signature, challenge):
            raise Refused(FailureCode.CARD_SIGNATURE_INVALID)
        self.findings.chip_genuine = True

    def read_attributes(self) -> None:
        """Read the four attributes, after the credential was presented."""
        content = self.session.read(CardFile.ATTRIBUTES, card_files.ATTRIBUTES_TAG)
        self.findings.attributes = card_files.attributes(content)

    def read_face(self) -> None:
        """Read photo and issuer's signature, and challenge the chip with the key the face names."""
        face = card_files.face(self.session.read(CardFile.FACE, card_files.FACE_TAG))
        issuer = face_trust.parse_issuer(self.session.read(CardFile.FACE_ISSUER, face_trust.CERTIFICATE_TAG))
        self.findings.photo_png = photo.png_of(face.photo)
        self.findings.signature = face_trust.judge(issuer, self._ca_keys, face.digests, face.signature)
        challenge = rsa_checks.sha256(CHIP_PURPOSE + secrets.token_bytes(CHALLENGE))
        answer = self.session.sign(self.session.table.chip_key, challenge)
        self.findings.chip_genuine = rsa_checks.signed(face.chip_key, answer, challenge)

    def take(self, locks: tuple[Lock, ...], digits: bytearray) -> None:
        """Present and read, application by application; ``locks`` in that order."""
        for lock in locks:
            self.present(lock, digits)
            match lock.application:
                case Application.JPKI:
                    self.prove_user()
                case Application.TEXT:
                    self.read_attributes()
                case Application.SURFACE:
                    self.read_face()


def _certificate(der: bytes) -> x509.Certificate:
    try:
        certificate = x509.load_der_x509_certificate(der)
        certificate.public_key()
    except (ValueError, UnsupportedAlgorithm):
        raise tlv.TlvError("a certificate that cannot be read") from None
    return certificate
