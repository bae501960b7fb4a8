"""Codes of the approver's pages in words; the tables that a counter has too are ``ui.views.words``'s."""

from __future__ import annotations

from ui.views.marked import QT_TRANSLATE_NOOP

TRIGGERS = {
    "agent": QT_TRANSLATE_NOOP("Words", "agent"),
    "my_number": QT_TRANSLATE_NOOP("Words", "My Number"),
    "resident_code": QT_TRANSLATE_NOOP("Words", "Resident record code"),
    "identity": QT_TRANSLATE_NOOP("Words", "identified by questions"),
}
OUTCOMES = {
    "approved": QT_TRANSLATE_NOOP("Words", "%1 is approved."),
    "returned": QT_TRANSLATE_NOOP("Words", "%1 was given back to the counter."),
    "kept": QT_TRANSLATE_NOOP("Words", "%1 was put off. It waits in the list."),
    "overtaken": QT_TRANSLATE_NOOP(
        "Words", "%1 was not approved: its record has changed. The counter begins it again."
    ),
    "gone": QT_TRANSLATE_NOOP("Words", "%1 waits no more: the counter took it back, or it was decided."),
}
LINES = {
    "requester": QT_TRANSLATE_NOOP("Words", "Requester"),
    "visitor": QT_TRANSLATE_NOOP("Words", "Who came"),
    "persons": QT_TRANSLATE_NOOP("Words", "On the page"),
    "items": QT_TRANSLATE_NOOP("Words", "Printed items"),
    "restriction": QT_TRANSLATE_NOOP("Words", "Restrictions"),
    "fee": QT_TRANSLATE_NOOP("Words", "Copies, fee"),
    "form": QT_TRANSLATE_NOOP("Words", "Purpose"),
    "earlier": QT_TRANSLATE_NOOP("Words", "Last 30 days"),
}
VERDICTS = {
    "same": QT_TRANSLATE_NOOP("Words", "agrees"),
    "attention": QT_TRANSLATE_NOOP("Words", "attention"),
    "differs": QT_TRANSLATE_NOOP("Words", "differs"),
}
REASONS = {
    "requester": QT_TRANSLATE_NOOP("Words", "The requester is to be confirmed"),
    "papers": QT_TRANSLATE_NOOP("Words", "Papers are missing or to be confirmed"),
    "persons": QT_TRANSLATE_NOOP("Words", "The persons on the page differ"),
    "items": QT_TRANSLATE_NOOP("Words", "The printed items differ"),
    "copies": QT_TRANSLATE_NOOP("Words", "Copies or fee differ"),
    "page": QT_TRANSLATE_NOOP("Words", "The page is wrong"),
}
STOPS = {
    "lines": QT_TRANSLATE_NOOP("Words", "Something differs: no approval is possible. F8 gives it back."),
    "page": QT_TRANSLATE_NOOP("Words", "This page cannot be approved here."),
}
SCOPE_SENTENCES = {
    "personal": QT_TRANSLATE_NOOP("Words", "A page of one person. Nobody else is on it."),
    "part_of_household": QT_TRANSLATE_NOOP("Words", "Part of the household. Nobody else is on it."),
    "whole_household": QT_TRANSLATE_NOOP("Words", "The whole household."),
}
