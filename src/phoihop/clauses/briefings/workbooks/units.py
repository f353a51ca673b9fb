"""Units and the thousands and millions before them: nghìn thuê bao, triệu đồng, tỷ đồng."""

from __future__ import annotations

import re
from decimal import Decimal

from phoihop.cores.viet import fold

SCALES = {"nghin": 3, "ngan": 3, "ngh": 3, "trieu": 6, "tr": 6, "ty": 9, "ti": 9, "1000": 3, "1.000": 3}
SAME = {"vnd": "dong", "vnđ": "dong", "d": "dong", "tb": "thue bao", "%": "%", "phan tram": "%"}
STATED = re.compile(r"(?:don\s*vi(?:\s*tinh)?|dvt)\s*[:\-]\s*([^;|\n)]+)")
BRACKETS = re.compile(r"\(([^()]*)\)\s*$")


def taken_apart(unit: str) -> tuple[int, str]:
    """The power of ten before a unit, and the unit.

    >>> taken_apart("Triệu đồng"), taken_apart("thuê bao"), taken_apart("1.000 tỷ đồng")
    ((6, 'dong'), (0, 'thue bao'), (12, 'dong'))
    """
    words = fold(unit).replace("(", " ").replace(")", " ").strip(" .:;").split()
    power = 0
    while words and words[0] in SCALES:
        power += SCALES[words.pop(0)]
    base = " ".join(words)
    return power, SAME.get(base, base)


def factor(found: str, wanted: str) -> Decimal | None:
    """By what a figure in the unit ``found`` is to be multiplied to be in ``wanted``; None where that is not known.

    >>> factor("tỷ đồng", "triệu đồng"), factor("nghìn", "thuê bao"), factor("km", "thuê bao")
    (Decimal('1000'), Decimal('1000'), None)
    """
    power, base = taken_apart(found)
    other, wanted_base = taken_apart(wanted)
    if base and base != wanted_base:
        return None
    return Decimal(1).scaleb(power - other) if power - other < 0 else Decimal(10 ** (power - other))


def stated(text: str) -> str:
    """The unit that a line above a table states for all of it: ``(ĐVT: nghìn thuê bao)``.

    >>> stated("Đơn vị tính: triệu đồng"), stated("Đơn vị báo cáo: VNPT")
    ('trieu dong', '')
    """
    found = STATED.search(fold(text))
    return found[1].strip(" .)") if found else ""


def in_brackets(text: str) -> str:
    """What stands in brackets at the end of a name: often its unit."""
    found = BRACKETS.search(text.strip())
    return found[1].strip() if found else ""
