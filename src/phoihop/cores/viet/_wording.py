"""Set phrases of administrative papers: decree 30/2020/NĐ-CP, appendix I."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable

from phoihop.cores.viet._dates import padded_date

ENDS = " \t\n.;,/"
BASIS_OPENINGS = ("căn cứ", "theo đề nghị", "xét đề nghị", "thực hiện")


def place_and_date(place: str, day: dt.date) -> str:
    """The line of place and date.

    >>> place_and_date("Hải Dương", dt.date(2010, 4, 8))
    'Hải Dương, ngày 08 tháng 4 năm 2010'
    """
    return f"{place}, {padded_date(day)}"


def closed(text: str) -> str:
    """The text with ``./.`` at its end, in place of whatever closed it.

    >>> closed("Trân trọng cảm ơn.")
    'Trân trọng cảm ơn./.'
    """
    return text.rstrip(ENDS) + "./."


def legal_bases(bases: Iterable[str]) -> list[str]:
    """Each basis begins with ``Căn cứ`` (or ``Theo đề nghị``, …) and ends with a semicolon, the last with a full stop.

    >>> legal_bases(["Luật Viễn thông", "Căn cứ Nghị định 163/2024/NĐ-CP;"])
    ['Căn cứ Luật Viễn thông;', 'Căn cứ Nghị định 163/2024/NĐ-CP.']
    """
    bare = [unicodedata.normalize("NFC", base).strip().rstrip(ENDS) for base in bases]
    full = [base if base.lower().startswith(BASIS_OPENINGS) else f"Căn cứ {base}" for base in bare if base]
    return [f"{base};" for base in full[:-1]] + [f"{base}." for base in full[-1:]]
