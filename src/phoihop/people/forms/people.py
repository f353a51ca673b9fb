"""Forms of the people of a party."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import ROLE_LABELS, PartyKind
from phoihop.base.forms import Form, LongTextField, TextField
from phoihop.people.desks import ROLES
from phoihop.people.models import Division, User


class SeatForm(Form):
    """Somebody's role at a party."""

    role = forms.ChoiceField(label=_("Vai trò"))
    title = TextField(label=_("Chức vụ"), max_length=150, required=False)
    division: forms.ModelChoiceField[Division] = forms.ModelChoiceField(
        label=_("Phòng, ban"), queryset=None, required=False, empty_label=_("Không thuộc phòng, ban nào")
    )

    def __init__(self, *args: Any, kind: PartyKind, divisions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(r.value, ROLE_LABELS[r]) for r in ROLES[kind]]  # type: ignore[attr-defined]
        self.fields["division"].queryset = divisions  # type: ignore[attr-defined]


class InvitationForm(SeatForm):
    """Whom to invite."""

    full_name = TextField(label=_("Họ và tên"), max_length=150)
    email = forms.EmailField(label=_("Thư điện tử"))
    field_order = ("full_name", "email", "role", "title", "division")


class AcceptForm(Form):
    """A new account."""

    full_name = TextField(label=_("Họ và tên"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    password = forms.CharField(
        label=_("Mật khẩu"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Ít nhất 10 ký tự, không phải mật khẩu phổ biến."),
    )  # fmt: skip
    again = forms.CharField(
        label=_("Nhập lại mật khẩu"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def clean_again(self) -> str:
        """The same password twice."""
        again: str = self.cleaned_data["again"]
        if self.cleaned_data.get("password") != again:
            raise forms.ValidationError(_("Hai lần nhập mật khẩu không giống nhau. Hãy nhập lại."))
        return again


class HandoverForm(Form):
    """To whom everything open passes."""

    to_user: forms.ModelChoiceField[User] = forms.ModelChoiceField(
        label=_("Người nhận"), queryset=None, empty_label=_("Chọn người nhận")
    )
    note = LongTextField(label=_("Ghi chú"), required=False)
    leaves = forms.BooleanField(label=_("Người bàn giao thôi vai trò ở đơn vị"), required=False, initial=True)

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_user"].queryset = choices  # type: ignore[attr-defined]
