"""Pictures drawn by the program: nobody real is shown."""

from __future__ import annotations

import io
import random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageFont

from phoihop.papers.rendering.pdf import FONTS

SKY, GROUND, HOUSE = (203, 225, 240), (146, 178, 140), (232, 205, 160)


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    found = next(iter(sorted(FONTS.glob("*Bold.ttf"))), None)
    return ImageFont.truetype(str(found), size) if found else ImageFont.load_default()


def scene(caption: str, seed: int) -> SimpleUploadedFile:
    """A landscape with a few houses and people, with a caption that says that it is drawn."""
    luck = random.Random(seed)  # noqa: S311 - a picture, no secret
    picture = Image.new("RGB", (960, 600), SKY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 380, 960, 600), fill=GROUND)
    for _ in range(5):
        x, size = luck.randrange(40, 820), luck.randrange(70, 150)
        draw.rectangle((x, 400 - size, x + size, 400), fill=HOUSE, outline="white", width=3)
        draw.polygon(
            [(x - 10, 400 - size), (x + size / 2, 400 - size * 1.5), (x + size + 10, 400 - size)], fill=(178, 84, 66)
        )
    for _ in range(12):
        x, y = luck.randrange(20, 930), luck.randrange(420, 520)
        draw.ellipse((x, y, x + 18, y + 18), fill=(120, 84, 66))
        draw.rectangle(
            (x + 2, y + 18, x + 16, y + 50), fill=luck.choice([(44, 92, 150), (196, 60, 60), (240, 240, 240)])
        )
    draw.rectangle((0, 545, 960, 600), fill=(30, 50, 80))
    draw.text((20, 556), f"{caption} (hình minh họa)", fill="white", font=_font(26))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82)
    return SimpleUploadedFile("minh-hoa.jpg", out.getvalue(), "image/jpeg")


def scan(title: str, signer: str) -> SimpleUploadedFile:
    """A page as a scanner would give it, signed by hand."""
    picture = Image.new("RGB", (1000, 1414), (250, 249, 244))
    draw = ImageDraw.Draw(picture)
    draw.text((500, 160), "BẢN QUÉT MINH HỌA", fill="black", font=_font(34), anchor="mm")
    draw.text((500, 230), title[:60], fill="black", font=_font(26), anchor="mm")
    for row in range(18):
        draw.line((110, 330 + row * 36, 890 - (row % 4) * 60, 330 + row * 36), fill=(170, 170, 170), width=3)
    draw.line(
        [(620, 1130), (660, 1080), (690, 1140), (730, 1070), (770, 1130), (850, 1090)],
        fill=(30, 60, 160),
        width=6,
        joint="curve",
    )
    draw.text((735, 1190), signer, fill="black", font=_font(28), anchor="mm")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return SimpleUploadedFile("ban-quet.png", out.getvalue(), "image/png")
