"""The blocks a body is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from phoihop.papers.rendering.description.table import Align, Table
from phoihop.papers.rendering.description.text import Text

# Phần, chương, Điều, I., 1., a): the levels of decree 30/2020.
Level = Literal["part", "chapter", "article", "section", "item", "point"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of a level.

    Without a label it takes the next number of its level; an empty label leaves it unnumbered.
    """

    text: str
    level: Level = "section"
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered clause of running text: ``Điều 1.``, ``1.`` or ``a)``.

    Its numbers are shared with the headings of its level.
    """

    text: Text
    level: Literal["article", "item", "point"] = "item"
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; justified with a first-line indent unless told otherwise."""

    text: Text
    align: Align = "justify"
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Labelled:
    """A named fact: ``Thời gian: 8 giờ 00 phút …``."""

    label: str
    text: Text


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list whose items begin with a dash."""

    items: tuple[Text, ...]
    mark: str = "-"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: SVG, PNG or JPEG bytes, with what it shows in words.

    :param width_mm: width on the paper; never wider than the text
    :raises ValueError: the bytes are of another format, or ``alt`` is empty
    """

    data: bytes
    alt: str
    caption: str = ""
    width_mm: float = 150

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("A figure needs alt text: say in words what it shows.")
        self.format  # noqa: B018 - an unknown format is refused here, not while rendering

    @property
    def format(self) -> Literal["svg", "png", "jpg"]:
        """The format, read from the first bytes."""
        if self.data.startswith(b"\x89PNG\r\n\x1a\n"):
            return "png"
        if self.data.startswith(b"\xff\xd8\xff"):
            return "jpg"
        if b"<svg" in self.data[:2000]:
            return "svg"
        raise ValueError("A figure must be SVG, PNG or JPEG.")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a new page."""


Block = Heading | Numbered | Paragraph | Labelled | Bullets | Table | Figure | PageBreak
