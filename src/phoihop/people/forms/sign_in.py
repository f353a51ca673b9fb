"""allauth's forms around the password, in our look and words."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm as AllauthChangePasswordForm,
)
from allauth.account.forms import (
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from django.utils.translation import gettext_lazy as _

from phoihop.base.forms import Look


class Worded(Look):
    """Mixed in before a form of allauth: our labels, no placeholders, our widget classes."""

    labels: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)
        self.dress()


class SignInForm(Worded, LoginForm):  # type: ignore[misc]
    """E-mail address and password."""

    labels = {"login": _("Thư điện tử"), "password": _("Mật khẩu")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""  # the page itself has the link for a lost password


class AskResetForm(Worded, ResetPasswordForm):  # type: ignore[misc]
    """The address to send a link to."""

    labels = {"email": _("Thư điện tử")}


class ResetForm(Worded, ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, twice."""

    labels = {"password1": _("Mật khẩu mới"), "password2": _("Nhập lại mật khẩu mới")}


class ChangePasswordForm(Worded, AllauthChangePasswordForm):  # type: ignore[misc]
    """The present password, then a new one, twice."""

    labels = {
        "oldpassword": _("Mật khẩu hiện tại"),
        "password1": _("Mật khẩu mới"),
        "password2": _("Nhập lại mật khẩu mới"),
    }


class FirstPasswordForm(Worded, SetPasswordForm):  # type: ignore[misc]
    """A password for an account that has none."""

    labels = {"password1": _("Mật khẩu mới"), "password2": _("Nhập lại mật khẩu mới")}


class ConfirmPasswordForm(Worded, ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before a sensitive change."""

    labels = {"password": _("Mật khẩu")}
