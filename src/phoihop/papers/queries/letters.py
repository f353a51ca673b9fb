"""Who writes letters, and to whom."""

from __future__ import annotations

from django.db.models import QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.people.models import Party


def letter_writer(*, actor: Actor) -> Party | None:
    """The body for which ``actor`` writes papers."""
    bodies = actor.parties_with(Permission.PAPER_WRITE)
    return Party.objects.visible_to(actor).filter(pk__in=bodies).order_by("-kind", "created_at").first()


def letter_readers(*, actor: Actor, party: Party) -> QuerySet[Party]:
    """Present parties that a letter may go to."""
    found = Party.objects.visible_to(actor).valid_on(actor.today)
    return found.exclude(pk=party.pk).order_by("kind", "short_name")
