"""Forms: what the department types when it makes a form of reports."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.clauses.briefings.models import (
    Dimension,
    DimensionCode,
    FormSection,
    Missing,
    Nature,
    Operator,
    PeriodType,
    RuleKind,
    Severity,
)
from phoihop.people.models import Party, UnitLevel
from phoihop.programme.facts import all_facts


class HeadForm(Form):
    """A form as such, and who fills it in."""

    code = TextField(label=_("Mã biểu"), max_length=30, help_text=_("Ngắn, dùng trong tên tệp. Ví dụ: VT-GB."))
    title = TextField(label=_("Tên biểu"), max_length=200)
    note = LongTextField(label=_("Ghi chú"), required=False, max_length=2000)
    voluntary = forms.BooleanField(
        label=_("Báo cáo tự nguyện theo biên bản ghi nhớ"), required=False, initial=True,
        help_text=_("Bỏ chọn nếu văn bản quy phạm buộc phải báo cáo; khi đó hãy ghi căn cứ ở phần ghi chú."),
    )  # fmt: skip
    parties = forms.ModelMultipleChoiceField(
        label=_("Đơn vị phải điền"), queryset=Party.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Đợt báo cáo mới sẽ gửi đến các đơn vị này."),
    )  # fmt: skip

    def __init__(self, *args: Any, parties: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["parties"]
        field.queryset = parties  # type: ignore[attr-defined]
        field.label_from_instance = lambda party: party.short_name  # type: ignore[attr-defined]


class VersionForm(Form):
    """Period and days of a draft."""

    period_type = forms.ChoiceField(label=_("Kỳ báo cáo"), choices=PeriodType.choices)
    effective_from = DateField(label=_("Áp dụng từ ngày"))
    effective_until = DateField(
        label=_("Áp dụng đến hết ngày"), required=False, help_text=_("Để trống: đến khi có phiên bản mới.")
    )
    due_days = forms.IntegerField(label=_("Hạn nộp, số ngày sau khi hết kỳ"), min_value=0, max_value=365)
    lock_days = forms.IntegerField(label=_("Khóa nhập liệu, số ngày sau khi hết kỳ"), min_value=0, max_value=365)
    source = TextField(label=_("Nguồn, căn cứ"), max_length=300, required=False)


class SectionForm(Form):
    """A section."""

    title = TextField(label=_("Tên mục"), max_length=200)
    guidance = LongTextField(label=_("Hướng dẫn"), required=False, max_length=2000)


class IndicatorForm(Form):
    """An indicator."""

    section = forms.ModelChoiceField(label=_("Mục"), queryset=FormSection.objects.none(), empty_label=None)
    name = TextField(label=_("Chỉ tiêu"), max_length=200)
    code = TextField(
        label=_("Mã chỉ tiêu"), max_length=40,
        help_text=_("Chữ thường không dấu, chữ số, gạch dưới. Giữ nguyên mã giữa các phiên bản để nối được số liệu."),
    )  # fmt: skip
    definition = LongTextField(label=_("Định nghĩa, cách tính"), required=False, max_length=2000)
    unit = TextField(label=_("Đơn vị tính"), max_length=40)
    nature = forms.ChoiceField(
        label=_("Loại số liệu"), choices=Nature.choices,
        help_text=_("Thời kỳ: cộng dồn trong kỳ. Thời điểm: trạng thái vào ngày cuối kỳ."),
    )  # fmt: skip
    decimals = forms.IntegerField(label=_("Số chữ số thập phân"), min_value=0, max_value=4, initial=0)
    dimensions = forms.ModelMultipleChoiceField(
        label=_("Phân tổ"), queryset=Dimension.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    required = forms.BooleanField(label=_("Bắt buộc"), required=False, initial=True)
    estimate_allowed = forms.BooleanField(label=_("Được báo số ước"), required=False, initial=True)
    negative_allowed = forms.BooleanField(label=_("Có thể âm"), required=False)
    additive = forms.BooleanField(
        label=_("Cộng được giữa các đơn vị"), required=False, initial=True,
        help_text=_("Bỏ chọn với số bình quân, tỷ lệ: chúng không vào bảng số liệu tổng hợp."),
    )  # fmt: skip
    statutory_note = TextField(
        label=_("Đã có trong chế độ báo cáo"), max_length=300, required=False,
        help_text=_("Ghi biểu đã có số này để đơn vị không phải báo cáo hai lần; khi đó nên bỏ chọn “Bắt buộc”."),
    )  # fmt: skip
    fact = forms.ChoiceField(
        label=_("Lấy từ hệ thống"), required=False, help_text=_("Hệ thống điền sẵn số đã biết; đơn vị sửa được.")
    )

    def __init__(
        self, *args: Any, sections: QuerySet[FormSection], dimensions: QuerySet[Dimension], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections  # type: ignore[attr-defined]
        self.fields["dimensions"].queryset = dimensions  # type: ignore[attr-defined]
        facts = [(fact.code, f"{fact.label} ({fact.unit})") for fact in all_facts()]
        self.fields["fact"].choices = [("", _("Không")), *facts]  # type: ignore[attr-defined]


class RuleForm(Form):
    """A rule."""

    kind = forms.ChoiceField(label=_("Loại kiểm tra"), choices=RuleKind.choices)
    left = TextField(
        label=_("Vế trái"), max_length=300,
        help_text=_("Tổng, hiệu các mã chỉ tiêu: tra_truoc + tra_sau. Một giá trị: tram[4g]; từng giá trị: tram[*]."),
    )  # fmt: skip
    operator = forms.ChoiceField(
        label=_("So sánh"), choices=[("", "—"), *Operator.choices], required=False,
        help_text=_("Dùng khi so sánh hai vế."),
    )  # fmt: skip
    right = TextField(
        label=_("Vế phải"), max_length=300, required=False,
        help_text=_("Dùng khi so sánh hai vế, và khi hai vế phải cùng có hoặc chỉ được có một."),
    )  # fmt: skip
    least_percent = forms.DecimalField(
        label=_("Giảm nhiều nhất (%)"), required=False, localize=True, max_digits=7, decimal_places=2,
        help_text=_("Dùng khi so với kỳ trước hoặc cùng kỳ năm trước."),
    )  # fmt: skip
    most_percent = forms.DecimalField(
        label=_("Tăng nhiều nhất (%)"), required=False, localize=True, max_digits=7, decimal_places=2
    )
    missing = forms.ChoiceField(
        label=_("Khi thiếu số liệu"), choices=Missing.choices, help_text=_("Ô trống không phải là 0.")
    )
    severity = forms.ChoiceField(
        label=_("Mức độ"), choices=Severity.choices, help_text=_("Lỗi: không nộp được. Cảnh báo: phải giải trình.")
    )
    message = TextField(
        label=_("Lời nhắc"), max_length=300, help_text=_("Nói người điền phải làm gì. Hiện ngay khi đang nhập.")
    )


class DimensionForm(Form):
    """A breakdown."""

    name = TextField(label=_("Tên phân tổ"), max_length=100)
    code = TextField(label=_("Mã"), max_length=30, help_text=_("Dùng trong tệp trao đổi. Ví dụ: district."))
    complete = forms.BooleanField(
        label=_("Cộng các giá trị được tổng"), required=False, initial=True,
        help_text=_("Bỏ chọn nếu một đối tượng có thể thuộc nhiều giá trị, hoặc danh mục không đủ."),
    )  # fmt: skip


class CodeForm(Form):
    """A value of a breakdown."""

    name = TextField(label=_("Tên"), max_length=100)
    code = TextField(
        label=_("Mã"), max_length=30, help_text=_("Chữ, số, gạch dưới; dùng trong kiểm tra và tệp trao đổi.")
    )
    parent = forms.ModelChoiceField(
        label=_("Thuộc"),
        queryset=DimensionCode.objects.none(),
        required=False,
        empty_label=_("Không, là giá trị cấp đầu"),
    )
    valid_from = DateField(label=_("Dùng từ ngày"), required=False)
    valid_until = DateField(label=_("Dùng đến hết ngày"), required=False)

    def __init__(self, *args: Any, parents: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = parents  # type: ignore[attr-defined]


class UnitsForm(Form):
    """Which administrative units become values of a breakdown."""

    level = forms.ChoiceField(label=_("Cấp"), choices=UnitLevel.choices, initial=UnitLevel.DISTRICT)
    valid_from = DateField(label=_("Dùng từ ngày"), required=False)
