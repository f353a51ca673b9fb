"""Obstacles as outcomes of a briefing."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import Audience, Obstacle, ObstacleState
from phoihop.programme.kinds import Figure
from phoihop.programme.models import Activity, ActivityStatus


def obstacle_figures(actor: Actor, activity: Activity) -> Iterator[Figure]:
    """Raised and solved since the activity of this kind before. Two queries.

    A total of all parties would tell each of them how many confidential ones the others have: it subtracts its own. So
    totals count what is open to all, and each party's own count is its own affair.
    """
    if activity.restricted:
        return
    first, last = _before(activity), min(actor.at, activity.ends_at)
    if first >= last:
        return
    found = Obstacle.objects.filter(programme_id=activity.programme_id).exclude(state=ObstacleState.WITHDRAWN)
    raised: Counter[UUID | None] = Counter()
    solved: Counter[UUID | None] = Counter()
    for party, audience, raised_at, solved_at in found.values_list("party_id", "audience", "raised_at", "solved_at"):
        for at, counter in ((raised_at, raised), (solved_at, solved)):
            if at is not None and first < at <= last:
                counter[party] += 1
                counter[None] += audience == Audience.ALL
    for words, counter in ((_("Vướng mắc đã nêu"), raised), (_("Vướng mắc đã tháo gỡ"), solved)):
        for whose, count in counter.items():
            name = words if whose else _("%(what)s, mở cho mọi bên") % {"what": words}
            if count:
                yield Figure(name, _("vướng mắc"), Decimal(count), whose)


def _before(activity: Activity) -> dt.datetime:
    """The end of the activity of this kind before, or the beginning of the year where there is none."""
    others = Activity.objects.filter(programme_id=activity.programme_id, kind=activity.kind, restricted=False)
    others = others.exclude(status=ActivityStatus.CANCELLED).filter(ends_at__lt=activity.ends_at)
    earlier = others.order_by("-ends_at").values_list("ends_at", flat=True).first()
    return earlier or activity.ends_at.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
