"""Forms: asking for an area, and the department's limits."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Form, LongTextField
from phoihop.clauses.towers.models import DisclosureTerms, Purpose


class DegreesField(forms.Field):
    """An angle in decimal degrees, with a comma or a point."""

    def __init__(self, *, most: float, **kwargs: Any) -> None:
        self.most = most
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "decimal", "maxlength": "20"}), **kwargs)

    def to_python(self, value: Any) -> Any:
        """The angle as a number."""
        text = str(value or "").strip()
        if not text:
            return None
        try:
            angle = float(text.replace(",", "."))
        except ValueError:
            angle = float("nan")
        if not -self.most <= angle <= self.most:
            raise ValidationError(_("Tọa độ không hợp lệ. Hãy nhập độ thập phân, ví dụ 20,94 hoặc 106,33."))
        return angle


class AskForm(Form):
    """An area, why it is asked for, and for which party."""

    party_id = forms.ChoiceField(label=_("Cho đơn vị"))
    programme_id = forms.ChoiceField(label=_("Trong chương trình"))
    latitude = DegreesField(label=_("Vĩ độ"), most=90)
    longitude = DegreesField(label=_("Kinh độ"), most=180)
    radius_m = forms.IntegerField(
        label=_("Bán kính (m)"), min_value=50, max_value=10_000, initial=800,
        help_text=_("Mọi ô lục giác mà vòng tròn chạm tới đều được tính là đã hỏi, mỗi ô rộng khoảng 5,6 km²."),
    )  # fmt: skip
    purpose = forms.ChoiceField(label=_("Mục đích"), choices=Purpose.choices)
    explanation = LongTextField(
        label=_("Giải trình"), min_length=10, max_length=500,
        help_text=_("Doanh nghiệp có cột được giới thiệu và Sở đọc được phần này. Đừng ghi kế hoạch riêng của đơn vị."),
    )  # fmt: skip

    def __init__(self, *args: Any, parties: list[Any], programmes: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("party_id", parties), ("programme_id", programmes)):
            field = self.fields[name]
            field.choices = [(str(row.pk), str(row)) for row in rows]  # type: ignore[attr-defined]
            if len(rows) == 1:
                field.initial = str(rows[0].pk)
                field.widget = forms.HiddenInput()


class TermsForm(Form):
    """How much an enterprise may see."""

    cells_an_ask = forms.IntegerField(min_value=1, max_value=60)
    cells_a_period = forms.IntegerField(min_value=1, max_value=5000)
    masts_a_cell = forms.IntegerField(min_value=1, max_value=20)
    masts_a_period = forms.IntegerField(min_value=1, max_value=5000)
    period_months = forms.TypedChoiceField(coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = DisclosureTerms._meta.get_field(name).verbose_name  # type: ignore[union-attr]
        months = DisclosureTerms._meta.get_field("period_months")
        self.fields["period_months"].choices = months.choices  # type: ignore[attr-defined]
