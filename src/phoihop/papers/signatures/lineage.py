"""Is the upload our file plus something, and nothing cut off or rewritten?"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader

from phoihop.papers.signatures.findings import Findings

TAIL_BYTES = 1024  # where %%EOF must stand


@dataclass(frozen=True)
class Base:
    """The file the upload has to extend."""

    data: bytes
    revisions: int  # how many cross-reference sections it has
    startxrefs: tuple[int, ...]


def open_pdf(data: bytes, found: Findings) -> PdfFileReader | None:
    """Read the upload strictly, or say why that is impossible."""
    if not data.startswith(b"%PDF-"):
        found.add("not_pdf")
        return None
    if b"%%EOF" not in data[-TAIL_BYTES:]:
        found.add("truncated")
        return None
    try:
        reader = PdfFileReader(BytesIO(data), strict=True)
        if reader.encrypted:
            found.add("encrypted")
            return None
        reader.root["/Pages"]
    except Exception:  # noqa: BLE001  a hostile file may break the parser in any way; every way is a refusal
        found.add("damaged")
        return None
    return reader


def read_base(data: bytes) -> Base:
    """Measure the file handed out; it is ours, so a failure here is our own fault and is raised."""
    reader = PdfFileReader(BytesIO(data), strict=True)
    count = reader.xrefs.total_revisions
    return Base(data, count, tuple(reader.xrefs.get_startxref_for_revision(number) for number in range(count)))


def check_lineage(data: bytes, circulated: bytes | None, previous: bytes | None, found: Findings) -> bool:
    """Compare bytes with what was handed out; says whether comparing revisions makes sense."""
    newest = previous if previous is not None else circulated
    if newest is None:
        found.add("not_compared")
        return False
    if data == newest:
        found.add("nothing_new")
    elif data.startswith(newest):
        return True
    elif circulated is not None and data.startswith(circulated):
        found.add("nothing_new" if newest.startswith(data) else "stale")
    elif newest.startswith(data):
        found.add("truncated")
    else:
        found.add("foreign")
    return False


def check_chain(reader: PdfFileReader, base: Base, found: Findings) -> bool:
    """The update must hang on our last revision: the same bytes in front are not enough, a reader follows /Prev."""
    try:
        total = reader.xrefs.total_revisions
        starts = tuple(reader.xrefs.get_startxref_for_revision(number) for number in range(min(total, base.revisions)))
    except Exception:  # noqa: BLE001  as above: hostile cross-references may raise anything
        found.add("damaged")
        return False
    if total <= base.revisions or starts != base.startxrefs:
        found.add("rewritten")
        return False
    return True
