"""Forms of the people of a party."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import ROLE_LABELS
from phoihop.base.forms import Form, LongTextField, TextField


class InvitationForm(Form):
    """Whom to invite."""

    full_name = TextField(label=_("Họ và tên"), max_length=150)
    email = forms.EmailField(label=_("Thư điện tử"))
    role = forms.ChoiceField(label=_("Vai trò"), choices=[(role.value, label) for role, label in ROLE_LABELS.items()])
    title = TextField(label=_("Chức vụ"), max_length=150, required=False)
    division = forms.ModelChoiceField(label=_("Phòng, ban"), queryset=None, required=False)

    def __init__(self, *args: Any, divisions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["division"].queryset = divisions  # type: ignore[attr-defined]


class AcceptForm(Form):
    """A new account."""

    full_name = TextField(label=_("Họ và tên"), max_length=150)
    password = forms.CharField(
        label=_("Mật khẩu"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Ít nhất 10 ký tự, không phải mật khẩu phổ biến."),
    )  # fmt: skip


class HandoverForm(Form):
    """To whom everything open passes."""

    to_user = forms.ModelChoiceField(label=_("Người nhận"), queryset=None)
    note = LongTextField(label=_("Ghi chú"), required=False)
    leaves = forms.BooleanField(label=_("Người bàn giao thôi vai trò ở đơn vị"), required=False, initial=True)

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_user"].queryset = choices  # type: ignore[attr-defined]
