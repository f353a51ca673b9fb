"""Where a signature goes on the page, and the empty fields of the circulated revision.

The circulated revision carries one empty signature field for each party, named by its slot. A party's software may
fill it or add a field of its own; either way the update stays an increment of what everybody received.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

WIDTH = 140.0  # points: about 5 cm, a usual signature
TALLEST, LOWEST, STEP = 84.0, 28.0, 4.0  # points: 3 cm down to 1 cm
GAP = 2.0  # between the picture and the name below it

_PDFIUM = threading.Lock()  # PDFium keeps global state: one thread at a time


@dataclass(frozen=True)
class Box:
    """A rectangle on a page (counted from 0), in points from the lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """As a PDF rectangle of whole points."""
        return round(self.left), round(self.bottom), round(self.right), round(self.top)


@dataclass(frozen=True)
class Slot:
    """A party's place: the field's name (no dots) and its box; without a box the field is invisible."""

    name: str
    box: Box | None = None


class NameNotFound(LookupError):
    """The signer's name does not stand on any page; give the box yourself."""


def find_box(pdf: bytes, signer_name: str) -> Box:
    """The free space above the signer's name, where position and name leave room for a signature.

    The last occurrence counts: names in the text come before those in the signature block.

    :raises NameNotFound: the name does not occur
    """
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number in reversed(range(len(document))):
                text = document[number].get_textpage()
                found = _last(text, signer_name)
                if found is not None:
                    return _room_above(text, number, found)
        finally:
            document.close()
    raise NameNotFound(signer_name)


def text_under(pdf: bytes, box: Box) -> str:
    """The words that lie inside a box, on one line."""
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            if not 0 <= box.page < len(document):
                return ""
            return _words(document[box.page].get_textpage(), box)
        finally:
            document.close()


def prepare_slots(pdf: bytes, slots: Sequence[Slot]) -> bytes:
    """The circulated revision: the same PDF with one empty signature field a slot.

    :raises ValueError: a name has a dot or stands twice
    """
    names = [slot.name for slot in slots]
    if len(set(names)) != len(names) or any("." in name or not name for name in names):
        raise ValueError("slot names must be distinct and have no dots")
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    for slot in slots:
        page, corners = (slot.box.page, slot.box.corners) if slot.box else (0, None)
        append_signature_field(writer, SigFieldSpec(slot.name, on_page=page, box=corners))
    out = BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    return out.getvalue()


def _last(text: pypdfium2.PdfTextPage, words: str) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top of the last occurrence."""
    search = text.search(words, match_case=False)
    found = None
    while (hit := search.get_next()) is not None:
        found = hit
    if found is None:
        return None
    boxes = [text.get_charbox(index) for index in range(found[0], found[0] + found[1])]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _room_above(text: pypdfium2.PdfTextPage, page: int, name: tuple[float, float, float, float]) -> Box:
    centre, bottom = (name[0] + name[2]) / 2, name[3] + GAP
    height = TALLEST
    while True:
        box = Box(page, max(centre - WIDTH / 2, 0), bottom, centre + WIDTH / 2, bottom + height)
        if height <= LOWEST or not _words(text, box):
            return box
        height -= STEP


def _words(text: pypdfium2.PdfTextPage, box: Box) -> str:
    return " ".join(text.get_text_bounded(box.left, box.bottom, box.right, box.top).split())
