"""Forms of the steps: answering, surveying, signing, using, pausing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, DateTimeField, Form, LongTextField, TextField

Choices = Sequence[tuple[str, str]]


class NoteForm(Form):
    """A word with a step."""

    note = LongTextField(label=_("Ghi chú"), required=False, max_length=500, help_text=_("Hai bên và Sở đọc được."))


class WithdrawForm(Form):
    """Why a request is given up."""

    text = LongTextField(label=_("Lý do rút"), required=False, max_length=500, help_text=_("Hai bên và Sở đọc được."))


class RefuseForm(Form):
    """A reason of the list, and an explanation."""

    reason = forms.ChoiceField(label=_("Lý do từ chối"))
    text = LongTextField(
        label=_("Giải thích"), max_length=3000,
        help_text=_("Nêu rõ căn cứ kỹ thuật hoặc pháp lý và phương án thay thế nếu có. Hai bên và Sở đọc được."),
    )  # fmt: skip

    def __init__(self, *args: Any, reasons: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [("", _now("Chọn lý do")), *reasons]  # type: ignore[attr-defined]


class PauseForm(Form):
    """Why the limits stop."""

    reason = forms.ChoiceField(label=_("Lý do tạm dừng"))
    text = LongTextField(label=_("Giải thích"), required=False, max_length=1000)

    def __init__(self, *args: Any, reasons: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [("", _now("Chọn lý do")), *reasons]  # type: ignore[attr-defined]


class RouteForm(Form):
    """Which mast a need is sent on to."""

    mast = forms.ChoiceField(label=_("Chuyển đến cột"), widget=forms.RadioSelect)
    note = LongTextField(label=_("Ghi chú"), required=False, max_length=500, help_text=_("Hai bên đọc được."))

    def __init__(self, *args: Any, masts: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mast"].choices = list(masts)  # type: ignore[attr-defined]


class SurveyForm(Form):
    """When and where to meet."""

    starts_at = DateTimeField(label=_("Bắt đầu"))
    ends_at = DateTimeField(label=_("Kết thúc"))
    place = TextField(label=_("Nơi gặp"), max_length=300, help_text=_("Chỉ hai bên đọc được."))
    people = TextField(label=_("Người tham gia"), max_length=300, required=False)


class SurveyResultForm(Form):
    """What was found."""

    result = LongTextField(label=_("Kết quả khảo sát"), max_length=5000, help_text=_("Chỉ hai bên đọc được."))


class AgreementForm(Form):
    """Until when to sign."""

    due_on = DateField(label=_("Hạn ký"), required=False)


class TakeBackForm(Form):
    """Why an agreement is taken back from signing."""

    reason = LongTextField(label=_("Lý do rút lại"), max_length=1000, help_text=_("Hai bên đọc được."))


class DayForm(Form):
    """The day on which something happened."""

    on = DateField(label=_("Ngày đưa vào sử dụng"))


class EndForm(Form):
    """The last day, and why."""

    on = DateField(label=_("Ngày kết thúc"))
    text = LongTextField(label=_("Lý do kết thúc"), max_length=500, help_text=_("Hai bên và Sở đọc được."))
