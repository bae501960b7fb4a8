"""What is said of failures of the page, the printer and collating."""

from __future__ import annotations

from ui.views.failure_words import NOBODY, SUPERVISOR, SYSTEMS, FailureWords
from ui.views.marked import QT_TRANSLATE_NOOP

WORDS = {
    "GLYPH_MISSING": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "A character cannot be printed."),
        cause=QT_TRANSLATE_NOOP("Failures", "The font of the certificates lacks it."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please do not issue; the character has to be added first."),
        call=SYSTEMS,
    ),
    "TEXT_DOES_NOT_FIT": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "A text does not fit into its place on the page."),
        cause=QT_TRANSLATE_NOOP("Failures", "It is longer than the form allows."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please do not issue; the page has to be looked at."),
        call=SYSTEMS,
    ),
    "PAGE_DIFFERS_FROM_RECORD": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The page is not what was approved."),
        cause=QT_TRANSLATE_NOOP("Failures", "Page and record differ."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures",
            "Nothing was printed. Please press Enter: the request is checked again under new numbers.",
        ),
        call=SYSTEMS,
    ),
    "RELEASE_EXPIRED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The page waited too long for the printer."),
        cause=QT_TRANSLATE_NOOP("Failures", "It must be printed within a minute of its release."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Nothing was printed. Please press Enter: it is checked again."),
        call=NOBODY,
    ),
    "RENDER_MODEL_INVALID": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The page cannot be made."),
        cause=QT_TRANSLATE_NOOP("Failures", "A part of the record is missing or not as it should be."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please do not issue. Read out the code below."),
        call=SYSTEMS,
    ),
    "FONT_ABSENT": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The font of the certificates is missing."),
        cause=QT_TRANSLATE_NOOP("Failures", "It is not installed on this PC."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Certificates cannot be issued from this PC now. Please use another counter."
        ),
        call=SYSTEMS,
    ),
    "CODE_INVALID": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The code of the sheet is not valid."),
        cause=QT_TRANSLATE_NOOP("Failures", "It is damaged, or not from this office."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please do not accept the sheet. Read out the code below."),
        call=SYSTEMS,
    ),
    "PRINTER_UNREACHABLE": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The printer cannot be reached."),
        cause=QT_TRANSLATE_NOOP("Failures", "It is off, or its cable is loose."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please switch the printer on and look at its cable."),
        call=SYSTEMS,
    ),
    "PRINTER_STOPPED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The printer has stopped."),
        cause=QT_TRANSLATE_NOOP("Failures", "It waits for a person."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please look at the printer's display and clear what it shows."),
        call=SYSTEMS,
    ),
    "PRINTER_JAMMED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "Paper is jammed in the printer."),
        cause=QT_TRANSLATE_NOOP("Failures", "A sheet stuck on its way."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please open the cover, take the sheet out and keep it: it is counted as spoiled."
        ),
        call=NOBODY,
    ),
    "PRINTER_EMPTY": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The printer is out of paper."),
        cause=QT_TRANSLATE_NOOP("Failures", "The tray is empty."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please put certificate paper into the tray. Printing goes on by itself."
        ),
        call=NOBODY,
    ),
    "PRINTER_DOOR_OPEN": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The printer's cover is open."),
        cause=QT_TRANSLATE_NOOP("Failures", "The cover is not shut."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please shut the cover. Printing goes on by itself."),
        call=NOBODY,
    ),
    "PRINTER_REFUSED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The printer did not accept the page."),
        cause=QT_TRANSLATE_NOOP("Failures", "The printer cannot print this page as it is set up."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please use another printer."),
        call=SYSTEMS,
    ),
    "PRINTER_BUSY": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The sheets of the case before have not all been checked."),
        cause=QT_TRANSLATE_NOOP("Failures", "One case at a time prints, so that no sheets are mixed."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures",
            "Please scan every sheet of that case or record it as spoiled, then try this one again.",
        ),
        call=NOBODY,
    ),
    "PRINT_ABORTED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The printer gave up printing."),
        cause=QT_TRANSLATE_NOOP("Failures", "The printer ended the job by itself."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please look whether sheets came out, and answer for each of them."
        ),
        call=NOBODY,
    ),
    "PRINT_CANCELLED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "Printing was cancelled."),
        cause=QT_TRANSLATE_NOOP("Failures", "It was cancelled at the printer or here."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please look whether sheets came out, and answer for each of them."
        ),
        call=NOBODY,
    ),
    "PRINT_OUTCOME_UNKNOWN": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "It is not known whether the sheets came out."),
        cause=QT_TRANSLATE_NOOP("Failures", "The printer's answer was lost."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures",
            "Please look at the tray and answer for each sheet. Nothing is printed again by itself.",
        ),
        call=NOBODY,
    ),
    "SHEET_OF_OTHER_CASE": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "This sheet is not one of this issue."),
        cause=QT_TRANSLATE_NOOP("Failures", "It is of another case, or was spoiled before."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Please put this sheet aside and look for the sheets of this case at the printer."
        ),
        call=SUPERVISOR,
    ),
    "SHEET_ALREADY_SCANNED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "This sheet has already been scanned."),
        cause=QT_TRANSLATE_NOOP("Failures", "The same sheet was scanned twice."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please scan the next sheet."),
        call=NOBODY,
    ),
    "SCAN_NOT_WANTED": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "No sheet is scanned on this page."),
        cause=QT_TRANSLATE_NOOP("Failures", "The reader typed a code that this page has no use for."),
        remedy=QT_TRANSLATE_NOOP(
            "Failures", "Nothing was recorded. Please go on here; sheets are scanned at the collation."
        ),
        call=NOBODY,
    ),
    "SHEET_UNREADABLE": FailureWords(
        headline=QT_TRANSLATE_NOOP("Failures", "The code of the sheet cannot be read."),
        cause=QT_TRANSLATE_NOOP("Failures", "It is dirty, folded, or another code was scanned."),
        remedy=QT_TRANSLATE_NOOP("Failures", "Please scan the code at the bottom of the sheet again."),
        call=NOBODY,
    ),
}
