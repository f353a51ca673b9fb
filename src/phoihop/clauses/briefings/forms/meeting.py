"""Forms of the meeting: topics, answers, people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Form, LongTextField, TextField

MOST_MINUTES = 480


def _minutes(**values: Any) -> forms.IntegerField:
    return forms.IntegerField(label=_("Số phút"), min_value=1, max_value=MOST_MINUTES, **values)


class TopicForm(Form):
    """A topic, as the officer writes it."""

    title = TextField(label=_("Nội dung"), max_length=200)
    minutes = _minutes(initial=10)
    presenter = TextField(label=_("Người trình bày"), max_length=150, required=False)
    text = LongTextField(label=_("Diễn giải"), required=False)


class ProposalForm(TopicForm):
    """A topic that a party proposes."""

    party: forms.Field = forms.ModelChoiceField(label=_("Đơn vị đề xuất"), queryset=None, empty_label=None)
    confidential = forms.BooleanField(
        label=_("Chỉ Sở được đọc cho đến khi đưa vào chương trình"), required=False,
        help_text=_("Khi được đưa vào chương trình, các bên dự họp sẽ đọc được nội dung và tệp kèm theo."),
    )  # fmt: skip
    file = forms.FileField(label=_("Tệp kèm theo"), required=False)

    field_order = ("party", "title", "text", "minutes", "presenter", "file", "confidential")

    def __init__(self, *args: Any, parties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties  # type: ignore[attr-defined]
        if len(parties) == 1:
            self.fields["party"].initial = parties[0]
            self.fields["party"].widget = forms.HiddenInput()


class AcceptForm(Form):
    """For how long a proposal is taken in."""

    minutes = _minutes()


class DeclineForm(Form):
    """Why a proposal is left out."""

    reason = LongTextField(
        label=_("Lý do"), max_length=300, help_text=_("Đơn vị đề xuất sẽ đọc lý do này."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class TopicFileForm(Form):
    """A paper of a topic."""

    file = forms.FileField(
        label=_("Tệp của nội dung"), help_text=_("PDF, DOCX, XLSX, PPTX, TXT, PNG, JPEG, WebP; tối đa 25 MB.")
    )


class PersonForm(Form):
    """Somebody whom a party sends."""

    name = TextField(label=_("Họ và tên"), max_length=150)
    position = TextField(label=_("Chức vụ"), max_length=150, required=False)
    email = forms.EmailField(
        label=_("Thư điện tử"), required=False, help_text=_("Thẻ dự họp có mã QR được gửi tới địa chỉ này.")
    )


class WalkInForm(Form):
    """Somebody who came without being named."""

    party: forms.Field = forms.ModelChoiceField(label=_("Đơn vị"), queryset=None, empty_label=_("Chọn đơn vị"))
    name = TextField(label=_("Họ và tên"), max_length=150)
    position = TextField(label=_("Chức vụ"), max_length=150, required=False)

    def __init__(self, *args: Any, parties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties  # type: ignore[attr-defined]


class RoundsForm(Form):
    """Which rounds of reports the briefing looks at."""

    rounds: forms.Field = forms.ModelMultipleChoiceField(
        label=_("Đợt báo cáo xem tại giao ban"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rounds"].queryset = choices  # type: ignore[attr-defined]
