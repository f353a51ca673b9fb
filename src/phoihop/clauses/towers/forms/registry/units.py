"""Forms: administrative units."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, TextField


class UnitsForm(Form):
    """A file of units."""

    file = forms.FileField(
        label=_("Tệp GeoJSON"),
        help_text=_(
            "Mỗi đối tượng là một Polygon hoặc MultiPolygon theo WGS 84 với các thuộc tính level (province, district, "
            "commune), code, name; có thể có parent, is_urban, population, population_year, predecessors (các mã "
            "đơn vị cũ, cách nhau bằng dấu chấm phẩy)."
        ),
    )
    valid_from = DateField(
        label=_("Có từ ngày"),
        required=False,
        help_text=_("Các đơn vị cũ được nêu trong predecessors hết hiệu lực trước ngày này."),
    )
    source = TextField(label=_("Nguồn"), max_length=200)
