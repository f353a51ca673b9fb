"""How allauth behaves here: nobody signs up by themselves, secrets are kept encrypted, mails speak for us."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from phoihop.people.models import User
from phoihop.people.second_factor import FACTORS, must_have_second_factor


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come by invitation only."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("Thư điện tử hoặc mật khẩu không đúng. Hãy kiểm tra lại rồi nhập lại."),
        "incorrect_password": _("Mật khẩu không đúng. Hãy nhập lại."),
        "too_many_login_attempts": _("Nhập sai quá nhiều lần. Hãy đợi 15 phút rồi thử lại."),
        "rate_limited": _("Bạn gửi quá nhiều yêu cầu. Hãy đợi ít phút rồi thử lại."),
        "incorrect_code": _("Mã không đúng. Hãy lấy mã mới rồi nhập lại."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: a party invites its people."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Nothing to fill in: people are known by their e-mail address."""


def _box() -> MultiFernet:
    keys = [str(settings.SECRET_KEY), *map(str, settings.SECRET_KEY_FALLBACKS)]
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"second factor:" + key.encode()).digest())) for key in keys]
    )


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors: secrets encrypted at rest, and none removed where one is required."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Mã không đúng. Hãy lấy mã mới rồi nhập lại."),
        "cannot_delete_authenticator": _(
            "Vai trò của bạn bắt buộc có bảo mật hai lớp. Hãy thêm một cách xác thực khác trước khi bỏ cách này."
        ),
        "cannot_generate_recovery_codes": _("Hãy bật bảo mật hai lớp trước khi tạo mã dự phòng."),
        "unverified_email": _("Hãy xác nhận thư điện tử trước khi bật bảo mật hai lớp."),
    }

    def encrypt(self, text: str) -> str:
        """A secret as the database keeps it."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again.

        :raises ValueError: it was encrypted under a key that this installation no longer has
        """
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken as problem:
            raise ValueError("a second factor was encrypted under another PHOIHOP_SECRET_KEY") from problem

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether another factor remains, or none is required."""
        user: User = authenticator.user
        if not must_have_second_factor(user):
            return True
        others = Authenticator.objects.filter(user=user, type__in=FACTORS).exclude(pk=authenticator.pk)
        return bool(others.exists())
