"""Does a visible signature cover words of the paper? A picture may hide an amount as well as any edit could."""

from __future__ import annotations

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from phoihop.papers.signatures.findings import Findings
from phoihop.papers.signatures.placement import Box, text_under

MARGIN = 1.0  # points; letters touch the edge of a well-placed box
EXCERPT = 60  # characters


def check_overlap(signature: EmbeddedPdfSignature, original: bytes, found: Findings) -> None:
    """Flag words of the circulated file that lie under the signature's picture."""
    try:
        covered = " ".join(filter(None, (text_under(original, box) for box in _boxes(signature))))
    except Exception:  # noqa: BLE001  a rectangle or page that cannot be read: say that nobody could look
        covered = "?"
    if covered:
        shown = covered if len(covered) <= EXCERPT else covered[: EXCERPT - 1] + "…"
        found.add("covers_text", field=str(signature.field_name), text=shown)


def _boxes(signature: EmbeddedPdfSignature) -> list[Box]:
    field = signature.sig_field
    widgets = [kid.get_object() for kid in field.get("/Kids", ())] or [field]
    boxes = []
    for widget in widgets:
        x1, y1, x2, y2 = (float(number) for number in widget["/Rect"])
        left, right, bottom, top = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
        if right - left > 2 * MARGIN and top - bottom > 2 * MARGIN:
            page = _page_of(signature.reader, widget)
            boxes.append(Box(page, left + MARGIN, bottom + MARGIN, right - MARGIN, top - MARGIN))
    return boxes


def _page_of(reader: PdfFileReader, widget: generic.DictionaryObject) -> int:
    """The page that lists the widget; what the widget says of itself is only a hint and may lie."""
    reference = widget.container_ref
    for number in range(int(reader.root["/Pages"]["/Count"])):
        page = reader.find_page_for_modification(number)[0].get_object()  # type: ignore[no-untyped-call]
        listed = page.get("/Annots", ())
        if any(getattr(item, "reference", None) == reference for item in listed):
            return number
    raise LookupError("no page lists this widget")
