"""Measures what stands on the pages of a PDF."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pdfplumber

from phoihop.papers.rendering import Paper, render_pdf

MM = 72 / 25.4
BODY_MM = 165.0


@dataclass(frozen=True)
class Word:
    """A word: place in mm from the upper left corner, size in points, style."""

    text: str
    page: int
    left: float
    right: float
    top: float
    size: float
    bold: bool
    italic: bool

    @property
    def middle(self) -> float:
        """The middle between its sides."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Rule:
    """A horizontal rule, in mm."""

    page: int
    left: float
    right: float
    top: float

    @property
    def length(self) -> float:
        """From end to end."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """The middle between its ends."""
        return (self.left + self.right) / 2


class Drawn:
    """A paper drawn as PDF, and everything on its pages."""

    def __init__(self, paper: Paper) -> None:
        self.pdf = render_pdf(paper)
        self.words: list[Word] = []
        self.rules: list[Rule] = []
        self.texts: list[str] = []
        self.boxes: list[tuple[float, float]] = []
        self.sizes: list[tuple[float, float]] = []
        with pdfplumber.open(io.BytesIO(self.pdf)) as document:
            for number, page in enumerate(document.pages, start=1):
                self._read(number, page)

    def _read(self, number: int, page: pdfplumber.page.Page) -> None:
        self.texts.append(page.extract_text())
        self.sizes.append((page.width / MM, page.height / MM))
        for word in page.extract_words(extra_attrs=["fontname", "size"], keep_blank_chars=False):
            font = word["fontname"]
            place = (word["x0"] / MM, word["x1"] / MM, word["top"] / MM)
            self.words.append(Word(word["text"], number, *place, word["size"], "Bold" in font, "Italic" in font))
        self.boxes += [(box["width"] / MM, box["height"] / MM) for box in page.rects]
        for line in page.lines:
            self.rules.append(Rule(number, line["x0"] / MM, line["x1"] / MM, line["top"] / MM))

    def line(self, start: str, page: int = 1) -> list[Word]:
        """The words of the first line of which a run of words begins like ``start``."""
        wanted = start.split()
        words = [word for word in self.words if word.page == page]
        for index in range(len(words)):
            found = words[index : index + len(wanted)]
            if [word.text for word in found] == wanted:
                return found
        raise AssertionError(f"{start!r} does not stand on page {page}:\n{self.texts[page - 1]}")

    def row(self, start: str, page: int = 1) -> list[Word]:
        """Every word at the height of the line that begins like ``start``."""
        first = self.line(start, page)[0]
        return [word for word in self.words if word.page == page and abs(word.top - first.top) < 1]


def span(words: list[Word]) -> tuple[float, float]:
    """Left and right end of a line, in mm."""
    return min(word.left for word in words), max(word.right for word in words)
