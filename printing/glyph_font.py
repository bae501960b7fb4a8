"""A reportlab font whose text is glyph ids: Type0, Identity-H, subset per document, with an exact ToUnicode.

reportlab's own path draws a box after each variation selector and breaks characters beyond the BMP
(knowledge/stack.md 2.2); this one puts base and selector back into the text layer. What it knows of a
document dies with the document.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from counter_app.domain.names import clusters
from printing.glyphs import EM, Glyph, GlyphTable

RESOURCE_NAME = "G1"
CMAP_BLOCK = 100
TABLES_DROPPED = ("cmap", "GSUB", "GPOS", "GDEF", "BASE", "name", "post", "OS/2", "vhea", "vmtx", "gasp")
SYMBOLIC = 4
TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{mapping}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


@dataclass(slots=True)
class _Used:
    """The characters of one document in the order of their first use, and the glyph of each CID.

    CID 0 is .notdef and is never written.
    """

    cids: dict[str, int] = field(default_factory=dict)
    glyph_ids: list[int] = field(default_factory=lambda: [0])

    def add(self, glyph: Glyph) -> None:
        if glyph.cluster not in self.cids:
            self.cids[glyph.cluster] = len(self.glyph_ids)
            self.glyph_ids.append(glyph.glyph_id)


def subset_tag(glyph_ids: list[int]) -> str:
    """Return the six capitals before a subset's name (ISO 32000-1 9.6.4), the same for the same glyphs."""
    digest = hashlib.sha256(b"".join(g.to_bytes(2, "big") for g in sorted(set(glyph_ids)))).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def to_unicode(cids: dict[str, int]) -> str:
    """Write the ToUnicode CMap: each CID to base and selector, in UTF-16BE (ISO 32000-1 9.10.3)."""
    lines = [f"<{cid:04X}> <{cluster.encode('utf-16-be').hex().upper()}>" for cluster, cid in cids.items()]
    blocks = (lines[start : start + CMAP_BLOCK] for start in range(0, len(lines), CMAP_BLOCK))
    return TO_UNICODE.format(
        mapping="\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    )


def _subset(table: GlyphTable, glyph_ids: list[int]) -> tuple[bytes, bytes]:
    """Return the subset font file and the map from CID to its glyph ids."""
    request = uharfbuzz.SubsetInput()
    request.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update(glyph_ids)
    request.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    for tag in TABLES_DROPPED:
        request.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).add(int.from_bytes(tag.encode(), "big"))
    plan = uharfbuzz.SubsetPlan(table.subset_source, request)
    renumbered = dict(plan.old_to_new_glyph_mapping)
    cid_to_gid = b"".join(renumbered[glyph_id].to_bytes(2, "big") for glyph_id in glyph_ids)
    return bytes(plan.execute().blob.data), cid_to_gid


class GlyphFont:
    """IPAmj明朝 as reportlab asks for a dynamic font; register it with ``register``.

    The streams stay uncompressed: there is no compressor to pin, so P0 is the same bytes everywhere.
    """

    _multiByte = 1  # noqa: N815  (reportlab's)
    _dynamicFont = 1  # noqa: N815  (reportlab's)
    shapable = False

    def __init__(self, table: GlyphTable) -> None:
        self.table = table
        self.fontName = f"IPAmjMincho-{table.sha256[:8]}"
        self.face = self
        self.name = self.fontName
        self.ascent = table.ascent
        self.descent = table.descent
        self._used: WeakKeyDictionary[Any, _Used] = WeakKeyDictionary()

    def register(self) -> str:
        """Make the font known to reportlab; returns its name."""
        pdfmetrics.registerFont(self)
        return self.fontName

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802, ARG002  (reportlab's)
        """Width in points; reportlab asks for it when it aligns text."""
        return self.table.width(text, size)

    def splitString(self, text: str, doc: Any, encoding: str = "utf8") -> list[tuple[int, bytes]]:  # noqa: N802, ARG002  (reportlab's)
        """Return ``text`` as CIDs, two bytes each, in the one subset this font makes."""
        return [(0, self.cids(text, doc))]

    def cids(self, text: str, doc: Any) -> bytes:
        """Return ``text`` as CIDs of ``doc``, two bytes each; raises Refused(GLYPH_MISSING)."""
        used = self._of(doc)
        parts = list(clusters(text))
        if not used.cids.keys() >= set(parts):
            for glyph in self.table.resolve(text):
                used.add(glyph)
        return b"".join([used.cids[part].to_bytes(2, "big") for part in parts])

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802, ARG002  (reportlab's)
        """Return the name of the font in page resources."""
        doc.fontMapping[RESOURCE_NAME] = f"/{RESOURCE_NAME}"
        return f"/{RESOURCE_NAME}"

    def addObjects(self, doc: Any) -> None:  # noqa: N802  (reportlab's)
        """Write the font's objects at the end of the document."""
        used = self._used.pop(doc)
        glyph_ids = used.glyph_ids
        data, cid_to_gid = _subset(self.table, glyph_ids)
        name = PDFName(f"{subset_tag(glyph_ids)}+IPAmjMincho")
        file = PDFStream(dictionary=PDFDictionary({"Length1": len(data)}), content=data, filters=[])
        descriptor = self._descriptor(name, doc.Reference(file, "glyphs:file"))
        cid_font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": doc.Reference(descriptor, "glyphs:descriptor"),
                "DW": EM,
                "W": PDFArray([1, PDFArray([round(self.table.advance(g)) for g in glyph_ids[1:]])]),
                "CIDToGIDMap": doc.Reference(PDFStream(content=cid_to_gid, filters=[]), "glyphs:map"),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([doc.Reference(cid_font, "glyphs:cid")]),
                "ToUnicode": doc.Reference(
                    PDFStream(content=to_unicode(used.cids), filters=[]), "glyphs:unicode"
                ),
            }
        )
        doc.idToObject["BasicFonts"].dict[RESOURCE_NAME] = doc.Reference(font, "glyphs:font")

    def _of(self, doc: Any) -> _Used:
        if doc not in self._used:
            self._used[doc] = _Used()
            doc.delayedFonts.append(self)
        return self._used[doc]

    def _descriptor(self, name: object, file: object) -> PDFDictionary:
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": SYMBOLIC,
                "FontBBox": PDFArray(list(self.table.bounds)),
                "ItalicAngle": 0,
                "Ascent": self.ascent,
                "Descent": self.descent,
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": file,
            }
        )
