"""Gives every heading and numbered clause its label, alike for PDF and DOCX."""

from __future__ import annotations

from phoihop.papers.rendering.description.blocks import Level
from phoihop.papers.rendering.wording import Language, point_letter, roman, word

ORDER: tuple[Level, ...] = ("part", "chapter", "section", "article", "item", "point")
CONTINUES = {"article"}  # articles are numbered through the whole paper, whatever chapter they stand in


class Numbering:
    """Counts each level; a new number of a higher level starts the lower ones anew."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.counts: dict[Level, int] = dict.fromkeys(ORDER, 0)

    def label(self, level: Level, given: str | None = None) -> str:
        """The label of the next block of a level: ``Phần I``, ``I.``, ``Điều 1.``, ``1.``, ``a)``.

        :param given: a label of the author's own; empty for none
        """
        for lower in ORDER[ORDER.index(level) + 1 :]:
            if lower not in CONTINUES:
                self.counts[lower] = 0
        if given is not None:
            return given
        self.counts[level] += 1
        number = self.counts[level]
        match level:
            case "part" | "chapter":
                return f"{word(level, self.language)} {roman(number)}"
            case "section":
                return f"{roman(number)}."
            case "article":
                return f"{word('article', self.language)} {number}."
            case "item":
                return f"{number}."
            case _:
                return f"{point_letter(number, self.language)})"
