"""Forms: sites, masts, height bands, tenancies, stations, files."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.clauses.towers.forms.registry.fields import DegreeField, MeasureField
from phoihop.clauses.towers.models import MastState, StationState, Technology, Zone

ZONES = [("", _("Theo vị trí")), *Zone.choices]
PDF_OR_PICTURE = _("PDF, DOCX, XLSX, PNG, JPEG, WebP; tối đa 25 MB.")


class SiteForm(Form):
    """Where masts stand."""

    code = TextField(label=_("Mã vị trí"), max_length=40, help_text=_("Mã của doanh nghiệp, ví dụ HDG0123."))
    name = TextField(label=_("Tên vị trí"), max_length=200)
    address = TextField(label=_("Địa chỉ"), max_length=300, required=False)
    latitude = DegreeField(label=_("Vĩ độ (WGS 84)"), help_text=_("Ví dụ 20,9401 hoặc 20°56'24\"."))
    longitude = DegreeField(label=_("Kinh độ (WGS 84)"), help_text=_("Ví dụ 106,3300."))
    zone = forms.ChoiceField(
        label=_("Khu vực"), choices=ZONES, required=False,
        help_text=_("Để “Theo vị trí” thì hệ thống tự xác định theo xã, phường."),
    )  # fmt: skip
    landlord = TextField(label=_("Chủ đất, chủ công trình"), max_length=200, required=False)
    terrain = TextField(label=_("Địa hình"), max_length=200, required=False)
    note = LongTextField(label=_("Ghi chú"), required=False)


class MastForm(Form):
    """What a mast is."""

    code = TextField(
        label=_("Mã cột"), max_length=40, required=False, help_text=_("Chỉ cần khi một vị trí có nhiều cột.")
    )
    mast_class: forms.Field = forms.ModelChoiceField(label=_("Loại cột"), queryset=None)
    height_m = MeasureField(label=_("Chiều cao (m)"), min_value=0, help_text=_("Của cột, không tính công trình."))
    state = forms.ChoiceField(
        label=_("Trạng thái"),
        choices=[one for one in MastState.choices if one[0] != MastState.REMOVED],
        initial=MastState.IN_USE,
    )
    in_use_since = DateField(label=_("Sử dụng từ"), required=False)
    permit_number = TextField(label=_("Số giấy phép xây dựng"), max_length=60, required=False)
    permit_on = DateField(label=_("Ngày cấp phép"), required=False)
    certificate_number = TextField(label=_("Số giấy chứng nhận kiểm định"), max_length=60, required=False)
    certificate_expires_on = DateField(label=_("Kiểm định hết hạn"), required=False)
    wind_area_limit_m2 = MeasureField(label=_("Giới hạn diện tích cản gió (m²)"), places=2, min_value=0, required=False)
    offered_for_sharing = forms.BooleanField(label=_("Sẵn sàng cho doanh nghiệp khác dùng chung"), required=False)
    rent_asked_vnd = forms.IntegerField(
        label=_("Giá thuê chào (đồng/tháng)"), min_value=0, required=False, localize=True,
        help_text=_("Chỉ doanh nghiệp của bạn xem được."),
    )  # fmt: skip
    own_use = forms.BooleanField(label=_("Thiết bị của doanh nghiệp đang lắp trên cột này"), required=False)

    def __init__(self, *args: Any, classes: Any, is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mast_class"].queryset = classes  # type: ignore[attr-defined]
        if is_new:
            self.fields["own_use"].initial = True
        else:
            del self.fields["own_use"], self.fields["state"]


class DayForm(Form):
    """One day: when a mast came into use or was taken down, when a tenancy ended."""

    on = DateField(label=_("Ngày"))


class BandForm(Form):
    """Room between two heights."""

    from_m = MeasureField(label=_("Từ độ cao (m)"), min_value=0)
    to_m = MeasureField(label=_("Đến độ cao (m)"), min_value=0)
    slots = forms.IntegerField(
        label=_("Số chỗ"), min_value=0, max_value=20, initial=1, help_text=_("Kể cả chỗ đang có thiết bị.")
    )


class TenancyForm(Form):
    """An operator on a mast."""

    operator: forms.Field = forms.ModelChoiceField(label=_("Doanh nghiệp sử dụng"), queryset=None)
    antenna_height_m = MeasureField(label=_("Độ cao ăng ten (m)"), min_value=0, required=False)
    wind_area_m2 = MeasureField(label=_("Diện tích cản gió (m²)"), places=2, min_value=0, required=False)
    since = DateField(label=_("Từ ngày"), required=False)
    agreement_ref = TextField(label=_("Số thỏa thuận"), max_length=100, required=False)

    def __init__(self, *args: Any, operators: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if operators is None:
            del self.fields["operator"]
        else:
            self.fields["operator"].queryset = operators  # type: ignore[attr-defined]


class ChangeForm(Form):
    """What one side of an agreed tenancy would change."""

    antenna_height_m = MeasureField(label=_("Độ cao ăng ten (m)"), min_value=0, required=False)
    wind_area_m2 = MeasureField(label=_("Diện tích cản gió (m²)"), places=2, min_value=0, required=False)
    agreement_ref = TextField(label=_("Số thỏa thuận"), max_length=100, required=False)
    until = DateField(
        label=_("Kết thúc ngày"), required=False, help_text=_("Chỉ điền khi hai bên thôi dùng chung cột này.")
    )
    text = LongTextField(label=_("Lý do"), help_text=_("Bên kia đọc lý do và trả lời; sổ chỉ đổi khi bên kia đồng ý."))


class ReasonForm(Form):
    """Why not."""

    text = LongTextField(label=_("Lý do"))


class StationForm(Form):
    """One technology of one operator on one mast."""

    technology = forms.ChoiceField(label=_("Công nghệ"), choices=Technology.choices)
    state = forms.ChoiceField(label=_("Trạng thái"), choices=StationState.choices, initial=StationState.ON_AIR)
    power_w = MeasureField(label=_("Công suất (W)"), min_value=0, required=False)
    since = DateField(label=_("Phát sóng từ"), required=False)


class SiteFileForm(Form):
    """A photo or a document."""

    file = forms.FileField(label=_("Ảnh hoặc tài liệu"), help_text=PDF_OR_PICTURE)
    caption = TextField(label=_("Nội dung"), max_length=200, help_text=_("Ví dụ: Giấy phép xây dựng, ảnh hướng Đông."))
