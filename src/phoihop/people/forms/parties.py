"""Forms of parties."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.people.models import Party, SuccessionKind
from phoihop.people.models.party import KIND_CHOICES

SEEN = _("Các bên trong chương trình cùng xem được.")


class PartyForm(Form):
    """A party's profile."""

    name = TextField(label=_("Tên đầy đủ"), max_length=200)
    short_name = TextField(label=_("Tên viết tắt"), max_length=40)
    code = TextField(label=_("Ký hiệu trong văn bản"), max_length=20, help_text=_("Ví dụ: STTTT"))
    superior_name = TextField(label=_("Cơ quan cấp trên"), max_length=200, required=False)
    place = TextField(
        label=_("Địa danh"), max_length=100, required=False, help_text=_("Ghi trước ngày tháng trên văn bản.")
    )
    valid_from = DateField(label=_("Hoạt động từ"), required=False)
    valid_to = DateField(label=_("Hoạt động đến"), required=False)
    mandate = LongTextField(label=_("Chức năng, nhiệm vụ"), required=False, help_text=SEEN)
    characteristics = LongTextField(label=_("Đặc điểm"), required=False, help_text=SEEN)
    needs = LongTextField(label=_("Nhu cầu phối hợp"), required=False, help_text=SEEN)
    address = TextField(label=_("Địa chỉ"), max_length=300, required=False)
    phone = TextField(label=_("Điện thoại"), max_length=40, required=False)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    website = forms.URLField(label=_("Trang thông tin"), required=False, assume_scheme="https")
    tax_code = TextField(label=_("Mã số thuế"), max_length=14, required=False)
    organ_id = TextField(label=_("Mã định danh cơ quan"), max_length=13, required=False)
    logo = forms.FileField(
        label=_("Biểu trưng"), required=False, help_text=_("Ảnh PNG, JPEG hoặc WebP. Các bên khác nhìn thấy ảnh này."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )  # fmt: skip


class EditPartyForm(PartyForm):
    """A profile to change."""

    drop_logo = forms.BooleanField(label=_("Bỏ biểu trưng hiện tại"), required=False)


class NewPartyForm(PartyForm):
    """A party to register."""

    kind = forms.ChoiceField(label=_("Loại"), choices=KIND_CHOICES[1:])
    field_order = ("kind",)


class PartForm(Form):
    """One row of a party's divisions, services or contacts."""

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)


class DivisionForm(PartForm):
    """A division."""

    name = TextField(label=_("Tên phòng, ban"), max_length=150)
    code = TextField(label=_("Ký hiệu"), max_length=20, required=False)
    duties = LongTextField(label=_("Nhiệm vụ"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    position = forms.IntegerField(label=_("Thứ tự"), min_value=0, max_value=999, initial=0)


class ServiceForm(PartForm):
    """A service."""

    name = TextField(label=_("Dịch vụ"), max_length=150)
    note = TextField(label=_("Ghi chú"), max_length=300, required=False)


class ContactForm(PartForm):
    """How to reach a party on one matter."""

    matter = TextField(label=_("Việc liên hệ"), max_length=150)
    name = TextField(label=_("Người hoặc bộ phận"), max_length=150)
    phone = TextField(label=_("Điện thoại"), max_length=40, required=False)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    for_all_parties = forms.BooleanField(label=_("Các bên khác được xem"), required=False)


class PartFormSet(forms.BaseFormSet[PartForm]):
    """All rows at once, with some blank ones below."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """The tick that takes a row out looks like the others; blank rows have none."""
        super().add_fields(form, index)
        tick = form.fields.get("DELETE")
        if tick is None:
            return
        if index is None or index >= self.initial_form_count():
            del form.fields["DELETE"]
            return
        tick.label, tick.widget.attrs["class"] = _("Xóa dòng này"), "form-check-input"


PART_FORMS = {
    part: forms.formset_factory(form, formset=PartFormSet, extra=2, can_delete=True, max_num=200)
    for part, form in {"divisions": DivisionForm, "services": ServiceForm, "contacts": ContactForm}.items()
}


class SuccessionForm(Form):
    """Who takes over: a party that exists, or the same party under a new name."""

    kind = forms.ChoiceField(label=_("Hình thức"), choices=SuccessionKind.choices)
    on = DateField(label=_("Có hiệu lực từ ngày"))
    basis = TextField(label=_("Căn cứ"), max_length=200, required=False, help_text=_("Số, ngày và tên quyết định."))
    successor: forms.ModelChoiceField[Party] = forms.ModelChoiceField(
        label=_("Đơn vị kế thừa đã có trong hệ thống"), queryset=None, required=False,
        empty_label=_("Chưa có: tạo mới bằng tên dưới đây"),
    )  # fmt: skip
    name = TextField(label=_("Tên đầy đủ mới"), max_length=200, required=False)
    short_name = TextField(label=_("Tên viết tắt mới"), max_length=40, required=False)
    code = TextField(label=_("Ký hiệu mới"), max_length=20, required=False)

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Either a party that exists, or a whole new name."""
        data = super().clean() or {}
        if data.get("successor") is None:
            for name in ("name", "short_name", "code"):
                if not data.get(name):
                    self.add_error(name, _("Hãy chọn đơn vị đã có ở trên hoặc nhập ô này."))
        return data
