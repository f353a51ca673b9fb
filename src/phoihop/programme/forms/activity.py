"""Forms of activities."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from phoihop.base.forms import DateField, DateTimeField, Form, LongTextField, TextField
from phoihop.programme.actions.activity.participation import Sent
from phoihop.programme.models import Answer


class ActivityForm(Form):
    """Time, place, agenda."""

    title = TextField(label=_("Tên hoạt động"), max_length=300)
    starts_at = DateTimeField(label=_("Bắt đầu"))
    ends_at = DateTimeField(label=_("Kết thúc"))
    all_day = forms.BooleanField(label=_("Cả ngày"), required=False)
    place = TextField(label=_("Địa điểm"), max_length=200, required=False)
    online_url = forms.URLField(label=_("Đường dẫn họp trực tuyến"), required=False, assume_scheme="https")
    chair = TextField(label=_("Chủ trì"), max_length=150, required=False)
    agenda = LongTextField(
        label=pgettext_lazy("hoạt động", "Chương trình"), required=False, help_text=_("Mỗi mục một dòng."),
    )  # fmt: skip
    answer_by = DateField(label=_("Hạn trả lời"), required=False)
    responsible: forms.Field = forms.ModelChoiceField(
        label=_("Người phụ trách"), queryset=None, required=False, empty_label=_("Chưa giao cho ai"),
        help_text=_("Việc còn phải làm của hoạt động này sẽ ghi là giao cho người được chọn."),
    )  # fmt: skip

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The end may not lie before the start."""
        data: dict[str, Any] = super().clean() or {}
        start, end = data.get("starts_at"), data.get("ends_at")
        if start and end and end < start:
            self.add_error("ends_at", _("Giờ kết thúc phải sau giờ bắt đầu."))
        return data


class ReasonForm(Form):
    """Why something is put off or called off."""

    reason = LongTextField(label=_("Lý do"), help_text=_("Các bên được mời sẽ nhận được lý do này."))


class ReopenForm(Form):
    """Why a closed activity is opened again."""

    reason = LongTextField(label=_("Lý do"), help_text=_("Lý do được ghi vào lịch sử của hoạt động."))


class AnswerForm(Form):
    """A party's answer to an invitation."""

    answer = forms.ChoiceField(
        label=_("Trả lời"), choices=[(a.value, a.label) for a in Answer if a != Answer.NONE], widget=forms.RadioSelect
    )
    expected = forms.IntegerField(label=_("Số người dự kiến"), min_value=0, max_value=500, required=False)
    note = TextField(label=_("Lời nhắn"), max_length=300, required=False)


class PeopleForm(Form):
    """The people a party sends, one a line."""

    people = LongTextField(
        label=_("Người tham dự"), required=False,
        help_text=_("Mỗi dòng một người: Họ tên; chức vụ; thư điện tử. Chỉ đơn vị của bạn và Sở xem được."),
    )  # fmt: skip

    def clean_people(self) -> list[Sent]:
        """Read the lines; a wrong mail address names its line."""
        people, problems = [], []
        for number, line in enumerate(self.cleaned_data["people"].splitlines(), start=1):
            parts = [part.strip() for part in line.split(";")] + ["", ""]
            if not parts[0]:
                continue
            try:
                email = forms.EmailField(required=False).clean(parts[2])
            except ValidationError:
                problems.append(_("Dòng %(n)s: “%(text)s” không phải địa chỉ thư.") % {"n": number, "text": parts[2]})
                continue
            people.append(Sent(parts[0][:150], parts[1][:150], email))
        if problems:
            raise ValidationError(problems)
        return people


class ParticipantsForm(Form):
    """Which parties to add."""

    parties: forms.Field = forms.ModelMultipleChoiceField(
        label=_("Thêm đơn vị tham gia"), queryset=None, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parties"].queryset = choices  # type: ignore[attr-defined]


class MinutesForm(Form):
    """What happened and what was concluded."""

    minutes = LongTextField(
        label=_("Diễn biến, kết luận"), widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Để trống một dòng giữa các ý. Dòng bắt đầu bằng “# ” là đề mục."),
    )  # fmt: skip
    secretary = TextField(label=_("Thư ký"), max_length=150, required=False)


class OutcomeForm(Form):
    """One figure."""

    label = TextField(label=_("Kết quả"), max_length=150, help_text=_("Ví dụ: Số lượt người được phổ biến"))
    value = forms.DecimalField(label=_("Giá trị"), max_digits=18, decimal_places=2, localize=True)
    unit = TextField(label=_("Đơn vị tính"), max_length=40, help_text=_("Ví dụ: lượt người, triệu đồng"))
    party: forms.Field = forms.ModelChoiceField(label=_("Của đơn vị"), queryset=None, required=False)
    note = TextField(label=_("Ghi chú"), max_length=300, required=False)

    def __init__(self, *args: Any, choices: Any, runs: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        party = self.fields["party"]
        party.queryset = choices  # type: ignore[attr-defined]
        party.empty_label = _("Chung cả hoạt động") if runs else None  # type: ignore[attr-defined]
        party.required = not runs


class EvidenceForm(Form):
    """A file or picture."""

    file = forms.FileField(
        label=_("Tệp hoặc ảnh"), help_text=_("PDF, DOCX, XLSX, PPTX, TXT, PNG, JPEG, WebP; tối đa 25 MB.")
    )
    caption = TextField(label=_("Chú thích"), max_length=300, help_text=_("Ảnh hoặc tệp này cho thấy điều gì"))
    for_all = forms.BooleanField(label=_("Các bên cùng xem"), required=False)


class ReplyForm(Form):
    """An answer sent by a calendar program."""

    file = forms.FileField(label=_("Tệp trả lời (.ics)"))
