"""What answers as JPKI and is no plastic My Number Card, and cards whose content is not what it should be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.application.card_port import CardPart, Credential, ReaderEvent, ReaderNotice
from counter_app.application.port_errors import Refused, Uncertain
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CredentialKind, FaceSignature
from devices.simulated import TRAINING_READER, SimulatedCardReaders
from devices.simulated.card import CardApplication, ElementaryFile, VirtualCard
from devices.simulated.issuing import issue
from tests.unit.devices.personas import JIRO

KIND = {
    CardPart.ATTRIBUTES: CredentialKind.CODE_B,
    CardPart.FACE: CredentialKind.CODE_B,
    CardPart.CERTIFICATE: CredentialKind.AUTH_PIN,
}
TYPED = {CredentialKind.CODE_B: JIRO.code_b, CredentialKind.AUTH_PIN: JIRO.auth_pin}


@pytest.fixture(scope="module")
def readers() -> SimulatedCardReaders:
    return SimulatedCardReaders()


def with_file(card: VirtualCard, application: str, ef: int, file: ElementaryFile) -> VirtualCard:
    def changed(part: CardApplication) -> CardApplication:
        return replace(part, files={**part.files, ef: file}) if part.name == application else part

    return VirtualCard(tuple(changed(part) for part in card.applications))


def refused(readers: SimulatedCardReaders, card: VirtualCard, part: CardPart) -> FailureCode:
    readers.lay(card)
    with pytest.raises(Refused) as caught:
        readers.read(TRAINING_READER, frozenset({part}), Credential(KIND[part], TYPED[KIND[part]]))
    return caught.value.failure.code


def android(readers: SimulatedCardReaders) -> VirtualCard:
    card = issue(JIRO, readers.keys)
    jpki = card.applications[0]
    label = ElementaryFile(b"JPKIAPGPSETOKEN".ljust(160))
    certificate = replace(jpki.files[0x0A], opened_by=(0x18,))
    return VirtualCard((replace(jpki, files={**jpki.files, 0x06: label, 0x0A: certificate}),))


def test_a_telephone_is_recognised_as_what_it_is(readers: SimulatedCardReaders) -> None:
    readers.lay(android(readers))

    seen = readers.look(TRAINING_READER)

    assert (seen.kind, seen.tries) == ("android", {CredentialKind.AUTH_PIN: 3})


@pytest.mark.parametrize("part", KIND)
def test_what_a_telephone_cannot_give_is_refused_and_costs_no_try(
    readers: SimulatedCardReaders, part: CardPart
) -> None:
    card = android(readers)

    assert refused(readers, card, part) is FailureCode.CARD_NOT_MY_NUMBER
    assert card.counters()["jpki.auth_pin"] == 3


def test_a_token_that_nobody_knows_is_no_my_number_card(readers: SimulatedCardReaders) -> None:
    unknown = ElementaryFile(b"SOMETHINGNEW3".ljust(160))
    card = with_file(issue(JIRO, readers.keys), "jpki", 0x06, unknown)

    assert refused(readers, card, CardPart.CERTIFICATE) is FailureCode.CARD_NOT_MY_NUMBER


@pytest.mark.parametrize(
    ("application", "ef", "opened_by", "part"),
    [
        ("text", 0x02, (0x15,), CardPart.ATTRIBUTES),
        ("surface", 0x02, (0x12,), CardPart.FACE),
        ("surface", 0x04, (), CardPart.FACE),
        ("jpki", 0x0A, (), CardPart.CERTIFICATE),
        ("jpki", 0x06, (), CardPart.CERTIFICATE),
        ("jpki", 0x08, (), CardPart.CERTIFICATE),
    ],
)
def test_a_file_full_of_nonsense_is_refused_as_such(
    readers: SimulatedCardReaders, application: str, ef: int, opened_by: tuple[int, ...], part: CardPart
) -> None:
    card = with_file(
        issue(JIRO, readers.keys), application, ef, ElementaryFile(b"\x00\x00\xfe" * 9, opened_by)
    )

    assert refused(readers, card, part) is FailureCode.CARD_CONTENT_INVALID


def test_a_key_that_is_not_the_certificates_is_found_out(readers: SimulatedCardReaders) -> None:
    card = issue(JIRO, readers.keys)
    jpki = card.applications[0]
    copied = replace(jpki, keys={0x17: (readers.keys.key("somebody_else"), 0x18)})

    code = refused(readers, VirtualCard((copied, *card.applications[1:])), CardPart.CERTIFICATE)

    assert code is FailureCode.CARD_SIGNATURE_INVALID


def test_a_copied_face_on_another_chip_is_told_as_not_genuine(readers: SimulatedCardReaders) -> None:
    card = issue(JIRO, readers.keys)
    surface = replace(card.applications[2], keys={0: (readers.keys.key("somebody_else"), 0)})
    readers.lay(VirtualCard((*card.applications[:2], surface)))

    credential = Credential(CredentialKind.CODE_B, JIRO.code_b)
    read = readers.read(TRAINING_READER, frozenset({CardPart.FACE}), credential)

    assert read.signature is FaceSignature.VERIFIED
    assert read.chip_genuine is False


def test_the_counter_of_another_card_is_not_believed_after_a_lost_answer(
    readers: SimulatedCardReaders,
) -> None:
    other = replace(JIRO, name="架空　三郎", birth_date="19990101")
    readers.insert(JIRO)
    readers.fail_after(5)

    def swap(notice: ReaderNotice) -> None:
        if notice.event is ReaderEvent.CARD_REMOVED:
            stop()
            readers.insert(other)

    stop = readers.watch(swap)
    with pytest.raises(Uncertain) as caught:
        readers.read(
            TRAINING_READER,
            frozenset({CardPart.ATTRIBUTES}),
            Credential(CredentialKind.CODE_B, "0" * 14),
        )

    assert caught.value.failure.code is FailureCode.CARD_OUTCOME_UNKNOWN
