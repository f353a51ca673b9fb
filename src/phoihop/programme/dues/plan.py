"""What is due about plans: the answers of parties, and the lead's plan for the coming year."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, PartyKind
from phoihop.notices.sources import Due
from phoihop.programme.models import (
    Memorandum,
    MemorandumStatus,
    Plan,
    PlanAgreement,
    PlanStatus,
    Programme,
    ProgrammeParty,
)

PLANNING_MONTH = 11  # from 1 November the coming year needs its plan
LATE_PLAN = (1, 31)  # the day by which a year that began without one should have it


def plan_dues(actor: Actor) -> Iterable[Due]:
    """Parties that have not agreed, and years without a plan; the number of queries does not grow."""
    yield from _agreements(actor)
    yield from _missing_plans(actor)


def _agreements(actor: Actor) -> Iterator[Due]:
    """A party sees its own; the lead all that are awaited."""
    plans = list(Plan.objects.visible_to(actor).filter(status=PlanStatus.PROPOSED).select_related("programme"))
    if not plans:
        return
    agreed = set(
        PlanAgreement.objects.visible_to(actor).filter(plan__in=plans, agrees=True).values_list("plan_id", "party_id")
    )
    joined: dict[UUID, list[UUID]] = defaultdict(list)
    present = ProgrammeParty.objects.filter(
        Q(left_on__isnull=True) | Q(left_on__gt=actor.today),
        programme__in=[plan.programme_id for plan in plans], party__kind=PartyKind.ENTERPRISE.value,
    )  # fmt: skip
    for programme_id, party_id in present.values_list("programme_id", "party_id"):
        joined[programme_id].append(party_id)
    for plan in plans:
        lead_id = plan.programme.lead_id
        for party_id in joined[plan.programme_id]:
            if (plan.pk, party_id) in agreed or not ({lead_id, party_id} & actor.party_ids):
                continue
            yield Due(
                key=f"programme.plan.agree:{plan.pk}:{party_id}", icon="checklist",
                title=_("Cho ý kiến về kế hoạch năm %(year)s") % {"year": plan.year},
                url=reverse("programme:plan_detail", args=[plan.pk]), party_id=party_id, owed_to_id=lead_id,
                due_on=plan.agree_by, source=plan.programme.name,
            )  # fmt: skip


def _missing_plans(actor: Actor) -> Iterator[Due]:
    """The coming year from November; this year too, where a memorandum in force asks for a plan."""
    year = actor.today.year
    wanted = {year, year + 1} if actor.today.month >= PLANNING_MONTH else {year}
    programmes = list(Programme.objects.led_by(actor))
    if not programmes:
        return
    plans = {
        (plan.programme_id, plan.year): plan
        for plan in Plan.objects.visible_to(actor).filter(programme__in=programmes, year__in=wanted)
    }
    in_force = set(
        Memorandum.objects.visible_to(actor).filter(
            programme__in=programmes, status=MemorandumStatus.IN_FORCE, starts_on__lte=dt.date(year, 12, 31),
            ends_on__gte=actor.today,
        ).values_list("programme_id", flat=True)
    )  # fmt: skip
    for programme in programmes:
        for one_year in sorted(wanted):
            plan = plans.get((programme.pk, one_year))
            asked = one_year > year or programme.pk in in_force
            if asked and (plan is None or plan.status == PlanStatus.DRAFT):
                yield _missing(programme, one_year, plan, dt.date(year, *LATE_PLAN) if one_year == year else None)


def _missing(programme: Programme, year: int, plan: Plan | None, late: dt.date | None) -> Due:
    title = _("Lập kế hoạch năm %(year)s") if plan is None else _("Gửi kế hoạch năm %(year)s để các bên thống nhất")
    name, row = ("plan_list", programme) if plan is None else ("plan_detail", plan)
    return Due(
        key=f"programme.plan.write:{programme.pk}:{year}", title=title % {"year": year},
        url=reverse(f"programme:{name}", args=[row.pk]),
        party_id=programme.lead_id, owed_to_id=programme.lead_id, due_on=late or dt.date(year - 1, 12, 31),
        source=programme.name, icon="calendar-plus",
    )  # fmt: skip
