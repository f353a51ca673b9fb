"""The typeface of papers: Tinos, with the metrics of Times New Roman and every Vietnamese letter."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parents[1] / "static_fonts"
STYLES = ("400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic")


class FontsMissing(RuntimeError):
    """The fonts come from npm at set-up: run ``make``."""


def font_folder() -> Path:
    """The folder of the fonts.

    :raises FontsMissing: they were not set up
    """
    missing = [style for style in STYLES if not (FONTS / f"Tinos_{style}.ttf").exists()]
    if missing:
        raise FontsMissing(f"The fonts of papers are missing from {FONTS}: run `make` to fetch them.")
    return FONTS


@cache
def _face(style: str) -> Any:
    from PIL import ImageFont  # noqa: PLC0415 - loads compiled code, only where a width is asked for

    return ImageFont.truetype(str(font_folder() / f"Tinos_{style}.ttf"), 1000)


def text_width_mm(text: str, size_pt: float, *, bold: bool = False) -> float:
    """How wide the longest line of the text is."""
    face = _face("700Bold" if bold else "400Regular")
    longest: float = max(face.getlength(line) for line in text.split("\n"))
    return longest / 1000 * size_pt * 25.4 / 72


@cache
def drawn_characters() -> frozenset[int]:
    """The code points that the typeface can draw."""
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415 - slow, and only needed for text the typeface cannot draw

    return frozenset(FT2Font(str(font_folder() / "Tinos_400Regular.ttf")).get_charmap())
