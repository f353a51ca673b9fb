"""Forms of limits, reasons and codes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, TextField
from phoihop.clauses.towers.models import Mast, ReasonUse
from phoihop.clauses.towers.sharing.clock import Limits


class RuleForm(Form):
    """Limits from a day on."""

    valid_from = DateField(label=_("Áp dụng từ"))
    answer_days = forms.IntegerField(label=_("Tiếp nhận trong (ngày làm việc)"), min_value=1, max_value=120)
    decide_months = forms.IntegerField(label=_("Chào điều kiện hoặc từ chối trong (tháng)"), min_value=1, max_value=12)
    reply_days = forms.IntegerField(label=_("Trả lời bản chào trong (ngày làm việc)"), min_value=1, max_value=120)
    sign_days = forms.IntegerField(label=_("Ký thỏa thuận trong (ngày làm việc)"), min_value=1, max_value=120)
    unused_months = forms.IntegerField(label=_("Hết hiệu lực nếu không sử dụng sau (tháng)"), min_value=1, max_value=60)
    pause_days = forms.IntegerField(
        label=_("Mỗi bên được tạm dừng không quá (ngày làm việc)"), min_value=0, max_value=250
    )
    basis = TextField(label=_("Căn cứ"), max_length=300, required=False)

    def limits(self) -> Limits:
        """The limits, once the form is valid."""
        kept = {name: self.cleaned_data[name] for name in Limits.__dataclass_fields__}
        return Limits(**kept)


class ReasonForm(Form):
    """A reason of the list."""

    use = forms.ChoiceField(label=_("Dùng để"), choices=ReasonUse.choices)
    name_vi = TextField(label=_("Lý do (tiếng Việt)"), max_length=200)
    name_en = TextField(label=_("Lý do (tiếng Anh)"), max_length=200, required=False)
    hidden = forms.BooleanField(label=_("Không dùng nữa"), required=False)


class CodeForm(Form):
    """A code for one of one's masts."""

    mast: forms.Field = forms.ModelChoiceField(label=_("Cột"), queryset=None)
    expires_on = DateField(label=_("Dùng được đến hết ngày"))
    note = TextField(
        label=_("Ghi chú của đơn vị"), max_length=200, required=False, help_text=_("Chỉ đơn vị bạn đọc được.")
    )

    def __init__(self, *args: Any, masts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mast"].queryset = masts  # type: ignore[attr-defined]

    def chosen(self) -> Mast:
        """The mast, once the form is valid."""
        mast: Mast = self.cleaned_data["mast"]
        return mast
