"""Drafting a plan from the memorandum in force and last year's unfinished business."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.people.models import Party
from phoihop.programme.actions.plan.writing import locked_draft
from phoihop.programme.drafting import ClauseFacts, DraftItem, Unfinished, draft
from phoihop.programme.models import ActivityStatus, Memorandum, MemorandumStatus, Plan, PlanItem, PlanTarget, Programme
from phoihop.programme.queries.days import named_days

QUARTERS = ("I", "II", "III", "IV")
FINISHED = (ActivityStatus.CLOSED, ActivityStatus.CANCELLED)


class NoMemorandum(Refused):
    """No memorandum is in force in that year."""


class PlanExists(Refused):
    """The year has its plan."""


def draft_plan(*, actor: Actor, programme: Programme, year: int, lead_days: int = 0) -> Plan:
    """Draft the plan of ``year`` from the clauses of the memorandum in force and what last year left over.

    :param lead_days: how many days before a named day its activity is proposed
    :raises NoMemorandum: none in force covers a day of that year
    :raises PlanExists: it has been drafted already
    """
    require(actor, Permission.PLAN_WRITE, party=programme.lead_id)
    memorandum = _memorandum_of(programme, year)
    with transaction.atomic():
        _hold_year(programme, year)
        return _draft(actor, programme, memorandum, year, lead_days)


def _hold_year(programme: Programme, year: int) -> None:
    """Let one officer at a time look whether the year has its plan, of whatever memorandum."""
    Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    if Plan.objects.filter(programme=programme, year=year).exists():
        raise PlanExists(_("Năm %(year)s đã có kế hoạch. Hãy mở kế hoạch đó để sửa.") % {"year": year}, field="year")


def _draft(actor: Actor, programme: Programme, memorandum: Memorandum, year: int, lead_days: int) -> Plan:
    with translation.override(settings.LANGUAGE_CODE):
        plan = Plan.objects.create(programme=programme, memorandum=memorandum, year=year)
        days = named_days(actor=actor, lead_id=programme.lead_id, year=year)
        unfinished = _unfinished(actor, plan)
        drafted = draft(
            year=year, clauses=_clauses(memorandum), days=days, lead_days=lead_days,
            unfinished=[_left_over(item) for item in unfinished],
        )  # fmt: skip
        _write(actor, plan, drafted)
        audit.record(
            actor, "programme.plan.drafted", plan, party=programme.lead_id,
            after={"year": year, "memorandum": memorandum.title, "items": len(drafted)},
        )  # fmt: skip
    return plan


def carry_unfinished(*, actor: Actor, plan: Plan) -> int:
    """Bring into a draft what last year's plan left over since it was drafted; returns how many items."""
    require(actor, Permission.PLAN_WRITE, party=plan.programme.lead_id)
    with transaction.atomic():
        plan = locked_draft(plan)
        carried = set(plan.items.filter(carried_from__isnull=False).values_list("carried_from_id", flat=True))
        left = [_left_over(item) for item in _unfinished(actor, plan) if item.pk not in carried]
        days = named_days(actor=actor, lead_id=plan.programme.lead_id, year=plan.year)
        drafted = draft(year=plan.year, clauses=(), days=days, unfinished=left)
        _write(actor, plan, drafted)
        if drafted:
            audit.record(
                actor, "programme.plan.carried", plan, party=plan.programme.lead_id, after={"items": len(drafted)}
            )
    return len(drafted)


def discard_plan(*, actor: Actor, plan: Plan) -> None:
    """Throw a draft away, to draft the year anew; what the parties have seen cannot be thrown away.

    :raises PlanClosed: it is no draft
    """
    require(actor, Permission.PLAN_WRITE, party=plan.programme.lead_id)
    with transaction.atomic():
        plan = locked_draft(plan)
        audit.record(
            actor, "programme.plan.discarded", plan, party=plan.programme.lead_id,
            before={"year": plan.year, "items": plan.items.count()},
        )  # fmt: skip
        plan.delete()


