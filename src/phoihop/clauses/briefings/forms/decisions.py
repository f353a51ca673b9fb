"""Forms of decisions and tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.people.models import Party


class DecisionForm(Form):
    """What is to be done, by whom, until when."""

    text = LongTextField(label=_("Nội dung"))
    owner: forms.Field = forms.TypedChoiceField(label=_("Đơn vị thực hiện"))
    due_on = DateField(label=_("Thời hạn"), required=False)

    def __init__(self, *args: Any, owners: Sequence[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.pk): party for party in owners}
        self.fields["owner"].choices = [(pk, party.name) for pk, party in self.parties.items()]  # type: ignore[attr-defined]

    def clean_owner(self) -> Party:
        """The party that was chosen."""
        return self.parties[self.cleaned_data["owner"]]


class NewDecisionForm(DecisionForm):
    """A task given outside a meeting may concern one enterprise alone."""

    private = forms.BooleanField(
        label=_("Chỉ Sở và đơn vị thực hiện được xem"), required=False,
        help_text=_("Để trống nếu nội dung này mọi bên trong chương trình cùng biết."),
    )  # fmt: skip


class ChangeDecisionForm(DecisionForm):
    """A change needs a reason."""

    reason = TextField(label=_("Lý do sửa"), max_length=300)


class ProgressForm(Form):
    """What was done."""

    text = LongTextField(label=_("Tình hình thực hiện"))
    file = forms.FileField(
        label=_("Tài liệu chứng minh"), required=False, help_text=_("PDF, DOCX, XLSX hoặc ảnh, không quá 25 MB.")
    )
    finished = forms.BooleanField(
        label=_("Đã làm xong"), required=False, help_text=_("Sở sẽ xem và xác nhận hoàn thành.")
    )


class DecisionReasonForm(Form):
    """Why it is opened again, or given up."""

    reason = LongTextField(label=_("Lý do"), help_text=_("Đơn vị thực hiện đọc được lý do này."))
