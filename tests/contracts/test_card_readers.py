"""One suite for ``CardReaders``: the simulator is trusted because the real stack passes the same tests."""

from __future__ import annotations

import io

import pytest
from cryptography import x509
from PIL import Image

from counter_app.application.card_port import CardPart, Credential, ReaderEvent
from counter_app.application.port_errors import PortError, Refused, Unavailable, Uncertain
from counter_app.domain.failures import FailureCode
from counter_app.domain.identity import CredentialKind, FaceSignature
from counter_app.domain.residents import Sex
from tests.integration.devices.rigs import HANAKO, TARO, Notices, Rig, SimulatedRig, lab_rig

ATTRIBUTES = frozenset({CardPart.ATTRIBUTES})
CERTIFICATE = frozenset({CardPart.CERTIFICATE})
FACE = frozenset({CardPart.FACE})
COUNTERS = frozenset({CardPart.COUNTERS})
COMMANDS_BEFORE_CODE_B = 5
"""Reading the attributes alone, 照合番号B is the command after so many."""


@pytest.fixture(scope="session")
def simulated_rig(tmp_path_factory: pytest.TempPathFactory) -> SimulatedRig:
    return SimulatedRig(tmp_path_factory.mktemp("cards"))


@pytest.fixture(params=["simulator", "pcscd"])
def rig(request: pytest.FixtureRequest, simulated_rig: SimulatedRig) -> Rig:
    chosen: Rig = simulated_rig if request.param == "simulator" else lab_rig()
    chosen.make_ready()
    return chosen


def code_b(text: str = HANAKO.code_b) -> Credential:
    return Credential(CredentialKind.CODE_B, text)


def text_pin(text: str = HANAKO.text_pin) -> Credential:
    return Credential(CredentialKind.TEXT_PIN, text)


def auth_pin(text: str = HANAKO.auth_pin) -> Credential:
    return Credential(CredentialKind.AUTH_PIN, text)


def failure_of(rig: Rig, parts: frozenset[CardPart], credential: Credential | None) -> PortError:
    with pytest.raises(PortError) as caught:
        rig.readers.read(rig.reader, parts, credential)
    return caught.value


def test_looking_tells_what_the_card_is_and_how_many_tries_are_left_and_spends_none(rig: Rig) -> None:
    rig.set_tries("text_pin", 2)
    before = rig.counters()

    seen = rig.readers.look(rig.reader)

    assert (seen.kind, seen.token_label) == ("my_number_card", "JPKIAPICCTOKEN2")
    assert seen.tries == {
        CredentialKind.CODE_B: 10,
        CredentialKind.TEXT_PIN: 2,
        CredentialKind.AUTH_PIN: 3,
    }
    assert rig.counters() == before


def test_the_code_printed_on_the_card_opens_the_four_attributes(rig: Rig) -> None:
    read = rig.readers.read(rig.reader, ATTRIBUTES, code_b())

    assert read.attributes is not None
    assert read.attributes.name == HANAKO.name
    assert read.attributes.address == HANAKO.address
    assert read.attributes.birth_date == HANAKO.birth_date
    assert read.attributes.sex is Sex.FEMALE
    assert (read.photo_png, read.certificate_der) == (b"", b"")
    assert read.signature is FaceSignature.NOT_READ


def test_the_four_digit_code_opens_them_too_and_full_width_digits_count(rig: Rig) -> None:
    read = rig.readers.read(rig.reader, ATTRIBUTES, text_pin("５６７８"))

    assert read.attributes is not None
    assert read.attributes.name == HANAKO.name


def test_the_holders_pin_makes_the_certificates_key_sign_a_fresh_challenge(rig: Rig) -> None:
    read = rig.readers.read(rig.reader, CERTIFICATE, auth_pin())

    certificate = x509.load_der_x509_certificate(read.certificate_der)
    assert read.chip_genuine is True
    assert len(read.certificate_der) >= 1000
    assert read.not_after == certificate.not_valid_after_utc.isoformat() == "2035-03-21T14:59:59+00:00"
    policies = certificate.extensions.get_extension_for_class(x509.CertificatePolicies).value
    assert [policy.policy_identifier.dotted_string for policy in policies] == ["1.2.392.200149.8.5.1.3.30"]


def test_the_certificate_alone_needs_no_credential_and_proves_nothing(rig: Rig) -> None:
    read = rig.readers.read(rig.reader, CERTIFICATE, None)

    assert len(read.certificate_der) >= 1000
    assert read.chip_genuine is None