def _memorandum_of(programme: Programme, year: int) -> Memorandum:
    """Of the memoranda in force in that year, the one that began last."""
    found = (
        programme.memoranda.filter(
            status=MemorandumStatus.IN_FORCE, starts_on__lte=dt.date(year, 12, 31), ends_on__gte=dt.date(year, 1, 1)
        )
        .order_by("-starts_on")
        .first()
    )
    if found is None:
        raise NoMemorandum(
            _("Năm %(year)s chưa có biên bản ghi nhớ nào có hiệu lực. Hãy ký hoặc gia hạn biên bản trước.")
            % {"year": year},
            field="year",
        )
    return found


def _clauses(memorandum: Memorandum) -> list[ClauseFacts]:
    return [
        ClauseFacts(clause.pk, clause.heading, clause.kind, clause.cadence, tuple(clause.months), tuple(clause.days))
        for clause in memorandum.clauses.all()
    ]


def _unfinished(actor: Actor, plan: Plan) -> list[PlanItem]:
    """Items of last year's frozen plan that were not brought to an end, though their day has passed or was put off.

    What is still to come this year is no unfinished business, even where next year's plan is drafted in autumn.
    """
    new_year = dt.datetime(plan.year, 1, 1, tzinfo=timezone.get_default_timezone())
    passed = Q(activity__isnull=True, ends_on__lt=actor.today) | Q(activity__ends_at__lt=actor.at)
    put_off = Q(activity__status=ActivityStatus.POSTPONED) | Q(activity__starts_at__gte=new_year)
    return list(
        PlanItem.objects.current()
        .filter(plan__programme=plan.programme_id, plan__year=plan.year - 1, plan__frozen_at__isnull=False)
        .exclude(activity__status__in=FINISHED)
        .filter(passed | put_off)
        .select_related("activity")
        .prefetch_related("participants", "targets")
    )


def _left_over(item: PlanItem) -> Unfinished:
    """Where the activity was moved, its own dates count."""
    starts_on, ends_on = item.starts_on, item.ends_on
    activity = getattr(item, "activity", None)
    if activity is not None:
        starts_on, ends_on = timezone.localtime(activity.starts_at).date(), timezone.localtime(activity.ends_at).date()
    return Unfinished(item.pk, item.title, item.kind, starts_on, ends_on, item.clause_id)


def _title(item: DraftItem) -> str:
    words = {
        "half": _("6 tháng đầu năm") if item.number == 1 else _("6 tháng cuối năm"),
        "quarter": _("quý %(number)s") % {"number": QUARTERS[(item.number - 1) % 4]},
        "month": _("tháng %(number)s") % {"number": item.number},
    }.get(item.occasion)
    if item.occasion == "day":
        return _("%(heading)s nhân %(day)s") % {"heading": item.heading, "day": item.day_name}
    return f"{item.heading} – {words}" if words else item.heading


def _write(actor: Actor, plan: Plan, drafted: Iterable[DraftItem]) -> None:
    """Make the items; each is led by the lead and joined by every enterprise, a carried one as it was."""
    joined = plan.programme.participants.filter(Q(left_on__isnull=True) | Q(left_on__gt=actor.today))
    everyone = list(Party.objects.filter(pk__in=joined.values("party_id"), kind="enterprise"))
    old = {item.pk: item for item in _unfinished(actor, plan)}
    renewed = _clauses_here(plan)
    first = plan.items.count()
    for order, facts in enumerate(drafted, start=first):
        before = old.get(facts.carried_from) if facts.carried_from else None
        item = PlanItem.objects.create(
            plan=plan, clause_id=renewed.get(facts.clause_id, facts.clause_id), kind=facts.kind,
            title=_title(facts)[:300], starts_on=facts.starts_on, ends_on=facts.ends_on, day_code=facts.day_code,
            order=order,
            owner_id=before.owner_id if before else plan.programme.lead_id, place=before.place if before else "",
            carried_from=before, note=before.note if before else "", restricted=before.restricted if before else False,
        )  # fmt: skip
        item.participants.set(before.participants.all() if before else everyone)
        if before:
            PlanTarget.objects.bulk_create(
                PlanTarget(
                    item=item, party_id=old_one.party_id, label=old_one.label, unit=old_one.unit, value=old_one.value
                )
                for old_one in before.targets.all()
            )


def _clauses_here(plan: Plan) -> dict[UUID | None, UUID]:
    """For each clause that was renewed into this plan's memorandum, its present form."""
    renewed = plan.memorandum.clauses.filter(renewed_from__isnull=False)
    return {clause.renewed_from_id: clause.pk for clause in renewed}
