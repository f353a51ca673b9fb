"""Forms: writing a memorandum, its clauses and signers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.papers.models import SigningMode
from phoihop.people.models import Party
from phoihop.programme.models import Cadence

LONG = 20_000  # characters of a section or clause: about seven pages
MONTHS = [(month, str(month)) for month in range(1, 13)]


class TermForm(Form):
    """The term of a new memorandum."""

    starts_on = DateField(label=_("Hiệu lực từ"))
    ends_on = DateField(label=_("Hiệu lực đến"))


class NewMemorandumForm(TermForm):
    """A new memorandum from the skeleton."""

    title = TextField(
        label=_("Tên biên bản ghi nhớ"), max_length=400, required=False,
        help_text=_("Để trống để dùng tên theo mẫu."),
    )  # fmt: skip
    field_order = ("title", "starts_on", "ends_on")


class TokenForm(Form):
    """A form that knows what its reader saw when it was opened."""

    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


class TermsForm(TokenForm):
    """Title and term."""

    title = TextField(label=_("Tên biên bản ghi nhớ"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))
    starts_on = DateField(label=_("Hiệu lực từ"))
    ends_on = DateField(label=_("Hiệu lực đến"))


class SectionForm(TokenForm):
    """One section."""

    text = LongTextField(
        label=_("Nội dung"), required=False, max_length=LONG, widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Mỗi dòng là một ý; văn bản tự đánh số."),
    )  # fmt: skip


class ClauseForm(TokenForm):
    """One clause; months and days stand in columns."""

    template_name = "programme/memorandum/clause_fields.html"
    heading = TextField(label=_("Tên nội dung"), max_length=200)
    text = LongTextField(label=_("Nội dung"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 6}))
    kind = forms.ChoiceField(
        label=_("Loại hoạt động"), help_text=_("Quyết định công cụ dùng khi thực hiện nội dung này trong năm.")
    )
    cadence = forms.ChoiceField(label=_("Định kỳ"), choices=Cadence.choices)
    months = forms.TypedMultipleChoiceField(
        label=_("Các tháng"), choices=MONTHS, coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Dùng cho nội dung định kỳ theo năm, 6 tháng hoặc quý."),
    )  # fmt: skip
    days = forms.MultipleChoiceField(
        label=_("Các ngày lễ"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Dùng cho nội dung tổ chức vào các ngày lễ đã chọn."),
    )  # fmt: skip
    lead_duty = LongTextField(
        label=_("Cơ quan chủ trì làm gì"), required=False, max_length=LONG, widget=forms.Textarea(attrs={"rows": 3})
    )
    party_duty = LongTextField(
        label=_("Doanh nghiệp làm gì"), required=False, max_length=LONG, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(
        self, *args: Any, kind_choices: list[tuple[str, Any]], day_choices: list[tuple[str, Any]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kind_choices  # type: ignore[attr-defined]
        known = dict(day_choices)
        kept = [(code, code) for code in self.initial.get("days", ()) if code not in known]  # a day since taken away
        self.fields["days"].choices = [*day_choices, *kept]  # type: ignore[attr-defined]


class PartyForm(Form):
    """Another party that signs."""

    party: forms.ModelChoiceField[Party] = forms.ModelChoiceField(label=_("Thêm bên ký"), queryset=None)

    def __init__(self, *args: Any, parties: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties  # type: ignore[attr-defined]


class SignerForm(Form):
    """Who signs for a party."""

    signer_name = TextField(label=_("Họ và tên người ký"), max_length=150)
    signer_position = TextField(label=_("Chức vụ"), max_length=150)


class ModeForm(Form):
    """In order, or all at once."""

    mode = forms.ChoiceField(label=_("Thứ tự ký"), choices=SigningMode.choices, widget=forms.RadioSelect)
