"""Which rounds of reports a briefing looks at."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.clauses.briefings.agenda.keeping import OPEN, locked
from phoihop.clauses.briefings.models import Briefing, ReportRound


def choose_rounds(*, actor: Actor, briefing: Briefing, rounds: Iterable[ReportRound]) -> None:
    """Look at these rounds; those made for the activity are looked at anyway."""
    lead = briefing.activity.programme.lead_id
    require(actor, Permission.BRIEFING_RUN, party=lead)
    with transaction.atomic():
        now = locked(briefing, states=OPEN)
        now.rounds.set(rounds)
        titles = sorted(now.rounds.values_list("title", flat=True))
        audit.record(actor, "briefings.briefing.rounds_chosen", now, party=lead, after={"rounds": titles})
