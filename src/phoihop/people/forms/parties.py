"""Forms of parties."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.people.models import SuccessionKind
from phoihop.people.models.party import KIND_CHOICES


class PartyForm(Form):
    """A party's profile."""

    name = TextField(label=_("Tên đầy đủ"), max_length=200)
    short_name = TextField(label=_("Tên viết tắt"), max_length=40)
    code = TextField(label=_("Ký hiệu trong văn bản"), max_length=20, help_text=_("Ví dụ: STTTT"))
    superior_name = TextField(label=_("Cơ quan cấp trên"), max_length=200, required=False)
    place = TextField(label=_("Địa danh ghi trên văn bản"), max_length=100, required=False)
    mandate = LongTextField(label=_("Chức năng, nhiệm vụ"), required=False)
    characteristics = LongTextField(label=_("Đặc điểm"), required=False)
    needs = LongTextField(label=_("Nhu cầu phối hợp"), required=False)
    address = TextField(label=_("Địa chỉ"), max_length=300, required=False)
    phone = TextField(label=_("Điện thoại"), max_length=40, required=False)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    website = forms.URLField(label=_("Trang thông tin"), required=False, assume_scheme="https")
    tax_code = TextField(label=_("Mã số thuế"), max_length=14, required=False)
    organ_id = TextField(label=_("Mã định danh cơ quan"), max_length=13, required=False)
    valid_from = DateField(label=_("Hoạt động từ"), required=False)
    valid_to = DateField(label=_("Hoạt động đến"), required=False)
    logo = forms.FileField(label=_("Biểu trưng (PNG, JPEG, WebP)"), required=False)


class NewPartyForm(PartyForm):
    """A party to register."""

    kind = forms.ChoiceField(label=_("Loại"), choices=KIND_CHOICES[1:])
    field_order = ("kind",)


class DivisionForm(Form):
    """A division."""

    name = TextField(label=_("Tên phòng, ban"), max_length=150)
    code = TextField(label=_("Ký hiệu"), max_length=20, required=False)
    duties = LongTextField(label=_("Nhiệm vụ"), required=False)
    position = forms.IntegerField(label=_("Thứ tự"), min_value=0, max_value=999, initial=0)


class ServiceForm(Form):
    """A service."""

    name = TextField(label=_("Dịch vụ"), max_length=150)
    note = TextField(label=_("Ghi chú"), max_length=300, required=False)


class ContactForm(Form):
    """How to reach a party on one matter."""

    matter = TextField(label=_("Việc liên hệ"), max_length=150)
    name = TextField(label=_("Người hoặc bộ phận"), max_length=150)
    phone = TextField(label=_("Điện thoại"), max_length=40, required=False)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    for_all_parties = forms.BooleanField(label=_("Các bên khác được xem"), required=False)


PART_FORMS = {"divisions": DivisionForm, "services": ServiceForm, "contacts": ContactForm}


class SuccessionForm(Form):
    """Who takes over."""

    successor = forms.ModelChoiceField(label=_("Đơn vị kế thừa"), queryset=None)
    on = DateField(label=_("Từ ngày"))
    kind = forms.ChoiceField(label=_("Hình thức"), choices=SuccessionKind.choices)
    basis = TextField(label=_("Căn cứ"), max_length=200, required=False)

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = choices  # type: ignore[attr-defined]
