"""Forms: named days."""

from __future__ import annotations

from calendar import monthrange
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Form, TextField
from phoihop.programme.models import DayCategory, DayRule

LEAP_YEAR = 2024


class DayForm(Form):
    """A day with a name."""

    keeper_id = forms.ChoiceField(label=_("Lịch của"))
    name_vi = TextField(label=_("Tên ngày"), max_length=150)
    name_en = TextField(label=_("Tên tiếng Anh"), max_length=150, required=False)
    category = forms.ChoiceField(label=_("Phân loại"), choices=DayCategory.choices)
    rule = forms.ChoiceField(
        label=_("Cách tính"),
        choices=DayRule.choices,
        help_text=_("Ngày âm lịch được tính theo múi giờ Việt Nam. Ngày nghỉ bù, hoán đổi thì chọn “Một ngày cụ thể”."),
    )
    day = forms.IntegerField(label=_("Ngày"), min_value=1, max_value=31)
    month = forms.IntegerField(label=_("Tháng"), min_value=1, max_value=12)
    year = forms.IntegerField(
        label=_("Năm"), min_value=1900, max_value=2199, required=False, help_text=_("Chỉ nhập với một ngày cụ thể.")
    )
    length_days = forms.IntegerField(label=_("Kéo dài (ngày)"), min_value=1, max_value=31, initial=1)
    first_year = forms.IntegerField(
        label=_("Có từ năm"),
        min_value=1900,
        max_value=2199,
        required=False,
        help_text=_("Để trống nếu năm nào cũng có."),
    )

    def __init__(self, *args: Any, keepers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keeper_id"].choices = keepers  # type: ignore[attr-defined]
        if len(keepers) == 1:
            self.fields["keeper_id"].initial = keepers[0][0]
            self.fields["keeper_id"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """A date needs its year; the 30th of February is no day."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("rule") == DayRule.DATE and not cleaned.get("year"):
            self.add_error("year", _("Một ngày cụ thể phải có năm."))
        day, month = cleaned.get("day"), cleaned.get("month")
        if cleaned.get("rule") != DayRule.LUNAR and day and month and day > _days_of(month, cleaned.get("year")):
            self.add_error("day", _("Tháng này không có ngày đó. Hãy xem lại ngày và tháng."))
        return cleaned


def _days_of(month: int, year: int | None) -> int:
    """How many days a month has; February has 29 where no year says otherwise."""
    return monthrange(year or LEAP_YEAR, month)[1]
