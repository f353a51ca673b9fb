"""The search of the history."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import DateField, Form, TextField

Choices = list[tuple[str, str]]


class HistoryForm(Form):
    """Which entries to show; every field may stay empty."""

    q = TextField(label=_("Tìm theo người, đối tượng, việc"), required=False, max_length=100)
    event = forms.ChoiceField(label=_("Việc"), required=False)
    party = forms.ChoiceField(label=_("Đơn vị"), required=False)
    person = forms.ChoiceField(label=_("Người thực hiện"), required=False)
    since = DateField(label=_("Từ ngày"), required=False)
    until = DateField(label=_("Đến ngày"), required=False)
    row = TextField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, events: Choices, people: Choices, parties: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = {
            "event": (_("Mọi việc"), events),
            "party": (_("Mọi đơn vị"), parties),
            "person": (_("Mọi người"), people),
        }
        for name, (every, found) in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = [("", every), *found]
        self.fields["q"].widget.attrs["type"] = "search"

    @property
    def narrows(self) -> bool:
        """Whether anything at all was asked for."""
        return any(self.data.get(name) for name in self.fields)
