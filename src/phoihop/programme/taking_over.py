"""What of a programme moves when one party takes over from another: its place, the lead, the activities to come."""

from __future__ import annotations

import datetime as dt

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.people.models import Party
from phoihop.programme.models import Activity, Participation, Programme, ProgrammeParty


def take_over_programmes(predecessor: Party, successor: Party, on: dt.date, actor: Actor) -> None:
    """Signed papers, agreed plans and held activities keep the old party; whatever is open goes on with the new one."""
    for programme in Programme.objects.filter(lead=predecessor):
        Programme.objects.filter(pk=programme.pk).update(lead=successor)
        audit.record(actor, "programme.programme.edited", programme, party=predecessor, after={"lead": str(successor)})
    for place in ProgrammeParty.objects.filter(party=predecessor, left_on=None).select_related("programme"):
        ProgrammeParty.objects.filter(pk=place.pk).update(left_on=on)
        heir, new = ProgrammeParty.objects.get_or_create(
            programme=place.programme, party=successor, defaults={"joined_on": on}
        )
        if not new:
            ProgrammeParty.objects.filter(pk=heir.pk).update(left_on=None)
        audit.record(actor, "programme.participant.joined", heir, party=successor, after={"from": str(predecessor)})
    going = Participation.objects.filter(activity__in=Activity.objects.unfinished())
    there = list(going.filter(party=successor).values_list("activity_id", flat=True))
    going.filter(party=predecessor).exclude(activity_id__in=there).update(party=successor)
