"""The slip of a request taken while the line is down (受付票): its number, and what happens next.

One A4 sheet that is its own file, never a certificate's. It names nobody: whoever finds it learns a number
and a time (knowledge/domain.md 5.2, R-14; ui/README.md, words).
"""

from __future__ import annotations

from counter_app.application.paper_ports import SlipContent
from counter_app.domain.fallback import DeliveryWay
from printing.glyph_font import GlyphFont
from printing.layout_page import PAGE_HEIGHT, PAGE_WIDTH, area
from printing.layout_text import Box, PlacedText
from printing.page_canvas import PageCanvas

TITLE = "受付票"
DOCUMENT_TITLE = "受付票"
LEFT = 25
WIDTH = 160
NUMBER_TOP = 78
NUMBER_HEIGHT = 34
FIRST_SENTENCE = 130
SENTENCE = 20
TAKEN = "ご請求を受け付けました。ありがとうございます。"
LATER = "いま、住民記録につながる回線が止まっています。回線が直りましたら、お手続きを進めます。"
NEXT = {
    DeliveryWay.RETURN: "あらためて窓口へお越しください。この受付票と、本人確認書類をお持ちください。",
    DeliveryWay.PHONE: "ご用意できるようになりましたら、お電話でお知らせします。この受付票をお持ちください。",
    DeliveryWay.MAIL: "お送りする前に、確認のご連絡をすることがあります。この受付票をお持ちください。",
}
PROMISED = "お約束の日　"
FEE = "手数料は、証明書をお渡しするときにいただきます。いまはいただいておりません。"
HONEST = "住民記録と照らし合わせてからお作りしますので、お渡しできないこともございます。"


def _words(
    name: str, text: str, place: tuple[float, float, float, float], size: float, align: str
) -> PlacedText:
    return PlacedText(name=name, text=text, box=area(*place), size=size, align=align)


def describe_slip(content: SlipContent) -> tuple[list[PlacedText], Box]:
    """Return the texts, and the box around the number."""
    number = area(LEFT, NUMBER_TOP, WIDTH, NUMBER_HEIGHT)
    texts = [
        _words("町名", content.town_name, (LEFT, 28, WIDTH, 9), 14, "left"),
        _words("窓口", content.office, (LEFT, 37, WIDTH, 8), 11, "left"),
        _words("表題", TITLE, (LEFT, 48, WIDTH, 18), 30, "center"),
        _words("番号の見出し", "受付番号", (LEFT, NUMBER_TOP - 8, WIDTH, 7), 11, "left"),
        PlacedText(name="受付番号", text=content.number, box=number, size=38, align="center", one_line=24),
        _words("受付日時", content.taken_at, (LEFT, NUMBER_TOP + NUMBER_HEIGHT + 2, WIDTH, 8), 13, "right"),
    ]
    promised = (f"{PROMISED}{content.promised}",) if content.promised else ()
    sentences = (TAKEN, LATER, NEXT[content.delivery], *promised, FEE, HONEST)
    for index, sentence in enumerate(sentences):
        place = (LEFT, FIRST_SENTENCE + index * SENTENCE, WIDTH, SENTENCE - 2)
        texts.append(
            PlacedText(name=f"案内{index + 1}", text=sentence, box=area(*place), size=14, one_line=14)
        )
    return texts, number


def render(font: GlyphFont, content: SlipContent) -> bytes:
    """Return the slip as a PDF. Raises Refused: GLYPH_MISSING, TEXT_DOES_NOT_FIT."""
    texts, number = describe_slip(content)
    font.table.require(text.text for text in texts)
    canvas = PageCanvas(font, DOCUMENT_TITLE, content.town_name, (PAGE_WIDTH, PAGE_HEIGHT))
    if content.training:
        canvas.training_mark()
    canvas.frames((number,), 1.2)
    canvas.texts(texts)
    canvas.end_page()
    return canvas.finish()
