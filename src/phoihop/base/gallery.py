"""What the gallery of components shows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, DateTimeField, Form, LongTextField, TextField

STATES = [
    ("draft", _("Dự thảo")),
    ("circulated", _("Đang lấy ý kiến")),
    ("signing", _("Đang ký")),
    ("in_force", _("Đang hiệu lực")),
    ("scheduled", _("Đã lên lịch")),
    ("open", _("Đang chuẩn bị")),
    ("held", _("Đã diễn ra")),
    ("closed", _("Đã kết thúc")),
    ("postponed", _("Hoãn")),
    ("cancelled", _("Hủy")),
]
ICONS = ["checklist", "contract", "calendar-month", "report-analytics", "file-text", "building", "history", "bell"]
OPTION: dict[str, Any] = {
    "xAxis": {"type": "category", "data": ["Quý I", "Quý II", "Quý III", "Quý IV"]},
    "yAxis": {"type": "value"},
    "legend": {"bottom": 0},
    "series": [
        {"type": "bar", "name": "Kế hoạch", "data": [3, 5, 4, 6]},
        {"type": "bar", "name": "Đã làm", "data": [3, 4, 4, 1]},
    ],
}


class SampleForm(Form):
    """Every sort of field."""

    text = TextField(label=_("Một dòng"), help_text=_("Lời giải thích ngắn dưới ô nhập."))
    long = LongTextField(label=_("Nhiều dòng"), required=False)
    when = DateField(label=_("Ngày"))
    instant = DateTimeField(label=_("Thời điểm"), required=False)
    number = forms.IntegerField(label=_("Số"), required=False, min_value=0)
    choice = forms.ChoiceField(label=_("Chọn một"), choices=STATES, required=False)
    several = forms.MultipleChoiceField(
        label=_("Chọn nhiều"), choices=STATES[:3], required=False, widget=forms.CheckboxSelectMultiple
    )
    one = forms.ChoiceField(label=_("Một trong vài"), choices=STATES[3:6], required=False, widget=forms.RadioSelect)
    agreed = forms.BooleanField(label=_("Đồng ý"), required=False)
    upload = forms.FileField(label=_("Tệp"), required=False)