def test_the_face_comes_with_its_photo_the_issuers_signature_and_a_proof_of_the_chip(rig: Rig) -> None:
    read = rig.readers.read(rig.reader, FACE, code_b())

    assert read.signature is FaceSignature.VERIFIED
    assert read.chip_genuine is True
    with Image.open(io.BytesIO(read.photo_png)) as photo:
        assert (photo.format, photo.size) == ("PNG", (240, 300))


def test_a_wrong_code_tells_the_tries_left_and_costs_exactly_one(rig: Rig) -> None:
    before = rig.counters()

    failure = failure_of(rig, ATTRIBUTES, code_b("60032120350000")).failure

    assert (failure.code, failure.facts) == (FailureCode.CARD_CODE_WRONG, {"tries_left": "9"})
    assert rig.counters() == before | {"text.code_b": 9}


@pytest.mark.parametrize(
    ("parts", "credential", "spent"),
    [
        (ATTRIBUTES, (CredentialKind.TEXT_PIN, "0000"), {"text.text_pin": 2}),
        (CERTIFICATE, (CredentialKind.AUTH_PIN, "0000"), {"jpki.auth_pin": 2}),
    ],
)
def test_a_wrong_pin_tells_the_tries_left_and_costs_exactly_one(
    rig: Rig, parts: frozenset[CardPart], credential: tuple[CredentialKind, str], spent: dict[str, int]
) -> None:
    before = rig.counters()

    error = failure_of(rig, parts, Credential(*credential))

    assert isinstance(error, Refused)
    assert (error.failure.code, error.failure.facts) == (FailureCode.CARD_PIN_WRONG, {"tries_left": "2"})
    assert rig.counters() == before | spent


def test_the_last_try_is_not_taken_until_it_is_confirmed(rig: Rig) -> None:
    rig.set_tries("text_pin", 1)

    assert failure_of(rig, ATTRIBUTES, text_pin()).failure.code is FailureCode.CARD_LAST_TRY
    assert rig.counters()["text.text_pin"] == 1

    read = rig.readers.read(rig.reader, ATTRIBUTES, text_pin(), last_try_confirmed=True)
    assert read.attributes is not None
    assert read.tries[CredentialKind.TEXT_PIN] == rig.counters()["text.text_pin"] == 3


def test_a_wrong_last_try_locks_and_says_so(rig: Rig) -> None:
    rig.set_tries("auth_pin", 1)

    with pytest.raises(Refused) as caught:
        rig.readers.read(rig.reader, CERTIFICATE, auth_pin("0000"), last_try_confirmed=True)

    assert caught.value.failure.code is FailureCode.CARD_LOCKED
    assert rig.counters()["jpki.auth_pin"] == 0


def test_a_locked_code_is_never_sent(rig: Rig) -> None:
    rig.set_tries("code_b", 0)

    with pytest.raises(Refused) as caught:
        rig.readers.read(rig.reader, ATTRIBUTES, code_b(), last_try_confirmed=True)

    assert caught.value.failure.code is FailureCode.CARD_LOCKED
    assert rig.readers.look(rig.reader).tries[CredentialKind.CODE_B] == 0


@pytest.mark.parametrize(
    ("parts", "kind", "text"),
    [
        (ATTRIBUTES, CredentialKind.CODE_B, "6003212035123"),
        (ATTRIBUTES, CredentialKind.CODE_B, "6003212035123A"),
        (ATTRIBUTES, CredentialKind.TEXT_PIN, ""),
        (ATTRIBUTES, CredentialKind.AUTH_PIN, "1357"),
        (FACE, CredentialKind.TEXT_PIN, "5678"),
        (CERTIFICATE, CredentialKind.AUTH_PIN, "１３５"),
    ],
)
def test_a_credential_that_cannot_fit_is_refused_and_costs_nothing(
    rig: Rig, parts: frozenset[CardPart], kind: CredentialKind, text: str
) -> None:
    before = rig.counters()
    credential = Credential(kind, text)

    assert failure_of(rig, parts, credential).failure.code is FailureCode.CARD_CREDENTIAL_FORMAT
    assert rig.counters() == before
    assert credential.reveal() == b""


def test_attributes_without_a_credential_are_refused(rig: Rig) -> None:
    assert failure_of(rig, ATTRIBUTES, None).failure.code is FailureCode.CARD_CREDENTIAL_FORMAT


