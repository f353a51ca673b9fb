"""A drawn mast, so that nobody's real site is shown."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

SKIES = ((203, 225, 240), (226, 216, 200), (214, 224, 214), (188, 208, 230))


def mast_picture(code: str, seed: int) -> bytes:
    """A lattice mast before the sky, with its code written on it, as JPEG."""
    picture = Image.new("RGB", (720, 960), SKIES[seed % len(SKIES)])
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 820, 720, 960), fill=(146, 178, 140))
    left, right = [(300, 840), (350, 120)], [(420, 840), (370, 120)]
    for side in (left, right):
        draw.line(side, fill=(178, 84, 66), width=9)
    for step in range(18):
        low, high = 840 - step * 40, 800 - step * 40
        a, b = 300 + (840 - low) * 50 / 720, 420 - (840 - low) * 50 / 720
        c, d = 300 + (840 - high) * 50 / 720, 420 - (840 - high) * 50 / 720
        draw.line((a, low, d, high), fill=(200, 120, 100), width=4)
        draw.line((b, low, c, high), fill=(200, 120, 100), width=4)
    for row in range(2 + seed % 2):
        for x in (318, 392):
            draw.rectangle((x, 130 + row * 120, x + 22, 215 + row * 120), fill=(245, 245, 245), outline=(90, 90, 90))
    draw.text((24, 910), f"{code} - hinh minh hoa", fill=(30, 50, 80))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82)
    return out.getvalue()
