"""Secret addresses by which a body answers without an account."""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from phoihop.clauses.briefings.models import ObstacleForward


def new_secret() -> str:
    """Forty-three letters that nobody guesses."""
    return secrets.token_urlsafe(32)


def hash_secret(secret: str) -> str:
    """What is kept of it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def address_of(secret: str) -> str:
    """Where the body answers."""
    return str(settings.BASE_URL).rstrip("/") + reverse("briefings:asked", args=[secret])


def send_link(forward: ObstacleForward, secret: str) -> None:
    """Mail the address with the question, and keep no copy: where mail fails, the department has it on its page."""
    lead = forward.obstacle.programme.lead
    context = {"forward": forward, "lead": lead, "address": address_of(secret)}
    message = EmailMultiAlternatives(
        f"{lead.short_name} đề nghị cho ý kiến / A question from {lead.short_name}",
        render_to_string("briefings/obstacles/mail/asked.txt", context),
        settings.DEFAULT_FROM_EMAIL,
        [forward.email],
    )
    message.attach_alternative(render_to_string("briefings/obstacles/mail/asked.html", context), "text/html")
    message.send(fail_silently=True)
