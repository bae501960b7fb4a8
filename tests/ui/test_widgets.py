"""Fields and labels that must never lose, change or cut what a person wrote or reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources.glyphs import clusters, screen_glyphs
from tests.ui import sample_values
from ui.widgets.labels import TextLabel, fill
from ui.widgets.name_edit import NameEdit
from ui.widgets.number_edit import DigitBoxes, NumberEdit, only_digits
from ui.widgets.page_preview import image_of
from ui.widgets.resident_name_label import ResidentNameLabel
from ui.widgets.scan_edit import ScanEdit
from ui.widgets.theme import HIGH_CONTRAST, NORMAL, Theme

pytestmark = pytest.mark.usefixtures("dressed")


def ink(widget: QWidget, width: int) -> bytes:
    """What a widget paints at ``width``, as bytes to compare."""
    widget.resize(width, max(widget.heightForWidth(width), widget.sizeHint().height()))
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    widget.render(image)
    return bytes(image.constBits())


def test_backspace_takes_a_character_with_its_selector(qtbot: QtBot) -> None:
    edit = NameEdit()
    qtbot.addWidget(edit)
    edit.setText("葛\U000e0102飾葛\U000e0102")

    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "葛\U000e0102飾"

    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == ""


def test_delete_takes_a_character_with_its_selector(qtbot: QtBot) -> None:
    edit = NameEdit()
    qtbot.addWidget(edit)
    edit.setText("𠮷葛\U000e0102田")
    edit.setCursorPosition(2)

    QTest.keyClick(edit, Qt.Key.Key_Delete)

    assert edit.text() == "𠮷田"


def test_a_name_field_takes_a_name_of_any_length(qtbot: QtBot) -> None:
    edit = NameEdit()
    qtbot.addWidget(edit)

    edit.setText(sample_values.LATIN_NAME * 50)

    assert len(edit.text()) == len(sample_values.LATIN_NAME) * 50


def test_full_width_digits_are_digits_and_nothing_else_is() -> None:
    assert only_digits("１２a３-４ ５⑥") == "123456"


def test_a_number_field_has_the_ime_off(qtbot: QtBot) -> None:
    for edit in (NumberEdit(4), ScanEdit()):
        qtbot.addWidget(edit)
        assert not edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_pasted_digits_run_on_through_the_boxes(qtbot: QtBot) -> None:
    boxes = DigitBoxes(Theme(), (6, 4, 4), ("a", "b", "c"))
    qtbot.addWidget(boxes)

    boxes.boxes[0].setText("６００４０３２０３５４８２１")

    assert [box.text() for box in boxes.boxes] == ["600403", "2035", "4821"]
    assert boxes.full


def test_backspace_in_an_empty_box_takes_the_digit_before(qtbot: QtBot) -> None:
    boxes = DigitBoxes(Theme(), (6, 4, 4), ("a", "b", "c"))
    qtbot.addWidget(boxes)
    boxes.boxes[0].setText("600403")

    QTest.keyClick(boxes.boxes[1], Qt.Key.Key_Backspace)

    assert boxes.text() == "60040"


def test_a_variant_has_its_own_glyph_and_an_unknown_sequence_has_none() -> None:
    glyphs = screen_glyphs()

    base, variant = glyphs.resolve("邉邉\U000e0110")
    (unknown,) = glyphs.resolve("葛\U000e0100")

    assert 0 < base.glyph_id != variant.glyph_id > 0
    assert unknown.glyph_id == 0
    assert clusters("𠮷邉\U000e010f") == ("𠮷", "邉\U000e010f")


def test_a_variant_is_painted_differently_from_its_base(qtbot: QtBot) -> None:
    labels = [ResidentNameLabel(Theme(), text) for text in ("邉", "邉\U000e0110", "葛\U000e0100")]
    for label in labels:
        qtbot.addWidget(label)

    painted = [ink(label, 60) for label in labels]

    assert len(set(painted)) == 3
    assert [label.accessibleName() for label in labels] == ["邉", "邉\U000e0110", "葛\U000e0100"]


def test_a_name_wraps_and_keeps_every_character(qtbot: QtBot) -> None:
    label = ResidentNameLabel(Theme(), sample_values.LATIN_NAME)
    qtbot.addWidget(label)

    for width in (160, 300, 700, 4000):
        size, lines = label.lines_for(width)
        assert size >= 30
        assert "".join(glyph.cluster for line in lines for glyph in line.glyphs) == sample_values.LATIN_NAME
        widest = max(sum(line.advances) - (line.advances[-1] if width < 4000 else 0) for line in lines)
        assert widest <= width
        assert label.heightForWidth(width) >= len(lines) * size


def test_a_name_shrinks_only_to_save_a_line(qtbot: QtBot) -> None:
    label = ResidentNameLabel(Theme(), "渡邊葛美子")
    qtbot.addWidget(label)

    assert label.lines_for(1000)[0] == 34
    size, lines = label.lines_for(34 * 5 - 8)
    assert (size, len(lines)) == (32, 1)


def test_running_text_takes_only_the_rare_characters_from_mincho(qtbot: QtBot) -> None:
    label = ResidentNameLabel(Theme(), "証明書の邉\U000e010f", size=18, least=18, running=True)
    qtbot.addWidget(label)

    _, (line,) = label.lines_for(400)

    assert [glyph.gothic for glyph in line.glyphs] == [True, True, True, True, False]


def test_wrapped_text_asks_for_the_height_of_all_its_lines(qtbot: QtBot) -> None:
    label = TextLabel("漢字" * 40, "table", wrap=True)
    qtbot.addWidget(label)

    assert label.heightForWidth(100) > 5 * label.heightForWidth(5000)


def test_data_is_never_read_as_markup(qtbot: QtBot) -> None:
    label = TextLabel("<b>架空</b>")
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText


def test_values_are_put_in_all_at_once() -> None:
    assert fill("%1 と %2", "%2", "乙") == "%2 と 乙"


def test_a_page_image_owns_its_pixels() -> None:
    image = image_of(sample_values.page())

    assert (image.width(), image.height()) == (210, 297)
    assert image.pixelColor(5, 5) == QColor(238, 238, 238)


@pytest.mark.parametrize("factor", [0.9, 2.1])
def test_a_scale_outside_its_range_is_refused(factor: float) -> None:
    with pytest.raises(ValueError, match=r"1\.0 to 2\.0"):
        Theme(factor=factor)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("tokens", [NORMAL, HIGH_CONTRAST], ids=["normal", "high contrast"])
def test_text_stands_out_from_what_is_behind_it(tokens: object) -> None:
    pairs = [
        ("text", "paper"),
        ("text", "page"),
        ("second", "paper"),
        ("second", "page"),
        ("on_colour", "primary"),
        ("on_colour", "done"),
        ("on_colour", "stop"),
        ("primary", "paper"),
        ("done", "paper"),
        ("done", "done_back"),
        ("stop", "stop_back"),
        ("attention_text", "attention_back"),
        ("waiting_text", "waiting"),
        ("hint", "paper"),
    ]
    for front, back in pairs:
        light, dark = sorted((_luminance(getattr(tokens, front)), _luminance(getattr(tokens, back))))[::-1]
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (front, back)


def test_the_application_speaks_japanese_in_the_house_font(dressed: QApplication) -> None:
    assert dressed.font().family() == "BIZ UDPGothic"
    assert "BIZ UDPGothic" in dressed.styleSheet()
