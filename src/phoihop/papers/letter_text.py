"""The text of a letter as people type it, and as the blocks that are drawn."""

from __future__ import annotations

from collections.abc import Iterable

from phoihop.papers.rendering import Bullets, Paragraph
from phoihop.papers.rendering.description import Block


def blocks_of(text: str) -> tuple[Block, ...]:
    """Paragraphs; lines that begin with a dash are a list."""
    blocks: list[Block] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        blocks.append(Bullets((line[1:].strip(),)) if line.startswith(("-", "•")) else Paragraph(line))
    return tuple(blocks)


def text_of(blocks: Iterable[Block]) -> str | None:
    """The text that these blocks were typed as; nothing where there is more than paragraphs and lists in them."""
    blocks = tuple(blocks)
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Bullets):
            lines += [f"- {item}" for item in block.items]
        elif isinstance(block, Paragraph):
            lines.append(str(block.text))
    text = "\n".join(lines)
    return text if blocks_of(text) == blocks else None
