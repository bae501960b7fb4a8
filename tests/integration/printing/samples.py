"""Pages to print in tests: fictitious people of 架空町, with the names that break other renderers."""

from __future__ import annotations

import base64
import hashlib

from counter_app.domain.certificates import CertificateKind
from counter_app.domain.render_model import PrintedPerson, RenderJob, RenderModel, SheetStamp, paginate

LONG_LATIN = (
    "WARNAKULASURIYA MUDIYANSELAGE RAJAPAKSHA BANDARANAYAKE NUWAN "
    "CHATHURANGA DINESH PRIYANKARA ASELA SANDARUWAN"
)
LONG_KANA = (
    "ワルナクラスリヤ　ムディヤンセラゲ　ラジャパクシャ　バンダラナヤケ　ヌワン　チャトゥランガ　ディネシュ"
)


def person(name: str = "葛\U000e0102飾　太郎", **changes: object) -> PrintedPerson:
    fields: dict[str, object] = {
        "name": name,
        "name_kana": "カツシカ　タロウ",
        "second_name_label": "旧氏",
        "second_name": "",
        "second_name_kana": "",
        "birth": "昭和45年3月3日",
        "sex": "男",
        "relationship": "省略",
        "my_number": "省略",
        "resident_code": "省略",
        "resident_since": "平成10年4月1日",
        "address_since": "平成20年10月10日",
        "notified_on": "平成10年4月5日",
        "honseki": "省略",
        "hittousha": "省略",
        "previous_address": "架空県隣架空市本町一丁目1番1号",
        "notes": (),
    }
    return PrintedPerson(**(fields | changes))  # type: ignore[arg-type]


FAMILY = (
    person(relationship="世帯主"),
    person(
        "𠮷田　邉\U000e0110子",
        name_kana="ヨシダ　ナベコ",
        sex="女",
        second_name="髙﨑",
        second_name_kana="タカサキ",
    ),
    person(
        LONG_LATIN,
        name_kana=LONG_KANA,
        second_name_label="通称",
        second_name="架空　花子",
        second_name_kana="カクウ　ハナコ",
        birth="1990年12月31日",
        sex="女",
        honseki="",
        hittousha="",
        notes=(
            "国籍・地域　スリランカ",
            "30条の45に規定する区分　中長期在留者",
            "在留資格　技術・人文知識・国際業務",
            "在留期間等　5年",
            "在留期間の満了の日　2029年4月1日",
            "在留カード等の番号　AB12345678CD",
        ),
    ),
    person(
        "辻\U000e0102　斉\U000e0102",
        name_kana="ツジ　ヒトシ",
        birth="昭和15年5月日不詳",
        notes=("異動前住所　架空県架空町大字東1番地",),
    ),
    person("架空　五郎", name_kana="カクウ　ゴロウ", address_since=""),
)


def model(persons: tuple[PrintedPerson, ...] = FAMILY[:4], *, training: bool = False) -> RenderModel:
    return RenderModel(
        kind=CertificateKind.WHOLE_HOUSEHOLD,
        town_code="999997",
        town_name="架空町",
        title="住民票",
        address="架空県架空町大字中原12番地3　架空ハイツ203号",
        head_name="葛\U000e0102飾　太郎",
        persons=persons,
        attestation="この写しは、世帯全員の住民票の原本と相違ないことを証明する。",
        issued_on="2026-11-23",
        issued_on_printed="令和8年11月23日",
        mayor_title="架空町長",
        mayor_name="架空　太郎",
        training=training,
    )


def code(number: str) -> str:
    """A text as long and of the same alphabet as a sheet's code."""
    digest = hashlib.sha512(number.encode()).digest() * 2
    return base64.b32encode(digest)[:200].decode().replace("=", "")


def job(content: RenderModel, copies: int = 1) -> RenderJob:
    pages = paginate(content)
    stamps = []
    for copy in range(1, copies + 1):
        for page in range(1, pages + 1):
            number = f"999997-02-20261123-{29 + copy:06d}-{page}/{pages}"
            stamps.append(SheetStamp(number=number, copy=copy, page=page, pages=pages, code=code(number)))
    return RenderJob(model=content, stamps=tuple(stamps))
