"""Numbers as they are typed: coordinates and metres, with a comma or a point before the decimals."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phoihop.base.sheets.numbers import read_as, tidy
from phoihop.clauses.towers.reading.columns import angle


def number_of(typed: str) -> float | None:
    """A number without groups, whichever sign stands before its decimals.

    >>> number_of("20,9401"), number_of("20.9401"), number_of("1 250")
    (20.9401, 20.9401, 1250.0)
    """
    bare = tidy(typed)
    return read_as(bare.replace(",", ".") if bare.count(",") == 1 and "." not in bare else bare, "point")


class MeasureField(forms.DecimalField):
    """Metres, square metres, watts: one number, with comma or point."""

    def __init__(self, *, places: int = 1, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(decimal_places=places, max_digits=8, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """12,5 and not 12.50: as people write it."""
        if isinstance(value, Decimal):
            return f"{value.normalize():f}".replace(".", ",")
        return value

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """Either sign begins the decimals."""
        if isinstance(value, str) and value.strip():
            found = number_of(value)
            value = value if found is None else repr(found)
        return super().to_python(value)


class DegreeField(forms.CharField):
    """A latitude or longitude: 20,9401 or 20°56'24"N."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """With a comma, as people write it."""
        return f"{value:.6f}".replace(".", ",") if isinstance(value, float) else value

    def clean(self, value: Any) -> Any:
        """Degrees, south and west negative.

        :raises ValidationError: it is no angle
        """
        typed = super().clean(value)
        found = degrees_of(typed)
        if found is None or not -180 <= found <= 180:
            raise ValidationError(_("Tọa độ không hợp lệ. Hãy nhập độ thập phân, ví dụ 20,9401, hoặc 20°56'24\"."))
        return found


def degrees_of(typed: str) -> float | None:
    """Degrees, written as a number or with minutes and seconds.

    >>> degrees_of("106,3300"), degrees_of("20°56'24\\"N"), degrees_of("20°30'")
    (106.33, 20.94, 20.5)
    """
    found = angle(typed)
    return number_of(typed) if found is None else found
