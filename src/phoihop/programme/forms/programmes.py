"""Forms: programmes and their participants."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, TextField
from phoihop.people.models import Party


class ProgrammeForm(Form):
    """What a programme is called, where, since when."""

    name = TextField(label=_("Tên chương trình"), max_length=300)
    place = TextField(label=_("Địa bàn"), max_length=100, help_text=_("Viết như trong văn bản, ví dụ: tỉnh Hải Dương."))
    first_year = forms.IntegerField(label=_("Năm bắt đầu"), min_value=1990, max_value=2100)


class NewProgrammeForm(ProgrammeForm):
    """The same, with the regulator that leads it."""

    lead: forms.ModelChoiceField[Party] = forms.ModelChoiceField(
        label=_("Cơ quan chủ trì"), queryset=None, empty_label=None
    )

    def __init__(self, *args: Any, leads: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = leads  # type: ignore[attr-defined]


class ParticipantForm(Form):
    """Who joins, from which day."""

    party: forms.ModelChoiceField[Party] = forms.ModelChoiceField(label=_("Đơn vị"), queryset=None)
    joined_on = DateField(label=_("Tham gia từ"))

    def __init__(self, *args: Any, parties: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties  # type: ignore[attr-defined]


class LeaveForm(Form):
    """From which day a party takes part no longer."""

    left_on = DateField(label=_("Thôi tham gia từ"))
