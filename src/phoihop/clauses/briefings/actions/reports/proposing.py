"""A briefing that is prepared proposes the rounds that it needs."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from phoihop.base.access import Actor, Permission
from phoihop.clauses.briefings.actions.reports.rounds import Dates, draft_round, usual_dates
from phoihop.clauses.briefings.models import FormVersion, PeriodType, ReportRound, RoundStatus
from phoihop.clauses.briefings.queries.reports.rounds import versions_to_ask
from phoihop.clauses.briefings.reporting.periods import Period, period_before_meeting
from phoihop.programme.models import Activity

BEFORE_MEETING_DAYS = 7  # reports are due this long before the briefing that reads them
FILL_DAYS = 14  # and may be filled in from this long before they are due


def propose_rounds(*, actor: Actor, activity: Activity) -> list[ReportRound]:
    """Draft a round of every half-yearly form in force for the half-year of a briefing; nobody is asked yet.

    Whoever may not ask for figures proposes none; a form asked for that half-year already is passed over.
    """
    if not actor.may(Permission.FIGURES_ASK, activity.programme.lead_id) or activity.restricted:
        return []
    day = timezone.localtime(activity.starts_at, timezone.get_default_timezone()).date()
    period = period_before_meeting(PeriodType.HALF.value, day)
    made = []
    with transaction.atomic():
        for version in _versions(actor, activity, period):
            made.append(
                draft_round(
                    actor=actor, programme=activity.programme, version=version, period=period, activity=activity,
                    dates=_dates(version, period, day),
                )
            )  # fmt: skip
    return made


def _versions(actor: Actor, activity: Activity, period: Period) -> list[FormVersion]:
    """Of each form the newest half-yearly version in force, unless it was asked for that period."""
    asked = ReportRound.objects.filter(programme=activity.programme, period=period.code)
    known = set(asked.exclude(status=RoundStatus.CANCELLED).values_list("version__form_id", flat=True))
    found: dict[object, FormVersion] = {}
    for version in versions_to_ask(actor=actor):
        in_force = version.effective_from <= period.ends_on and (
            version.effective_until is None or version.effective_until >= period.ends_on
        )
        mine = version.form.regulator_id == activity.programme.lead_id and version.form_id not in known
        if in_force and mine and version.period_type == PeriodType.HALF:
            found.setdefault(version.form_id, version)
    return list(found.values())


def _dates(version: FormVersion, period: Period, meeting: dt.date) -> Dates:
    """Those of the form, or earlier where the briefing comes before they are over."""
    usual = usual_dates(version, period)
    due = min(usual.due_on, meeting - dt.timedelta(days=BEFORE_MEETING_DAYS))
    lock = max(due, min(usual.lock_on, meeting - dt.timedelta(days=1)))
    return Dates(min(usual.opens_on, due - dt.timedelta(days=FILL_DAYS)), due, lock)
