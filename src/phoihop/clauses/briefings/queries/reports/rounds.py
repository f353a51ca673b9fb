"""Rounds for pages: what a department asked, what a party was asked."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.models import FormStatus, FormVersion, Report, ReportRound, ReportStatus, RoundStatus
from phoihop.programme.models import Programme

GIVEN = (RoundStatus.OPEN, RoundStatus.CLOSED)
ARRIVED = (ReportStatus.SUBMITTED, ReportStatus.ACCEPTED)


def latest_round(*, actor: Actor, programme: Programme) -> ReportRound | None:
    """The newest round of a programme that was opened, as far as the actor may see it."""
    found = ReportRound.objects.visible_to(actor).filter(programme=programme, status__in=GIVEN)
    return found.select_related("version__form").order_by("-ends_on", "-opens_on").first()


def rounds(*, actor: Actor) -> QuerySet[ReportRound]:
    """All rounds that the actor may see, newest first; how many reports came is told to the department alone."""
    found = ReportRound.objects.visible_to(actor).select_related("version__form", "programme__lead")
    mine = Q(programme__lead_id__in=actor.party_ids)
    return found.annotate(
        expected=Count("reports", filter=mine), arrived=Count("reports", filter=mine & Q(reports__status__in=ARRIVED)),
        accepted=Count("reports", filter=mine & Q(reports__status=ReportStatus.ACCEPTED)),
    ).order_by("-ends_on", "title")  # fmt: skip


def visible_round(*, actor: Actor, pk: UUID) -> ReportRound:
    """One round.

    :raises NotVisible: the actor may not see it
    """
    found = ReportRound.objects.visible_to(actor).filter(pk=pk)
    row = found.select_related("version__form", "programme__lead", "letter", "activity").first()
    if row is None:
        raise NotVisible
    return row


def reports_of(*, actor: Actor, round_: ReportRound) -> QuerySet[Report]:
    """The reports of a round: all for the department, one's own otherwise."""
    found = Report.objects.visible_to(actor).filter(round=round_).select_related("party", "round", "pressed_by")
    return found.order_by("party__short_name")


def programmes_to_ask(*, actor: Actor) -> QuerySet[Programme]:
    """The programmes in which the actor may open rounds."""
    return Programme.objects.visible_to(actor).filter(lead_id__in=actor.parties_with(Permission.FIGURES_ASK))


def versions_to_ask(*, actor: Actor) -> QuerySet[FormVersion]:
    """Published versions of forms of the departments for which the actor may open rounds."""
    regulators = actor.parties_with(Permission.FIGURES_ASK)
    found = FormVersion.objects.filter(form__regulator_id__in=regulators, form__retired_at__isnull=True)
    return found.filter(status=FormStatus.PUBLISHED).select_related("form").order_by("form__code", "-number")