@pytest.mark.parametrize("text", [HANAKO.code_b, "60032120350000"])
def test_the_credential_is_wiped_whether_the_card_takes_it_or_not(rig: Rig, text: str) -> None:
    credential = code_b(text)
    buffer = credential.reveal()

    try:
        rig.readers.read(rig.reader, ATTRIBUTES, credential)
    except Refused:
        assert text != HANAKO.code_b

    assert buffer == b""


def test_a_card_pulled_in_the_middle_ends_the_visit_and_the_next_one_starts_afresh(rig: Rig) -> None:
    rig.fail_after(4, back=False)

    error = failure_of(rig, ATTRIBUTES, code_b())
    assert isinstance(error, Unavailable)
    assert error.failure.code is FailureCode.CARD_PULLED

    rig.insert()
    assert rig.readers.read(rig.reader, ATTRIBUTES, code_b()).attributes is not None


def test_a_lost_answer_to_a_wrong_code_is_asked_of_the_counter(rig: Rig) -> None:
    rig.fail_after(COMMANDS_BEFORE_CODE_B, back=True)

    failure = failure_of(rig, ATTRIBUTES, code_b("60032120350000")).failure

    assert (failure.code, failure.facts) == (FailureCode.CARD_CODE_WRONG, {"tries_left": "9"})
    assert rig.counters()["text.code_b"] == 9


def test_a_lost_answer_to_the_right_code_costs_no_try_and_is_told_as_a_pulled_card(rig: Rig) -> None:
    rig.fail_after(COMMANDS_BEFORE_CODE_B, back=True)

    assert failure_of(rig, ATTRIBUTES, code_b()).failure.code is FailureCode.CARD_PULLED
    assert rig.counters()["text.code_b"] == 10


def test_a_lost_answer_is_unknown_when_the_card_does_not_come_back(rig: Rig) -> None:
    rig.fail_after(COMMANDS_BEFORE_CODE_B, back=False)

    error = failure_of(rig, ATTRIBUTES, code_b())

    assert isinstance(error, Uncertain)
    assert error.failure.code is FailureCode.CARD_OUTCOME_UNKNOWN


def test_a_card_that_is_no_my_number_card_is_told_by_its_applications(rig: Rig) -> None:
    rig.insert_foreign()

    with pytest.raises(Refused) as caught:
        rig.readers.look(rig.reader)

    assert caught.value.failure.code is FailureCode.CARD_NOT_MY_NUMBER


def test_a_card_that_gives_no_answer_is_told_as_mute(rig: Rig) -> None:
    rig.insert_mute()

    with pytest.raises(Unavailable) as caught:
        rig.readers.look(rig.reader)

    assert caught.value.failure.code is FailureCode.CARD_MUTE


def test_an_empty_reader_and_an_absent_one_are_two_things(rig: Rig) -> None:
    with pytest.raises(Unavailable) as empty:
        rig.readers.look(rig.empty_reader)
    with pytest.raises(Unavailable) as absent:
        rig.readers.look("no such reader")

    assert empty.value.failure.code is FailureCode.CARD_ABSENT
    assert absent.value.failure.code is FailureCode.READER_ABSENT
    assert rig.readers.names() == (rig.reader, rig.empty_reader)


def test_the_watcher_tells_a_swap_and_the_new_card_is_the_one_that_is_read(rig: Rig) -> None:
    with Notices(rig.readers) as notices:
        there = notices.wait(ReaderEvent.CARD_INSERTED, rig.reader)
        rig.insert(TARO)
        gone = notices.wait(ReaderEvent.CARD_REMOVED, rig.reader, since=there)
        notices.wait(ReaderEvent.CARD_INSERTED, rig.reader, since=gone)

        read = rig.readers.read(rig.reader, ATTRIBUTES, code_b(TARO.code_b))

    assert read.attributes is not None
    assert (read.attributes.name, read.attributes.birth_date) == (TARO.name, "19600000")
    assert "\U000e0100" in read.attributes.name


