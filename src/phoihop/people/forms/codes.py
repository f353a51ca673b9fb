"""allauth's forms of the second factor: in our look, and with failures counted like wrong passwords."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp.forms import ActivateTOTPForm, DeactivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.contrib.auth.signals import user_login_failed
from django.utils.translation import gettext_lazy as _

from phoihop.people.forms.sign_in import Worded


class Counted:
    """A wrong code is a failure to sign in: the fifth locks the account, as the fifth wrong password does."""

    user: Any

    def clean_code(self) -> str:
        """The code, if the account is not locked and the code is right."""
        request = context.request
        credentials = {"login": self.user.email}
        if not AxesProxyHandler.is_allowed(request, credentials):
            request.axes_locked_out = True
            request.axes_credentials = credentials
            raise forms.ValidationError(_("Tài khoản đang bị khóa tạm thời. Hãy đợi 15 phút rồi thử lại."))
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except forms.ValidationError:
            user_login_failed.send(sender=__name__, credentials=credentials, request=request)
            raise
        return code


class CodeForm(Counted, Worded, AuthenticateForm):  # type: ignore[misc]
    """A code of the authenticator app, or a recovery code, at sign-in."""

    labels = {"code": _("Mã xác thực")}


class CodeAgainForm(Counted, Worded, ReauthenticateForm):  # type: ignore[misc]
    """A code once more, before a sensitive change."""

    labels = {"code": _("Mã xác thực")}


class ActivateForm(Worded, ActivateTOTPForm):  # type: ignore[misc]
    """The first code shows that the app has the secret."""

    labels = {"code": _("Mã gồm 6 chữ số trong ứng dụng")}


class DeactivateForm(Worded, DeactivateTOTPForm):  # type: ignore[misc]
    """Asks nothing."""


class RecoveryCodesForm(Worded, GenerateRecoveryCodesForm):  # type: ignore[misc]
    """Asks nothing."""


class AddKeyForm(Worded, AddWebAuthnForm):  # type: ignore[misc]
    """A name for the key, and whether it signs in by itself."""

    labels = {"name": _("Tên khóa"), "passwordless": _("Đăng nhập không cần mật khẩu")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "passwordless" in self.fields:
            self.fields["passwordless"].help_text = _(
                "Khóa này sẽ đăng nhập thẳng, nhưng phải mở được bằng vân tay, khuôn mặt hoặc mã PIN."
            )


class EditKeyForm(Worded, EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a key."""

    labels = {"name": _("Tên khóa")}
