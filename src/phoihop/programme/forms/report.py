"""Forms of reports and commendations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.programme.models import ReportPeriod


class GatherForm(Form):
    """Which year and period to gather."""

    year = forms.TypedChoiceField(label=_("Năm"), coerce=int)
    period = forms.ChoiceField(label=_("Kỳ"), choices=ReportPeriod.choices)

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]


class RemarksForm(Form):
    """The department's appraisal."""

    remarks = LongTextField(label=_("Đánh giá chung"), required=False, widget=forms.Textarea(attrs={"rows": 8}))


class CirculateForm(Form):
    """Until when parties confirm."""

    confirm_by = DateField(label=_("Hạn xác nhận"))


class ConfirmForm(Form):
    """Confirm or object, once."""

    confirms = forms.TypedChoiceField(
        label=_("Số liệu của đơn vị"), coerce=lambda value: value == "yes", widget=forms.RadioSelect,
        choices=[("yes", _("Đúng, xác nhận")), ("no", _("Chưa thống nhất"))],
    )  # fmt: skip
    objection = LongTextField(label=_("Số liệu nào chưa đúng, số đúng là bao nhiêu"), required=False)


class ResolveForm(Form):
    """How an objection was dealt with."""

    resolution = LongTextField(label=_("Cách xử lý"))


class AddendumForm(Form):
    """A correction after freezing."""

    text = LongTextField(label=_("Nội dung bổ sung, đính chính"))
    party: forms.Field = forms.ModelChoiceField(
        label=_("Thuộc phần của"), queryset=None, required=False, empty_label=_("Phần chung, mọi bên xem được")
    )

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = choices  # type: ignore[attr-defined]


class CommendationForm(Form):
    """Whom to commend, and for what."""

    party: forms.Field = forms.ModelChoiceField(label=_("Đơn vị"), queryset=None)
    person = TextField(label=_("Cá nhân (bỏ trống nếu khen tập thể)"), max_length=150, required=False)
    reason = LongTextField(label=_("Thành tích"))

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = choices  # type: ignore[attr-defined]
