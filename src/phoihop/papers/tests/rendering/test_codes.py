"""QR codes."""

from __future__ import annotations

import io
import re

import pytest
import qrcode
from PIL import Image

from phoihop.papers.rendering.codes import MASK, qr_png, qr_svg

URL = "https://phoihop.example/kiem-tra/0f5b3c"


def expected() -> list[list[bool]]:
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=2, mask_pattern=MASK)
    code.add_data(URL)
    code.make()
    return code.get_matrix()


def test_the_picture_holds_the_modules_of_the_code():
    image = Image.open(io.BytesIO(qr_png(URL, module_px=4)))
    side = image.width // 4

    modules = [[image.getpixel((x * 4 + 1, y * 4 + 1)) == 0 for x in range(side)] for y in range(side)]

    assert modules == expected()


def test_the_drawing_holds_the_modules_of_the_code():
    svg = qr_svg(URL).decode()

    dark = {(int(x) + i, int(y)) for x, y, w in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", svg) for i in range(int(w))}

    assert dark == {(x, y) for y, row in enumerate(expected()) for x, is_dark in enumerate(row) if is_dark}


@pytest.mark.parametrize("call", [qr_svg, qr_png])
def test_a_code_needs_a_text(call):
    with pytest.raises(ValueError, match="needs a text"):
        call("")
