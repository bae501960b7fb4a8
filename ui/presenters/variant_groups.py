"""異体字 that a card, which writes JIS characters only, puts in place of the register's (domain.md 3.11).

Only to explain a difference to the clerk, never to overlook one: names are compared by code points.
Each row holds characters that stand for one another; the same groups fold searches in the gateway.
"""

from __future__ import annotations

from counter_app.domain.names import fold_writing

GROUPS = (
    *("吉𠮷", "辺邊邉", "斉齊斎齋", "崎﨑嵜㟢", "高髙", "浜濱濵", "沢澤", "広廣", "国國", "桜櫻"),
    *("真眞", "滝瀧", "島嶋嶌", "徳德", "恵惠", "栄榮", "富冨", "槙槇", "桑桒", "竜龍"),
    *("柳栁桺", "野埜", "峰峯", "穂穗", "館舘", "薮藪籔", "桧檜", "会會", "静靜"),
)
_TABLE = {ord(variant): group[0] for group in GROUPS for variant in group}


def fold_variants(text: str) -> str:
    """Fold selectors, width, spaces and known variants: equal results may be the same name."""
    return fold_writing(text).translate(_TABLE)
