"""Types of administrative papers, their numbers and symbols: decree 30/2020/NĐ-CP, appendices I and III."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from phoihop.cores.viet._errors import NoSuchDocumentType, NotADocumentCode

LETTER = "CV"  # a letter (công văn) has no abbreviation in its symbol and no name above its text

COPY_TYPES: Mapping[str, str] = MappingProxyType({"SY": "Bản sao y", "TrS": "Bản trích sao", "SL": "Bản sao lục"})

DOCUMENT_TYPES: Mapping[str, str] = MappingProxyType({
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án",
    "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời", "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển", "PB": "Phiếu báo", **COPY_TYPES,
})  # fmt: skip

CODE = re.compile(r"(?P<number>[0-9]{1,6})/(?P<symbol>[^\W_]+(?:[-.&][^\W_]+)*)")


@dataclass(frozen=True, slots=True)
class DocumentCode:
    """A number and symbol taken apart.

    :param kind: the abbreviation of its type, ``CV`` for a letter
    :param body: who issues it; may have hyphens of its own where the type is known
    :param unit: who drafted a letter; empty elsewhere
    """

    number: int
    kind: str
    body: str
    unit: str = ""

    def __str__(self) -> str:
        return document_code(self.number, self.kind, self.body, self.unit)


def document_heading(kind: str) -> str:
    """The name of a type as it stands above the text; empty for a letter.

    :raises NoSuchDocumentType: the decree knows no such abbreviation

    >>> document_heading("BC"), document_heading("CV")
    ('BÁO CÁO', '')
    """
    _known(kind)
    return DOCUMENT_TYPES.get(kind, "").upper()


def padded_number(number: int) -> str:
    """The number of a paper, padded under ten so that no digit can be put before it.

    :raises NotADocumentCode: numbers begin with one

    >>> padded_number(5), padded_number(893)
    ('05', '893')
    """
    if number < 1:
        raise NotADocumentCode(number)
    return f"{number:02d}"


def document_symbol(kind: str, body: str, unit: str = "") -> str:
    """The symbol alone, as it stands before a number is given. A letter carries the body and the drafting unit.

    :raises NoSuchDocumentType: the decree knows no such abbreviation

    >>> document_symbol("BC", "STTTT"), document_symbol("CV", "STTTT", "CNTT")
    ('BC-STTTT', 'STTTT-CNTT')
    """
    _known(kind)
    if kind == LETTER:
        return f"{body}-{unit}" if unit else body
    return f"{kind}-{body}"


def document_code(number: int, kind: str, body: str, unit: str = "") -> str:
    """Number and symbol.

    :raises NoSuchDocumentType: the decree knows no such abbreviation
    :raises NotADocumentCode: numbers begin with one

    >>> document_code(5, "BC", "STTTT"), document_code(893, "CV", "STTTT", "CNTT")
    ('05/BC-STTTT', '893/STTTT-CNTT')
    """
    return f"{padded_number(number)}/{document_symbol(kind, body, unit)}"


def parse_document_code(text: str) -> DocumentCode:
    """A number and symbol, with or without ``Số:``. What begins with no known type is a letter.

    :raises NotADocumentCode: it is none

    >>> parse_document_code("Số: 05/BC-STTTT")
    DocumentCode(number=5, kind='BC', body='STTTT', unit='')
    >>> parse_document_code("893/STTTT-CNTT")
    DocumentCode(number=893, kind='CV', body='STTTT', unit='CNTT')
    """
    bare = unicodedata.normalize("NFC", text).strip().removeprefix("Số").lstrip(": ")
    found = CODE.fullmatch(bare)
    if found is None or int(found["number"]) < 1:
        raise NotADocumentCode(text)
    first, _, rest = found["symbol"].partition("-")
    if first in DOCUMENT_TYPES and rest:
        return DocumentCode(int(found["number"]), first, rest)
    return DocumentCode(int(found["number"]), LETTER, first, rest)


def _known(kind: str) -> None:
    if kind != LETTER and kind not in DOCUMENT_TYPES:
        raise NoSuchDocumentType(kind)
