"""Old Vietnamese encodings: TCVN3 (ABC) is converted, VNI is recognised.

Both were written with fonts that showed Western letters as Vietnamese ones, so such text arrives as Western letters.
"""

from __future__ import annotations

import re

_CODES = {
    "ăâêôơưđ": (0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE),
    "ĂÂÊÔƠƯĐ": (0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7),
    "àảãáạ": (0xB5, 0xB6, 0xB7, 0xB8, 0xB9),
    "ằẳẵắặ": (0xBB, 0xBC, 0xBD, 0xBE, 0xC6),
    "ầẩẫấậ": (0xC7, 0xC8, 0xC9, 0xCA, 0xCB),
    "èẻẽéẹ": (0xCC, 0xCE, 0xCF, 0xD0, 0xD1),
    "ềểễếệ": (0xD2, 0xD3, 0xD4, 0xD5, 0xD6),
    "ìỉĩíị": (0xD7, 0xD8, 0xDC, 0xDD, 0xDE),
    "òỏõóọ": (0xDF, 0xE1, 0xE2, 0xE3, 0xE4),
    "ồổỗốộ": (0xE5, 0xE6, 0xE7, 0xE8, 0xE9),
    "ờởỡớợ": (0xEA, 0xEB, 0xEC, 0xED, 0xEE),
    "ùủũúụ": (0xEF, 0xF1, 0xF2, 0xF3, 0xF4),
    "ừửữứự": (0xF5, 0xF6, 0xF7, 0xF8, 0xF9),
    "ỳỷỹýỵ": (0xFA, 0xFB, 0xFC, 0xFD, 0xFE),
}
TCVN3 = {code: letter for letters, codes in _CODES.items() for letter, code in zip(letters, codes, strict=True)}
VNI_MARKS = re.compile(r"[aeouAEOU][âùøûõïêáàåãä]|[ñÑ]|[oO]ä")
MOST_LOOKED_AT = 20_000  # characters


def from_tcvn3(text: str) -> str | None:
    """Text that was read with a Western encoding, as TCVN3 means it; None where it can be none.

    >>> from_tcvn3("ChØ tiªu"), from_tcvn3("Chỉ tiêu")
    ('Chỉ tiêu', None)
    """
    if text.isascii():
        return text
    for encoding in ("cp1252", "cp1258", "latin-1"):
        try:
            data = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        return "".join(TCVN3.get(byte, chr(byte)) for byte in data)
    return None


def looks_like_vni(text: str) -> bool:
    """Whether it is written in VNI.

    >>> looks_like_vni("Chæ tieâu, ñôn vò tính"), looks_like_vni("Chỉ tiêu, đơn vị tính")
    (True, False)
    """
    some = text[:MOST_LOOKED_AT]
    return len(VNI_MARKS.findall(some)) >= 2 and not re.search("[ăơưđạ-ỹ]", some)
