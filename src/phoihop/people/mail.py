"""Mails about people, in both languages at once: who reads them may not have chosen one yet."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from phoihop.people.models import Invitation

INVITATION_DAYS = 14


def address_of(token: str) -> str:
    """Where an invitation is accepted."""
    return str(settings.BASE_URL).rstrip("/") + reverse("people:invitation_accept", args=[token])


def send_invitation(invitation: Invitation, token: str) -> None:
    """Send the invitation; where mail fails, the inviter still has the address on the page."""
    context = {"invitation": invitation, "address": address_of(token), "days": INVITATION_DAYS}
    message = EmailMultiAlternatives(
        f"Mời tham gia Phối Hợp: {invitation.party.short_name} / Invitation to Phối Hợp",
        render_to_string("people/mail/invitation.txt", context),
        settings.DEFAULT_FROM_EMAIL,
        [invitation.email],
    )
    message.attach_alternative(render_to_string("people/mail/invitation.html", context), "text/html")
    message.send(fail_silently=True)