def test_the_watcher_survives_the_service_and_tells_that_it_went_and_came_back(rig: Rig) -> None:
    with Notices(rig.readers) as notices:
        before = notices.wait(ReaderEvent.CARD_INSERTED, rig.reader)
        rig.stop_service()
        down = notices.wait(ReaderEvent.SERVICE_DOWN, since=before)
        notices.wait(ReaderEvent.CARD_REMOVED, rig.reader, since=down)
        notices.wait(ReaderEvent.READER_REMOVED, rig.reader, since=down)
        with pytest.raises(Unavailable) as caught:
            rig.readers.look(rig.reader)

        rig.start_service()
        up = notices.wait(ReaderEvent.SERVICE_UP, since=down)
        notices.wait(ReaderEvent.READER_ADDED, rig.reader, since=up)
        notices.wait(ReaderEvent.CARD_INSERTED, rig.reader, since=up)

    assert caught.value.failure.code is FailureCode.READER_SERVICE_DOWN
    assert rig.readers.look(rig.reader).kind == "my_number_card"


def test_a_stopped_watcher_tells_nothing_more(rig: Rig) -> None:
    with Notices(rig.readers) as notices:
        notices.wait(ReaderEvent.CARD_INSERTED, rig.reader)
    told = len(notices.told)

    rig.remove()

    assert len(notices.told) == told


def test_attributes_certificate_and_challenge_take_at_most_twenty_commands_in_two_visits(rig: Rig) -> None:
    attributes = rig.readers.read(rig.reader, ATTRIBUTES, code_b())
    signed = rig.readers.read(rig.reader, CERTIFICATE, auth_pin())

    assert attributes.attributes is not None
    assert signed.chip_genuine is True
    assert attributes.apdu_count + signed.apdu_count <= 20
    assert attributes.elapsed_ms > 0


def test_a_visit_counts_the_tries_of_the_credential_in_hand_and_of_no_other(rig: Rig) -> None:
    opened = rig.readers.read(rig.reader, ATTRIBUTES | FACE, code_b())
    signed = rig.readers.read(rig.reader, CERTIFICATE, auth_pin())
    read = rig.readers.read(rig.reader, CERTIFICATE, None)

    assert opened.seen.tries == opened.tries == {CredentialKind.CODE_B: 10}
    assert signed.tries == {CredentialKind.AUTH_PIN: 3}
    assert read.tries == {}


def test_every_counter_is_told_where_counters_are_asked_for(rig: Rig) -> None:
    rig.set_tries("text_pin", 1)

    read = rig.readers.read(rig.reader, CERTIFICATE | COUNTERS, auth_pin())

    assert read.chip_genuine is True
    assert read.tries == {
        CredentialKind.CODE_B: 10,
        CredentialKind.TEXT_PIN: 1,
        CredentialKind.AUTH_PIN: 3,
    }


def test_the_certificate_is_the_same_at_the_first_reading_and_at_the_next(rig: Rig) -> None:
    first = rig.readers.read(rig.reader, CERTIFICATE, None)
    second = rig.readers.read(rig.reader, CERTIFICATE, None)

    assert first.certificate_der == second.certificate_der
    assert second.apdu_count <= first.apdu_count


@pytest.mark.parametrize("name", ["text", "surface"])
def test_neither_application_is_touched_where_the_other_allows_one_last_try(rig: Rig, name: str) -> None:
    rig.set_tries("code_b", 9)
    rig.set_tries("text_pin", 1)  # another credential's last try is no matter
    rig.readers.read(rig.reader, ATTRIBUTES if name == "surface" else FACE, code_b())
    assert rig.counters()[f"{name}.code_b"] == 9
    rig.set_tries("code_b", 1)
    rig.readers.read(rig.reader, ATTRIBUTES if name == "surface" else FACE, code_b(), last_try_confirmed=True)
    before = rig.counters()
    assert before[f"{name}.code_b"] == 1

    failure = failure_of(rig, ATTRIBUTES | FACE, code_b("60032120350000")).failure

    assert failure.code is FailureCode.CARD_LAST_TRY
    assert rig.counters() == before


def test_nothing_is_left_open_on_the_card_after_a_visit(rig: Rig) -> None:
    rig.readers.read(rig.reader, ATTRIBUTES, code_b())

    error = failure_of(rig, ATTRIBUTES, text_pin("0000"))

    assert error.failure.code is FailureCode.CARD_PIN_WRONG


def test_a_watcher_that_begins_without_the_service_says_so_and_finds_it_later(rig: Rig) -> None:
    rig.stop_service()
    with Notices(rig.readers) as notices:
        down = notices.wait(ReaderEvent.SERVICE_DOWN)
        rig.start_service()
        up = notices.wait(ReaderEvent.SERVICE_UP, since=down)
        notices.wait(ReaderEvent.CARD_INSERTED, rig.reader, since=up)
