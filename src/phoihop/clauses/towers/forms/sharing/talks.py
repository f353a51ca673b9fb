"""Forms of offers, messages and mediation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField
from phoihop.clauses.towers.actions.sharing.offers import Terms
from phoihop.clauses.towers.forms.registry.fields import MeasureField
from phoihop.clauses.towers.models import MediationOutcome
from phoihop.cores.viet import NotANumber, format_number, parse_number

MOST_VND = 10**13


class AmountField(forms.CharField):
    """Whole đồng, with or without points between the thousands."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric"}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """1.500.000, as people write it."""
        return format_number(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        """The amount; nothing typed is nothing owed.

        :raises ValidationError: no amount, or part of a đồng
        """
        typed = str(super().clean(value)).replace("đ", "").strip()
        if not typed:
            return 0
        try:
            amount = parse_number(typed)
        except NotANumber:
            amount = None
        if amount is None or amount != int(amount) or not 0 <= amount < MOST_VND:
            raise ValidationError(_("Số tiền không hợp lệ. Hãy nhập số đồng, ví dụ 1.500.000."))
        return int(amount)


class OfferForm(Form):
    """Price and conditions."""

    rent_vnd = AmountField(label=_("Giá thuê (đồng/tháng)"))
    one_off_vnd = AmountField(label=_("Chi phí một lần (đồng)"), required=False)
    term_months = forms.IntegerField(label=_("Thời hạn thuê (tháng)"), min_value=1, max_value=600)
    starts_on = DateField(label=_("Thuê từ ngày"))
    antenna_height_m = MeasureField(label=_("Độ cao ăng ten (m)"), min_value=1, max_value=350)
    wind_area_m2 = MeasureField(label=_("Diện tích cản gió (m²)"), places=2, min_value=0, required=False)
    conditions = LongTextField(
        label=_("Điều kiện"), required=False, max_length=10_000,
        help_text=_("Mỗi dòng một điều kiện; các dòng này đi vào thỏa thuận."),
    )  # fmt: skip
    valid_until = DateField(label=_("Chào đến hết ngày"))
    file = forms.FileField(label=_("Tệp kèm theo"), required=False)

    def terms(self) -> Terms:
        """What is offered, once the form is valid."""
        kept = {name: value for name, value in self.cleaned_data.items() if name != "file"}
        return Terms(**kept)


class AnswerForm(Form):
    """Why an offer does not do."""

    answer = LongTextField(label=_("Lý do không chấp thuận"), max_length=3000, help_text=_("Chỉ hai bên đọc được."))


class MessageForm(Form):
    """To the other side."""

    text = LongTextField(label=_("Tin nhắn"), max_length=5000, help_text=_("Chỉ hai bên đọc được, Sở thì không."))
    file = forms.FileField(label=_("Tệp kèm theo"), required=False)


class MediationAskForm(Form):
    """What needs mediation."""

    text = LongTextField(label=_("Vướng mắc cần hòa giải"), max_length=5000, help_text=_("Chỉ Sở đọc được."))


class MediationNoteForm(Form):
    """For both, or between one side and the department."""

    side = forms.ChoiceField(label=_("Ai đọc được"), required=False)
    text = LongTextField(label=_("Nội dung"), max_length=5000)

    def __init__(self, *args: Any, readers: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = list(readers)  # type: ignore[attr-defined]


class MediationCloseForm(Form):
    """How it ended."""

    outcome = forms.ChoiceField(label=_("Kết quả hòa giải"), choices=MediationOutcome.choices)
    text = LongTextField(label=_("Nội dung kết quả"), max_length=5000, help_text=_("Hai bên đọc được."))
