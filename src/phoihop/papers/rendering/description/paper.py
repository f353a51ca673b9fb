"""A paper: the elements of decree 30/2020, article 8."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from phoihop.papers.rendering.description.blocks import Block
from phoihop.papers.rendering.wording import TYPES, Language

Urgency = Literal["", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]
# TM. on behalf of a collective; KT. a deputy for the head; TL. by order; TUQ. by authorisation; Q. acting head.
Prefix = Literal["", "TM", "KT", "TL", "TUQ", "Q"]
SignatureLayout = Literal["auto", "right", "pair", "parties"]


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature: ``TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / name``.

    :param on_behalf_of: who the prefix stands for: the collective (TM.), or the position signed for (KT., TL., TUQ.)
    :param party: the body, written above the position where several parties sign
    """

    position: str
    name: str
    prefix: Prefix = ""
    on_behalf_of: str = ""
    party: str = ""

    def __post_init__(self) -> None:
        if self.prefix not in ("", "Q") and not self.on_behalf_of:
            raise ValueError(f"{self.prefix}. must say on whose behalf (on_behalf_of).")


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix, with its own page numbers; numbered in Roman when there are several."""

    title: str
    body: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One administrative paper, drawn alike as PDF and DOCX.

    :param type: abbreviation of decree 30/2020, appendix III, or ``CV`` for a letter
    :param issuing_body: empty where several parties sign and none issues; the national name is then centred
    :param symbol: everything after the number: ``BC-STTTT``, ``STTTT-CNTT`` of a letter; empty leaves out the line
    :param title: in place of the name of the type
    :param abstract: trích yếu; a letter's stands under its number as ``V/v …``
    :param authority: who decides, in a decision: ``GIÁM ĐỐC SỞ …``
    :param enacting: the word between the bases and the articles: ``QUYẾT ĐỊNH:``
    :param to: whom a letter addresses (Kính gửi)
    :param recipients: Nơi nhận, without ``Lưu``, which ``archive`` names; no recipients, no list
    :param end_mark: ends the body with ``./.``
    :param contact: address line at the foot of page 1
    :param verify_url: where anyone can check the paper; drawn as a QR code after the signatures
    :raises ValueError: an unknown type
    """

    type: str
    abstract: str
    body: tuple[Block, ...]
    issuing_body: str = ""
    superior_body: str = ""
    number: int | None = None
    symbol: str = ""
    place: str = ""
    date: date | None = None
    title: str = ""
    authority: str = ""
    bases: tuple[str, ...] = ()
    enacting: str = ""
    to: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    signature_layout: SignatureLayout = "auto"
    recipients: tuple[str, ...] = ()
    archive: str = "VT"
    appendices: tuple[Appendix, ...] = ()
    urgency: Urgency = ""
    language: Language = "vi"
    end_mark: bool = True
    contact: str = ""
    verify_url: str = ""

    def __post_init__(self) -> None:
        if self.type not in TYPES:
            raise ValueError(f"{self.type} is no type of paper; use one of {', '.join(TYPES)}.")
