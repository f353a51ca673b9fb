"""Every finding in words: Vietnamese, then English. Plain tables, so that no Django settings are needed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from phoihop.papers.signatures.results import Finding
from phoihop.papers.signatures.wording_file import FILE_WORDS
from phoihop.papers.signatures.wording_signature import SIGNATURE_WORDS

Words = tuple[str, str]
MESSAGES: Mapping[str, Words] = {**FILE_WORDS, **SIGNATURE_WORDS}
LANGUAGES = ("vi", "en")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00")

SEVERITY_WORDS: Mapping[str, Words] = {
    "refuse": ("Không nhận", "Refused"),
    "flag": ("Cần xem lại", "Needs a look"),
    "info": ("Thông tin", "For information"),
}
TRUST_WORDS: Mapping[str, Words] = {
    "trusted": ("Tin cậy, chưa bị thu hồi", "Trusted, not revoked"),
    "revocation_unknown": ("Tin cậy, chưa rõ tình trạng thu hồi", "Trusted, revocation unknown"),
    "unknown_issuer": ("Không rõ tổ chức chứng thực", "Unknown issuer"),
    "self_signed": ("Tự ký", "Self-signed"),
    "expired": ("Đã hết hạn", "Expired"),
    "not_yet_valid": ("Chưa có hiệu lực", "Not yet valid"),
    "revoked": ("Đã bị thu hồi", "Revoked"),
    "invalid": ("Không hợp lệ", "Invalid"),
}
COVERAGE_WORDS: Mapping[str, Words] = {
    "whole_file": ("Toàn bộ tệp", "Whole file"),
    "revision": ("Toàn bộ phiên bản đã ký", "Whole signed revision"),
    "partial": ("Một phần tệp", "Part of the file"),
}


def describe(finding: Finding, language: str = "vi") -> str:
    """A finding as a sentence that says what to do next."""
    sentence = _pick(MESSAGES[finding.code], language)
    return sentence.format_map(_Blanks({name: _readable(value) for name, value in finding.params.items()}))


def label(words: Mapping[str, Words], code: str, language: str = "vi") -> str:
    """A label from one of the tables above."""
    return _pick(words[code], language)


def _pick(words: Words, language: str) -> str:
    return words[0] if language.partition("-")[0].lower() != "en" else words[1]


def _readable(value: str) -> str:
    """An instant as people write it (09:00 01/06/2026); anything else as it is."""
    if not INSTANT.fullmatch(value):
        return value
    return datetime.fromisoformat(value).strftime("%H:%M %d/%m/%Y")


class _Blanks(dict[str, str]):
    """A result stored by an older version may lack a value; a dash is better than an error."""

    def __missing__(self, key: str) -> str:
        return "—"
