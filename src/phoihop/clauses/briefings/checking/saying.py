"""Figures in sentences."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format

MOST_PLACES = 4


def said(value: Decimal, places: int = MOST_PLACES) -> str:
    """A figure as the reader writes it, without needless zeros."""
    rounded = round(value, places)
    kept = max(0, -int(rounded.normalize().as_tuple().exponent))
    return number_format(rounded, decimal_pos=kept, use_l10n=True, force_grouping=True)
