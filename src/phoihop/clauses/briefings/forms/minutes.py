"""Forms of minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.clauses.briefings.actions.minutes.writing import Written
from phoihop.clauses.briefings.models import EntryKind
from phoihop.people.models import Party

NOBODY = [("", _("Không giao"))]
EVERYBODY = [("", _("Mọi bên tham dự"))]


class EntryForm(Form):
    """One paragraph; a conclusion or task has an owner and a day."""

    text = LongTextField(label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 3}))
    kind = forms.ChoiceField(label=_("Loại"), choices=EntryKind.choices, initial=EntryKind.INFORMATION)
    owner: forms.Field = forms.ChoiceField(label=_("Đơn vị thực hiện"), required=False)
    due_on = DateField(label=_("Thời hạn"), required=False)
    confidential_to: forms.Field = forms.ChoiceField(
        label=_("Ai được xem"), required=False,
        help_text=_("Đoạn riêng của một doanh nghiệp không ghi vào văn bản gửi các bên."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, owners: Sequence[Party], lead: Party, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.pk): party for party in owners}
        self.fields["owner"].choices = NOBODY + [(pk, one.name) for pk, one in self.parties.items()]  # type: ignore[attr-defined]
        only = _("Chỉ Sở và %(party)s")
        others = [(pk, only % {"party": one.short_name}) for pk, one in self.parties.items() if one.pk != lead.pk]
        self.fields["confidential_to"].choices = EVERYBODY + others  # type: ignore[attr-defined]

    def written(self) -> Written:
        """The paragraph as it was typed."""
        given = self.cleaned_data
        return Written(
            given["text"], given["kind"], self.parties.get(given["owner"]), given["due_on"],
            self.parties.get(given["confidential_to"]),
        )  # fmt: skip


class HeadsForm(Form):
    """Who chaired and who wrote."""

    chair = TextField(label=_("Chủ trì"), max_length=150)
    secretary = TextField(label=_("Thư ký"), max_length=150)


class CirculateForm(Form):
    """Until when attendees may answer."""

    amend_by = DateField(label=_("Hạn góp ý"))


class VersionForm(Form):
    """What a version is kept for."""

    note = TextField(label=_("Ghi chú"), max_length=200, required=False)


class AmendmentForm(Form):
    """What an attendee wants otherwise."""

    text = LongTextField(
        label=_("Đề nghị sửa"), help_text=_("Chỉ Sở và đơn vị của bạn đọc được đề nghị này."),
    )  # fmt: skip


class AmendmentAnswerForm(Form):
    """What becomes of an amendment."""

    taken = forms.TypedChoiceField(
        label=_("Kết quả"), choices=[("1", _("Tiếp thu")), ("0", _("Không tiếp thu"))], widget=forms.RadioSelect,
        coerce=lambda value: value == "1",
    )  # fmt: skip
    answer = LongTextField(label=_("Trả lời"), required=False, help_text=_("Bắt buộc nếu không tiếp thu."))


class MinutesReasonForm(Form):
    """Why final minutes are opened again."""

    reason = LongTextField(label=_("Lý do"))
