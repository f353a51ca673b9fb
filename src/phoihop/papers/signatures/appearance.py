"""The picture of a demo signature: a blue pen stroke on nothing, as decree 30/2020 asks of a person's signature."""

from __future__ import annotations

from hashlib import sha256

from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.layout import (
    AxisAlignment,
    BoxConstraints,
    InnerScaling,
    Margins,
    SimpleBoxLayoutRule,
)
from pyhanko.stamp import StaticStampStyle

WIDTH, HEIGHT = 200, 80
BLUE = "0.06 0.20 0.62"


def pen_stroke(name: str) -> bytes:
    """PDF operators of a stroke that is always the same for a name."""
    seed = sha256(name.encode()).digest()
    letters = min(max(len(name) // 2, 5), 10)
    step = (WIDTH - 40) / letters
    x, y = 14.0, 34.0
    path = [f"{BLUE} RG 2.2 w 1 J 1 j", f"{x:.1f} {y:.1f} m"]
    for index in range(letters):
        rise = 14 + seed[index] % (34 if index in (0, letters // 2) else 16)
        lean = seed[index + 10] % 9 - 2
        end = x + step
        path.append(f"{x + lean:.1f} {y + rise:.1f} {end + lean:.1f} {y + rise:.1f} {x + step * 0.7:.1f} {y - 4:.1f} c")
        path.append(f"{x + step * 0.5:.1f} {y - 12:.1f} {end - 2:.1f} {y - 8:.1f} {end:.1f} {y:.1f} c")
        x = end
    path.append(f"S 1.4 w {x:.1f} {y:.1f} m {x + 18:.1f} {y + 6:.1f} {x - 70:.1f} 10 {22 + seed[30] % 30} 16 c S")
    return " ".join(path).encode()


def stroke_style(name: str) -> StaticStampStyle:
    """The stroke as an appearance, scaled into whatever box the signature has."""
    picture = RawContent(pen_stroke(name), box=BoxConstraints(width=WIDTH, height=HEIGHT))
    centred = SimpleBoxLayoutRule(
        x_align=AxisAlignment.ALIGN_MID,
        y_align=AxisAlignment.ALIGN_MID,
        margins=Margins.uniform(0),  # type: ignore[no-untyped-call]
        inner_content_scaling=InnerScaling.STRETCH_TO_FIT,
    )
    return StaticStampStyle(background=picture, background_layout=centred, background_opacity=1.0, border_width=0)
