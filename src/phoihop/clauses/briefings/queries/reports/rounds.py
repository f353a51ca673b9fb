"""Rounds for pages: what a department asked, what a party was asked."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Q, QuerySet

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.models import FormStatus, FormVersion, Report, ReportRound, ReportStatus, RoundStatus
from phoihop.clauses.briefings.reporting.periods import Period, period_with
from phoihop.people.models import Party
from phoihop.programme.models import Programme

GIVEN = (RoundStatus.OPEN, RoundStatus.CLOSED)
PERIODS = 4  # to choose from
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


def askable_periods(*, actor: Actor) -> list[tuple[FormVersion, list[Period]]]:
    """For each form in force, the period that runs and the three before, newest first."""
    found = []
    for version in versions_to_ask(actor=actor):
        period = period_with(version.period_type, actor.today)
        periods = [period]
        while len(periods) < PERIODS:
            period = period.previous
            periods.append(period)
        until = version.effective_until
        fits = [one for one in periods if one.ends_on >= version.effective_from and (not until or one.ends_on <= until)]
        if fits:
            found.append((version, fits))
    return found


def missing_reports(*, actor: Actor, round_: ReportRound) -> list[Report]:
    """Reports that the parties of an open round still owe."""
    if round_.status != RoundStatus.OPEN or round_.programme.lead_id not in actor.party_ids:
        return []
    rows = reports_of(actor=actor, round_=round_).filter(status__in=[ReportStatus.DRAFT, ReportStatus.RETURNED])
    return list(rows.select_related("round__programme__lead"))


def parties_to_ask(*, actor: Actor, round_: ReportRound) -> list[Party]:
    """Who would be asked by a draft: for the department alone."""
    if round_.programme.lead_id not in actor.party_ids:
        return []
    joined = round_.programme.participants.filter(joined_on__lte=round_.ends_on).select_related("party")
    named = set(round_.version.form.parties.values_list("pk", flat=True))
    return [
        row.party for row in joined
        if row.party.kind == PartyKind.ENTERPRISE.value and (row.left_on is None or row.left_on > round_.starts_on)
        and (not named or row.party_id in named)
    ]  # fmt: skip
