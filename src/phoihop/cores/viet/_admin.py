"""Wording of administrative papers: decree 30/2020/NĐ-CP, appendices I and III."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from phoihop.cores.viet._dates import padded_date

DOCUMENT_TYPES: Mapping[str, str] = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án",
    "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời", "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển", "PB": "Phiếu báo",
    "SY": "Bản sao y", "TrS": "Bản trích sao", "SL": "Bản sao lục",
}  # fmt: skip


def document_code(number: int, kind: str, body: str, unit: str = "") -> str:
    """Number and symbol; numbers under ten are padded. A letter (``CV``) carries the body and the drafting unit.

    >>> document_code(5, "BC", "STTTT"), document_code(893, "CV", "STTTT", "CNTT")
    ('05/BC-STTTT', '893/STTTT-CNTT')
    """
    symbol = body if kind == "CV" else f"{kind}-{body}"
    return f"{number:02d}/{symbol}" + (f"-{unit}" if unit and kind == "CV" else "")


def place_and_date(place: str, day: dt.date) -> str:
    """``Hải Dương, ngày 08 tháng 4 năm 2010``."""
    return f"{place}, {padded_date(day)}"


def closed(text: str) -> str:
    """The text with ``./.`` at its end.

    >>> closed("Trân trọng cảm ơn.")
    'Trân trọng cảm ơn./.'
    """
    return text.rstrip().rstrip(".;/") + "./."


def legal_bases(bases: Iterable[str]) -> list[str]:
    """Each base begins with ``Căn cứ`` and ends with a semicolon, the last with a full stop.

    >>> legal_bases(["Luật Viễn thông", "Căn cứ Nghị định 163/2024/NĐ-CP;"])
    ['Căn cứ Luật Viễn thông;', 'Căn cứ Nghị định 163/2024/NĐ-CP.']
    """
    bare = [base.strip().rstrip(".;, ") for base in bases if base.strip()]
    full = [base if base.lower().startswith("căn cứ") else f"Căn cứ {base}" for base in bare]
    return [f"{base};" for base in full[:-1]] + [f"{base}." for base in full[-1:]]
