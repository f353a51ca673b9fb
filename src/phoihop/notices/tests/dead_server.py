"""A mail server that refuses everything."""

from __future__ import annotations

import smtplib
from typing import Any, NoReturn

from django.core.mail.backends.base import BaseEmailBackend


class Refusing(BaseEmailBackend):
    """Takes nothing."""

    def send_messages(self, email_messages: Any) -> NoReturn:
        """Refuse."""
        raise smtplib.SMTPServerDisconnected("cổng 25")
