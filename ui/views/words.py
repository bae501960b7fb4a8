"""Codes of the view models in words: English sources here, the screen's Japanese in ``counter_ja.ts``.

A code without a word is a bug and raises KeyError; a test keeps every table equal to its enum.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ui.views.marked import QT_TRANSLATE_NOOP

MODES = {
    "normal": QT_TRANSLATE_NOOP("Words", "normal"),
    "slow": QT_TRANSLATE_NOOP("Words", "slow line"),
    "partial": QT_TRANSLATE_NOOP("Words", "partly out"),
    "core_down": QT_TRANSLATE_NOOP("Words", "records out"),
    "line_down": QT_TRANSLATE_NOOP("Words", "line down"),
    "recovery": QT_TRANSLATE_NOOP("Words", "recovering"),
}
BANNERS = {
    "normal": QT_TRANSLATE_NOOP("Words", "Everything can be issued."),
    "slow": QT_TRANSLATE_NOOP("Words", "The line is slow. Please go on; each answer takes longer."),
    "partial": QT_TRANSLATE_NOOP("Words", "Part of the service is out. Requests can be taken."),
    "core_down": QT_TRANSLATE_NOOP("Words", "The resident records are out. Requests can be taken for later."),
    "line_down": QT_TRANSLATE_NOOP(
        "Words", "The line is down. Requests can be taken for later (F2, F5); nothing can be issued."
    ),
    "recovery": QT_TRANSLATE_NOOP("Words", "The line is back. What was taken is being sent."),
}
DEVICES = {
    "card": QT_TRANSLATE_NOOP("Words", "card"),
    "printer": QT_TRANSLATE_NOOP("Words", "printer"),
    "paper": QT_TRANSLATE_NOOP("Words", "paper"),
    "unsent": QT_TRANSLATE_NOOP("Words", "unsent"),
    "approvals": QT_TRANSLATE_NOOP("Words", "waiting for approval"),
}
DEVICE_STATES = {
    "none": QT_TRANSLATE_NOOP("Words", "none"),
    "placed": QT_TRANSLATE_NOOP("Words", "placed"),
    "reading": QT_TRANSLATE_NOOP("Words", "being read"),
    "read": QT_TRANSLATE_NOOP("Words", "read"),
    "absent": QT_TRANSLATE_NOOP("Words", "not connected"),
    "stopped": QT_TRANSLATE_NOOP("Words", "stopped"),
    "idle": QT_TRANSLATE_NOOP("Words", "ready"),
    "busy": QT_TRANSLATE_NOOP("Words", "printing"),
    "jammed": QT_TRANSLATE_NOOP("Words", "paper jam"),
    "empty": QT_TRANSLATE_NOOP("Words", "no paper"),
    "door_open": QT_TRANSLATE_NOOP("Words", "cover open"),
    "low": QT_TRANSLATE_NOOP("Words", "running low"),
    "left": QT_TRANSLATE_NOOP("Words", "left"),
    "unknown": QT_TRANSLATE_NOOP("Words", "unknown"),
    "waiting": QT_TRANSLATE_NOOP("Words", "waiting"),
}
ROLES = {
    "CLERK": QT_TRANSLATE_NOOP("Words", "counter"),
    "OUTSOURCED": QT_TRANSLATE_NOOP("Words", "contracted"),
    "CERTIFIER": QT_TRANSLATE_NOOP("Words", "certifier"),
    "SUPERVISOR": QT_TRANSLATE_NOOP("Words", "supervisor"),
    "PROTECTION_OFFICER": QT_TRANSLATE_NOOP("Words", "protection officer"),
    "CASH_OFFICER": QT_TRANSLATE_NOOP("Words", "cash officer"),
    "ADMIN": QT_TRANSLATE_NOOP("Words", "administrator"),
}
STEPS = {
    "reception": QT_TRANSLATE_NOOP("Words", "Reception"),
    "identity": QT_TRANSLATE_NOOP("Words", "Identity"),
    "persons": QT_TRANSLATE_NOOP("Words", "Persons"),
    "items": QT_TRANSLATE_NOOP("Words", "Items, copies"),
    "form": QT_TRANSLATE_NOOP("Words", "Request form"),
    "check": QT_TRANSLATE_NOOP("Words", "Check"),
    "approval": QT_TRANSLATE_NOOP("Words", "Approval"),
    "issue": QT_TRANSLATE_NOOP("Words", "Issue"),
    "collate": QT_TRANSLATE_NOOP("Words", "Collation"),
    "payment": QT_TRANSLATE_NOOP("Words", "Fee"),
    "hand_over": QT_TRANSLATE_NOOP("Words", "Hand-over"),
}
CASE_STATES = {
    "reception": QT_TRANSLATE_NOOP("Words", "at reception"),
    "identity": QT_TRANSLATE_NOOP("Words", "being identified"),
    "persons": QT_TRANSLATE_NOOP("Words", "choosing persons"),
    "items": QT_TRANSLATE_NOOP("Words", "choosing items"),
    "form": QT_TRANSLATE_NOOP("Words", "at the form"),
    "check": QT_TRANSLATE_NOOP("Words", "being checked"),
    "issue": QT_TRANSLATE_NOOP("Words", "being issued"),
    "printing": QT_TRANSLATE_NOOP("Words", "being printed"),
    "uncertain": QT_TRANSLATE_NOOP("Words", "paper to be confirmed"),
    "collate": QT_TRANSLATE_NOOP("Words", "being collated"),
    "payment": QT_TRANSLATE_NOOP("Words", "fee to be paid"),
    "hand_over": QT_TRANSLATE_NOOP("Words", "being handed over"),
    "approval": QT_TRANSLATE_NOOP("Words", "waiting for approval"),
    "taking": QT_TRANSLATE_NOOP("Words", "being written down"),
    "deferred": QT_TRANSLATE_NOOP("Words", "taken, waits for the line"),
    "settled": QT_TRANSLATE_NOOP("Words", "taken, to go on with"),
    "returned": QT_TRANSLATE_NOOP("Words", "given back, to be mended"),
    "parked": QT_TRANSLATE_NOOP("Words", "parked"),
    "held": QT_TRANSLATE_NOOP("Words", "held"),
}
NEWS = {
    "approved": QT_TRANSLATE_NOOP("Words", "Approved"),
    "returned": QT_TRANSLATE_NOOP("Words", "Given back"),
    "trouble": QT_TRANSLATE_NOOP("Words", "Please look"),
}
SCOPES = {
    "whole_household": QT_TRANSLATE_NOOP("Words", "Resident record, whole household"),
    "part_of_household": QT_TRANSLATE_NOOP("Words", "Resident record, part of the household"),
    "personal": QT_TRANSLATE_NOOP("Words", "Resident record, one person"),
}
SHORT_SCOPES = {
    "whole_household": QT_TRANSLATE_NOOP("Words", "Whole household"),
    "part_of_household": QT_TRANSLATE_NOOP("Words", "Part of the household"),
    "personal": QT_TRANSLATE_NOOP("Words", "One person"),
}
REQUESTERS = {
    "OWN": QT_TRANSLATE_NOOP("Words", "the person or the household"),
    "SELF": QT_TRANSLATE_NOOP("Words", "the person himself"),
    "SAME_HH": QT_TRANSLATE_NOOP("Words", "of the same household"),
    "LEGAL_REP": QT_TRANSLATE_NOOP("Words", "legal representative"),
    "AGENT": QT_TRANSLATE_NOOP("Words", "agent"),
    "MESSENGER": QT_TRANSLATE_NOOP("Words", "messenger"),
    "THIRD": QT_TRANSLATE_NOOP("Words", "third party"),
    "PRO": QT_TRANSLATE_NOOP("Words", "professional"),
    "OFFICIAL": QT_TRANSLATE_NOOP("Words", "public office"),
}
METHODS = {
    "card_code_b": QT_TRANSLATE_NOOP("Words", "My Number Card (face photo, number B)"),
    "card_text_pin": QT_TRANSLATE_NOOP("Words", "My Number Card (face photo, PIN)"),
    "card_auth_pin": QT_TRANSLATE_NOOP("Words", "My Number Card (PIN of the owner)"),
    "papers": QT_TRANSLATE_NOOP("Words", "Papers shown"),
}
ITEMS = {
    "head_and_relationship": QT_TRANSLATE_NOOP("Words", "Head of household, relationship"),
    "honseki": QT_TRANSLATE_NOOP("Words", "Registered domicile, its head"),
    "foreign_status": QT_TRANSLATE_NOOP("Words", "Nationality, residence status"),
    "my_number": QT_TRANSLATE_NOOP("Words", "My Number"),
    "resident_code": QT_TRANSLATE_NOOP("Words", "Resident record code"),
}
PAPERS = {
    "driving_licence": QT_TRANSLATE_NOOP("Words", "Driving licence"),
    "passport": QT_TRANSLATE_NOOP("Words", "Passport"),
    "residence_card": QT_TRANSLATE_NOOP("Words", "Residence card"),
    "disability_certificate": QT_TRANSLATE_NOOP("Words", "Disability certificate"),
    "health_eligibility": QT_TRANSLATE_NOOP("Words", "Health insurance eligibility"),
    "pension_book": QT_TRANSLATE_NOOP("Words", "Pension book"),
    "care_insurance": QT_TRANSLATE_NOOP("Words", "Care insurance card"),
    "questions": QT_TRANSLATE_NOOP("Words", "Questions only"),
}
PAPER_FAULTS = {
    "number": QT_TRANSLATE_NOOP("Words", "Please key the last four of the number."),
    "expires": QT_TRANSLATE_NOOP("Words", "Please key the day until which it is valid."),
    "expires_unreadable": QT_TRANSLATE_NOOP("Words", "Please key the day like R9.4.3 or 2027.4.3."),
    "expired": QT_TRANSLATE_NOOP("Words", "It has expired and proves nothing. Please ask for another paper."),
}
MANDATE_FAULTS = {
    "mandate_date": QT_TRANSLATE_NOOP("Words", "Please key the date on the mandate like R8.10.30."),
    "mandate_later": QT_TRANSLATE_NOOP("Words", "This day has not come yet. Please look at the mandate."),
    "original": QT_TRANSLATE_NOOP("Words", "Please look at the original of the mandate, and tick it."),
}
ATTRIBUTES = {
    "name": QT_TRANSLATE_NOOP("Words", "Name"),
    "birth_date": QT_TRANSLATE_NOOP("Words", "Birth date"),
    "address": QT_TRANSLATE_NOOP("Words", "Address"),
    "sex": QT_TRANSLATE_NOOP("Words", "Sex"),
    "head": QT_TRANSLATE_NOOP("Words", "Head"),
    "honseki": QT_TRANSLATE_NOOP("Words", "Domicile"),
}
SIGNATURES = {
    "verified": QT_TRANSLATE_NOOP("Words", "Signature of the face: verified"),
    "invalid": QT_TRANSLATE_NOOP("Words", "Signature of the face: wrong"),
    "ca_unknown": QT_TRANSLATE_NOOP("Words", "Signature of the face: issuer not known"),
    "not_read": QT_TRANSLATE_NOOP("Words", "Signature of the face: not read"),
}
REVOCATIONS = {
    "good": QT_TRANSLATE_NOOP("Words", "Revocation: none"),
    "revoked": QT_TRANSLATE_NOOP("Words", "Revocation: revoked"),
    "unchecked": QT_TRANSLATE_NOOP("Words", "Revocation: not checked"),
}
NOTES = {
    "substitute_character": QT_TRANSLATE_NOOP(
        "Words", "“%1” on the card is a substitute character. The certificate prints “%2” of the register."
    ),
    "spacing": QT_TRANSLATE_NOOP("Words", "Only the spaces differ. The certificate prints the register's."),
    "notation": QT_TRANSLATE_NOOP("Words", "Only the way of writing differs. The register's is printed."),
    "latin": QT_TRANSLATE_NOOP("Words", "The Latin letters are written differently. Please compare them."),
    "moved": QT_TRANSLATE_NOOP("Words", "The address differs. Please ask whether the visitor has moved."),
    "other": QT_TRANSLATE_NOOP("Words", "Card and register differ. Please ask the visitor."),
}
RULES = {
    "requester": QT_TRANSLATE_NOOP("Words", "The requester may ask for this"),
    "identity": QT_TRANSLATE_NOOP("Words", "The visitor is identified"),
    "spoken": QT_TRANSLATE_NOOP("Words", "Two attributes were said aloud"),
    "form": QT_TRANSLATE_NOOP("Words", "The form is signed"),
    "selection": QT_TRANSLATE_NOOP("Words", "Persons and copies are in order"),
    "approval": QT_TRANSLATE_NOOP("Words", "The items need no approval"),
    "record": QT_TRANSLATE_NOOP("Words", "All persons are of the same household"),
    "restriction": QT_TRANSLATE_NOOP("Words", "Confirmed against the records"),
}
WANTED_BY = {
    "requester": QT_TRANSLATE_NOOP("Words", "An agent asks, by a mandate"),
    "identity": QT_TRANSLATE_NOOP("Words", "The visitor is identified by questions"),
    "approval": QT_TRANSLATE_NOOP("Words", "My Number or the resident record code is printed"),
}
OUTCOMES = {
    "ok": QT_TRANSLATE_NOOP("Words", "OK"),
    "approval": QT_TRANSLATE_NOOP("Words", "needs approval"),
    "blocked": QT_TRANSLATE_NOOP("Words", "cannot be issued"),
}
SHEETS = {
    "reserved": QT_TRANSLATE_NOOP("Words", "not printed yet"),
    "printing": QT_TRANSLATE_NOOP("Words", "printing"),
    "spooled": QT_TRANSLATE_NOOP("Words", "to be scanned"),
    "unknown": QT_TRANSLATE_NOOP("Words", "to be confirmed"),
    "collated": QT_TRANSLATE_NOOP("Words", "scanned"),
    "handed_over": QT_TRANSLATE_NOOP("Words", "handed over"),
    "spoiled": QT_TRANSLATE_NOOP("Words", "spoiled"),
    "void": QT_TRANSLATE_NOOP("Words", "void"),
}
REASONS = {
    "jam": QT_TRANSLATE_NOOP("Words", "Paper jam"),
    "misprint": QT_TRANSLATE_NOOP("Words", "Badly printed"),
    "not_printed": QT_TRANSLATE_NOOP("Words", "Did not come out"),
    "visitor_left": QT_TRANSLATE_NOOP("Words", "The visitor left"),
    "correction": QT_TRANSLATE_NOOP("Words", "To be corrected"),
    "record_changed": QT_TRANSLATE_NOOP("Words", "The record changed"),
    "returned": QT_TRANSLATE_NOOP("Words", "Came back without approval"),
}
WITHDRAWALS = {
    "visitor": QT_TRANSLATE_NOOP("Words", "The visitor wishes so"),
    "papers_missing": QT_TRANSLATE_NOOP("Words", "Papers are missing"),
    "mistake": QT_TRANSLATE_NOOP("Words", "Taken by mistake"),
}
PAYMENTS = {
    "cash": QT_TRANSLATE_NOOP("Words", "Cash"),
    "cashless": QT_TRANSLATE_NOOP("Words", "Card, electronic money"),
}
HAND_OVER_TICKS = {
    "name_stated": QT_TRANSLATE_NOOP("Words", "The visitor stated this name"),
    "sheets_counted": QT_TRANSLATE_NOOP("Words", "Sheets counted before the visitor"),
}
PRINTER_WORDS = {
    "idle": QT_TRANSLATE_NOOP("Words", "The printer is ready."),
    "busy": QT_TRANSLATE_NOOP("Words", "The printer is printing."),
    "jammed": QT_TRANSLATE_NOOP("Words", "Paper is jammed in the printer."),
    "empty": QT_TRANSLATE_NOOP("Words", "The printer is out of paper."),
    "stopped": QT_TRANSLATE_NOOP("Words", "The printer has stopped."),
    "door_open": QT_TRANSLATE_NOOP("Words", "The printer's cover is open."),
    "absent": QT_TRANSLATE_NOOP("Words", "The printer is not connected."),
    "unknown": QT_TRANSLATE_NOOP("Words", "The printer is being asked."),
}
ACTIONS = {
    "back": QT_TRANSLATE_NOOP("Words", "Back"),
    "new_case": QT_TRANSLATE_NOOP("Words", "New case"),
    "print_form": QT_TRANSLATE_NOOP("Words", "Print the form"),
    "visitor_pin": QT_TRANSLATE_NOOP("Words", "Visitor's PIN"),
    "code_b": QT_TRANSLATE_NOOP("Words", "Number B"),
    "without_card": QT_TRANSLATE_NOOP("Words", "Without a card"),
    "with_card": QT_TRANSLATE_NOOP("Words", "With a card"),
    "park": QT_TRANSLATE_NOOP("Words", "Park"),
    "resume": QT_TRANSLATE_NOOP("Words", "Resume"),
    "spoil": QT_TRANSLATE_NOOP("Words", "Spoiled sheet"),
    "withdraw": QT_TRANSLATE_NOOP("Words", "Withdraw"),
    "recall": QT_TRANSLATE_NOOP("Words", "Take back to mend"),
    "cancel_print": QT_TRANSLATE_NOOP("Words", "Cancel printing"),
    "end_unrecorded": QT_TRANSLATE_NOOP("Words", "End without a record"),
    "preview": QT_TRANSLATE_NOOP("Words", "See the page (while held)"),
    "take_request": QT_TRANSLATE_NOOP("Words", "Take the request only"),
    "print_slip": QT_TRANSLATE_NOOP("Words", "Print the slip"),
    "sign_out": QT_TRANSLATE_NOOP("Words", "Sign out"),
    "next_request": QT_TRANSLATE_NOOP("Words", "One more"),
    "exercise": QT_TRANSLATE_NOOP("Words", "Practice card"),
    "to_list": QT_TRANSLATE_NOOP("Words", "To the list"),
    "give_back": QT_TRANSLATE_NOOP("Words", "Give back"),
}
EXERCISE_HINTS = {
    "card": QT_TRANSLATE_NOOP("Words", "Training: F12 shows the practice cards to put on the reader."),
    "take_card": QT_TRANSLATE_NOOP("Words", "Training: F12, then 0 takes the practice card away."),
    "sheet": QT_TRANSLATE_NOOP("Words", "Training: F12, then 8 scans the next printed sheet."),
    "code_b": QT_TRANSLATE_NOOP("Words", "Training: number B of this practice card is %1."),
    "pin": QT_TRANSLATE_NOOP("Words", "Training: the PIN of this practice card is %1."),
}
PRIMARIES = {
    "sign_in": QT_TRANSLATE_NOOP("Words", "Sign in"),
    "new_case": QT_TRANSLATE_NOOP("Words", "New reception"),
    "to_identity": QT_TRANSLATE_NOOP("Words", "On to identity"),
    "read_card": QT_TRANSLATE_NOOP("Words", "Read the card"),
    "last_try": QT_TRANSLATE_NOOP("Words", "Use the last try"),
    "find": QT_TRANSLATE_NOOP("Words", "Find the person"),
    "choose_resident": QT_TRANSLATE_NOOP("Words", "On with this person"),
    "to_persons": QT_TRANSLATE_NOOP("Words", "On to persons"),
    "to_items": QT_TRANSLATE_NOOP("Words", "On to items"),
    "to_form": QT_TRANSLATE_NOOP("Words", "On to the form"),
    "to_check": QT_TRANSLATE_NOOP("Words", "On to the check"),
    "to_issue": QT_TRANSLATE_NOOP("Words", "On to the issue"),
    "ask_approval": QT_TRANSLATE_NOOP("Words", "Ask for the approval"),
    "await_approval": QT_TRANSLATE_NOOP("Words", "Wait for the approval"),
    "mend": QT_TRANSLATE_NOOP("Words", "Mend"),
    "record_held": QT_TRANSLATE_NOOP("Words", "Record as held"),
    "to_taking": QT_TRANSLATE_NOOP("Words", "On to what is said"),
    "take": QT_TRANSLATE_NOOP("Words", "Take the request"),
    "next_visitor": QT_TRANSLATE_NOOP("Words", "Next visitor"),
    "print": QT_TRANSLATE_NOOP("Words", "Print"),
    "to_collate": QT_TRANSLATE_NOOP("Words", "On to collation"),
    "to_payment": QT_TRANSLATE_NOOP("Words", "On to the fee"),
    "to_hand_over": QT_TRANSLATE_NOOP("Words", "On to hand-over"),
    "hand_over": QT_TRANSLATE_NOOP("Words", "Handed over"),
    "record_answers": QT_TRANSLATE_NOOP("Words", "Record the answers"),
    "record_spoiled": QT_TRANSLATE_NOOP("Words", "Record as spoiled"),
    "record_withdrawn": QT_TRANSLATE_NOOP("Words", "Record as withdrawn"),
    "retry": QT_TRANSLATE_NOOP("Words", "Try again"),
    "close": QT_TRANSLATE_NOOP("Words", "Finish"),
    "examine": QT_TRANSLATE_NOOP("Words", "Examine this case"),
    "to_sign": QT_TRANSLATE_NOOP("Words", "On to the approval"),
    "sign": QT_TRANSLATE_NOOP("Words", "Sign the approval"),
    "give_back": QT_TRANSLATE_NOOP("Words", "Give back to the clerk"),
}


def word(table: Mapping[str, str], code: str) -> str:
    """The word of ``code`` in the language of the screen; empty for an empty code, KeyError if unknown."""
    return QCoreApplication.translate("Words", table[code]) if code else ""
