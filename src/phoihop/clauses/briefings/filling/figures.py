"""Figures as people type, paste and read them, in the way of the reader's language: 1.923,5 or 1,923.5."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phoihop.base.sheets.numbers import COMMA, POINT, Style, style_of, tidy
from phoihop.clauses.briefings.checking import Cell

PLACES = 4  # what is kept
MOST = Decimal(10) ** 18
BLANK = frozenset({"", "-", "–", "—"})  # how spreadsheets show that there is nothing
_EXPONENT = re.compile(r"[eE]")
_ODD = re.compile(r"[^A-Za-z0-9_]+")


class Unread(ValueError):
    """What was typed is no figure; says what to do."""

    def __str__(self) -> str:
        return str(self.args[0])


def house_style() -> Style:
    """How the reader's language writes decimals."""
    return "point" if (get_language() or "vi").startswith("en") else "comma"


def style_of_block(texts: Iterable[str]) -> Style:
    """The style of a pasted block: what its clear figures show, else that of the reader's language."""
    return style_of(texts) or house_style()


def read_figure(text: str, style: Style | None = None) -> Decimal | None:
    """The figure that was typed; None for a blank.

    :raises Unread: it is no figure in that style, or cannot be kept as it is
    """
    bare = tidy(text)
    if bare in BLANK:
        return None
    style = style or house_style()
    written = COMMA if style == "comma" else POINT
    if not written.fullmatch(bare) or _EXPONENT.search(bare):
        raise Unread(_unread(style))
    plain = bare.replace(".", "").replace(",", ".") if style == "comma" else bare.replace(",", "")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise Unread(_unread(style)) from None
    if abs(value) >= MOST:
        raise Unread(_("Số quá lớn. Hãy xem lại đơn vị tính."))
    if -int(value.normalize().as_tuple().exponent) > PLACES:
        raise Unread(_("Chỉ ghi đến %(n)s chữ số thập phân.") % {"n": PLACES})
    return value


def _unread(style: Style) -> str:
    if style == "comma":
        return _("Không đọc được số này. Hãy viết như 1.923,5: dấu chấm chia nghìn, dấu phẩy trước phần thập phân.")
    return _("Không đọc được số này. Hãy viết như 1,923.5: dấu phẩy chia nghìn, dấu chấm trước phần thập phân.")


def written(value: Decimal | None) -> str:
    """A figure as the reader writes it, without needless zeros; a blank as nothing."""
    if value is None:
        return ""
    places = max(0, -int(value.normalize().as_tuple().exponent))
    return number_format(value, decimal_pos=places, use_l10n=True, force_grouping=True)


def signed_percent(percent: Decimal | None) -> str:
    """A change as +5,2 % or −3,1 %; nothing where there is none to tell."""
    if percent is None:
        return ""
    shown = number_format(abs(percent), decimal_pos=1, use_l10n=True, force_grouping=True)
    sign = "+" if percent > 0 else "−" if percent < 0 else ""
    return f"{sign}{shown} %"


def change_percent(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    """By how many percent a figure changed; None where there is nothing to compare with."""
    if now is None or not before:
        return None
    return (now - before) / abs(before) * 100


def anchor_of(cell: Cell) -> str:
    """The identifier of a cell's field on a page."""
    return "o-" + _ODD.sub("-", str(cell)).strip("-")
