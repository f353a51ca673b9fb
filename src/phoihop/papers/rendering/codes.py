"""QR codes for the address where a paper can be checked."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

# One mask for all: readers accept any, and the search for the prettiest takes most of the time.
MASK = 3


def _code(text: str) -> Any:
    import qrcode  # noqa: PLC0415 - only where a paper has a code

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=2, mask_pattern=MASK)
    code.add_data(text)
    code.make()
    return code


@lru_cache(maxsize=64)
def qr_svg(text: str) -> bytes:
    """The QR code of a text as SVG: error correction M, two modules of quiet zone.

    :raises ValueError: no text, or more than a code can hold
    """
    if not text:
        raise ValueError("A QR code needs a text.")
    rows = _code(text).get_matrix()
    # One path, a horizontal stroke of squares for each run of dark modules.
    path = "".join(f"M{x} {y}h{width}v1h-{width}z" for y, row in enumerate(rows) for x, width in _runs(row))
    side = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{path}"/></svg>'
    ).encode()


def qr_png(text: str, module_px: int = 8) -> bytes:
    """The QR code of a text as PNG, for mail and for Word.

    :param module_px: side of one module in pixels
    :raises ValueError: no text, or more than a code can hold
    """
    from PIL import Image  # noqa: PLC0415 - only where a picture is asked for

    if not text:
        raise ValueError("A QR code needs a text.")
    rows = _code(text).get_matrix()
    side = len(rows)
    image = Image.new("1", (side, side), 1)
    image.putdata([not dark for row in rows for dark in row])
    out = io.BytesIO()
    image.resize((side * module_px, side * module_px), Image.Resampling.NEAREST).save(out, "PNG")
    return out.getvalue()


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Start and length of every run of dark modules."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
