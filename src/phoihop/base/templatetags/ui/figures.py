"""Numbers, amounts, days and instants as people write them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phoihop.base.templatetags.ui.registry import register


def decimal_of(value: Any) -> Decimal | None:
    """The number in a value, or None where there is none."""
    if value in (None, ""):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


@register.filter
def number(value: Any) -> str:
    """1.923 and 92,2: grouped, without needless zeros after the comma."""
    amount = decimal_of(value)
    if amount is None:
        return ""
    places = max(0, -int(amount.normalize().as_tuple().exponent))
    return number_format(amount, decimal_pos=places, use_l10n=True, force_grouping=True)


@register.filter
def vnd(value: Any) -> str:
    """An amount of đồng."""
    amount = number(value)
    return f"{amount} đ" if amount else ""


@register.filter
def percent(value: Any) -> str:
    """A share of one, as 92,2 %."""
    amount = decimal_of(value)
    return f"{number(round(amount * 100, 1))} %" if amount is not None else ""


@register.filter
def day(value: Any) -> str:
    """dd/mm/yyyy of a day, an instant, or ISO text."""
    if not value:
        return ""
    if isinstance(value, str):
        value = dt.date.fromisoformat(value[:10])
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value)
    return str(date_format(value, "d/m/Y"))


@register.filter
def moment(value: Any) -> str:
    """HH:MM dd/mm/yyyy of an instant."""
    if not value:
        return ""
    return str(date_format(timezone.localtime(value), "H:i d/m/Y"))


@register.filter
def due(value: Any) -> str:
    """How many days are left, or late."""
    if not value:
        return ""
    days = (value - timezone.localdate()).days
    if days == 0:
        return _("hôm nay")
    if days < 0:
        return ngettext("quá hạn %(n)s ngày", "quá hạn %(n)s ngày", -days) % {"n": -days}
    return ngettext("còn %(n)s ngày", "còn %(n)s ngày", days) % {"n": days}
