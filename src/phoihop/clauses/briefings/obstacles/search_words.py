"""Cutting text into words to search by: folded syllables, and pairs of neighbours, which carry the meaning.

A Vietnamese word is mostly two syllables: "phản đối" says far more than "phản" and "đối" apart. A pair is kept as one
word, ``phan0doi``, so that any index of words finds it without knowing positions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from phoihop.cores.viet import fold

SYLLABLE = re.compile(r"[a-z0-9]+")
LONGEST = 24  # a longer one is no syllable but a number or an address
SAYING_NOTHING = """
bi boi cac can cho co con cua da dang de den do duoc duoi hien khi khong kinh la lai ma mot nay nen nhieu nhung qua
ra rat se tai theo thi trong tren tu va vao ve voi xin
"""
COMMON = frozenset(SAYING_NOTHING.split())


def syllables(text: str) -> list[str]:
    """The folded syllables of a text, in order.

    >>> syllables("Người dân PHẢN ĐỐI trạm BTS-12")
    ['nguoi', 'dan', 'phan', 'doi', 'tram', 'bts', '12']
    """
    return [word for word in SYLLABLE.findall(fold(text)) if len(word) <= LONGEST]


def pairs(text: str) -> list[str]:
    """Neighbours as one word each; none of two syllables that say nothing.

    >>> pairs("phản đối và của trạm")
    ['phan0doi', 'doi0va', 'cua0tram']
    """
    return [f"{one}0{two}" for one, two in pairwise(syllables(text)) if not {one, two} <= COMMON]


def words_of(texts: Iterable[str]) -> str:
    """Everything that some texts can be found by, each word once."""
    found: dict[str, None] = {}
    for text in texts:
        found.update(dict.fromkeys(syllables(text)))
        found.update(dict.fromkeys(pairs(text)))
    return " ".join(found)
