"""The round of agreement: proposed, answered by every party, frozen once all agreed."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.transitions import move
from phoihop.notices.actions import tell
from phoihop.people.models import Party
from phoihop.programme.actions.plan import follow
from phoihop.programme.actions.plan.writing import locked, participants_of, plan_url
from phoihop.programme.models import PLAN_TRANSITIONS, Plan, PlanAgreement, PlanStatus
from phoihop.programme.queries.plan.agreement import awaited_parties, parties_to_agree


class NothingToAgree(Refused):
    """A plan without items cannot be proposed."""


class StillAwaited(Refused):
    """A party has not agreed yet."""


def propose_plan(*, actor: Actor, plan: Plan, agree_by: dt.date) -> Plan:
    """Send a draft to every enterprise of the programme, to agree by a day.

    :raises NothingToAgree: it has no items
    """
    require(actor, Permission.PLAN_WRITE, party=plan.programme.lead_id)
    if agree_by < actor.today:
        raise Refused(_("Hạn thống nhất phải từ hôm nay trở đi."), field="agree_by")
    with transaction.atomic():
        plan = locked(plan)
        if not plan.items.current().exists():
            raise NothingToAgree(_("Kế hoạch chưa có việc nào. Hãy thêm ít nhất một việc rồi mới gửi."))
        move(plan, PlanStatus.PROPOSED, PLAN_TRANSITIONS, agree_by=agree_by)
        audit.record(actor, "programme.plan.proposed", plan, party=plan.programme.lead_id, after={"agree_by": agree_by})
        _ask(
            actor,
            plan,
            [party.pk for party in parties_to_agree(actor=actor, plan=plan)],
            f"proposed:{actor.at:%y%m%d%H%M}",
        )
    return plan


def withdraw_plan(*, actor: Actor, plan: Plan) -> Plan:
    """Take a proposed plan back to change it; answers given so far are void, since they were of another text."""
    require(actor, Permission.PLAN_WRITE, party=plan.programme.lead_id)
    with transaction.atomic():
        plan = locked(plan)
        move(plan, PlanStatus.DRAFT, PLAN_TRANSITIONS)
        plan.agreements.all().delete()
        audit.record(actor, "programme.plan.withdrawn", plan, party=plan.programme.lead_id)
    return plan


def answer_plan(*, actor: Actor, plan: Plan, party: Party | UUID, agrees: bool, note: str = "") -> PlanAgreement:
    """A party agrees, or says what must change; until the plan is frozen it may change its answer.

    The last agreement freezes the plan and opens its activities.
    """
    party_id = party if isinstance(party, UUID) else party.pk
    require(actor, Permission.PLAN_AGREE, party=party_id)
    if not agrees and not note.strip():
        raise Refused(_("Hãy nêu rõ nội dung cần sửa để Sở điều chỉnh."), field="note")
    with transaction.atomic():
        plan = locked(plan)
        if party_id not in {one.pk for one in parties_to_agree(actor=actor, plan=plan)}:
            raise NotVisible
        if plan.status != PlanStatus.PROPOSED:
            raise Refused(_("Kế hoạch không còn chờ ý kiến. Hãy tải lại trang để xem trạng thái mới."))
        answer, _new = PlanAgreement.objects.update_or_create(
            plan=plan, party_id=party_id,
            defaults={"agrees": agrees, "note": note.strip(), "author_id": actor.user_id, "answered_at": actor.at},
        )  # fmt: skip
        event = "programme.plan.agreed" if agrees else "programme.plan.change_asked"
        audit.record(actor, event, answer, party=party_id, after={"agrees": agrees, "note": note.strip()})
        _tell_lead(actor, plan, answer)
        if not awaited_parties(actor=actor, plan=plan):
            _freeze(actor, plan)
    return answer


def freeze_plan(*, actor: Actor, plan: Plan) -> Plan:
    """Freeze a plan that nobody is awaited for any more, as after the last silent party left the programme.

    :raises StillAwaited: somebody is
    """
    require(actor, Permission.PLAN_WRITE, party=plan.programme.lead_id)
    with transaction.atomic():
        plan = locked(plan)
        if awaited_parties(actor=actor, plan=plan):
            raise StillAwaited(_("Còn đơn vị chưa thống nhất. Hãy nhắc đơn vị đó, hoặc rút kế hoạch về để sửa."))
        _freeze(actor, plan)
    return plan


def remind_parties(*, actor: Actor, plan: Plan) -> int:
    """Remind every party that has not agreed, once a day; returns how many people were told."""
    require(actor, Permission.PLAN_WRITE, party=plan.programme.lead_id)
    if plan.status != PlanStatus.PROPOSED:
        raise Refused(_("Kế hoạch không chờ ý kiến nên không cần nhắc."))
    with transaction.atomic():
        awaited = [party.pk for party in awaited_parties(actor=actor, plan=plan)]
        told = _ask(actor, plan, awaited, f"reminded:{actor.today:%y%m%d}")
        audit.record(
            actor, "programme.plan.reminded", plan, party=plan.programme.lead_id, after={"parties": len(awaited)}
        )
    return told


def _freeze(actor: Actor, plan: Plan) -> None:
    move(plan, PlanStatus.FROZEN, PLAN_TRANSITIONS, frozen_at=actor.at)
    audit.record(
        actor, "programme.plan.frozen", plan, party=plan.programme.lead_id, after={"items": plan.items.count()}
    )
    follow.plan_frozen(actor, plan)
    tell(
        actor=actor, users_of=[plan.programme.lead_id, *participants_of(plan)], icon="circle-check", also_self=True,
        text=format_lazy(gettext_lazy("Các bên đã thống nhất kế hoạch năm {year}."), year=plan.year),
        url=plan_url(plan), key=f"plan.frozen:{plan.pk}",
    )  # fmt: skip


def _ask(actor: Actor, plan: Plan, party_ids: list[UUID], key: str) -> int:
    return tell(
        actor=actor, users_of=party_ids, permission=Permission.PLAN_AGREE, icon="checklist",
        text=format_lazy(
            gettext_lazy("Đề nghị cho ý kiến về kế hoạch năm {year} trước ngày {day}."),
            year=plan.year, day=f"{plan.agree_by:%d/%m/%Y}",
        ),
        url=plan_url(plan), key=f"plan.{plan.pk}.{key}",
    )  # fmt: skip


def _tell_lead(actor: Actor, plan: Plan, answer: PlanAgreement) -> None:
    words = (
        gettext_lazy("{party} đã thống nhất kế hoạch năm {year}.")
        if answer.agrees
        else gettext_lazy("{party} đề nghị sửa kế hoạch năm {year}.")
    )
    tell(
        actor=actor, users_of=[plan.programme.lead_id], permission=Permission.PLAN_WRITE, icon="message",
        text=format_lazy(words, party=answer.party.short_name, year=plan.year), url=plan_url(plan),
        key=f"plan.answered:{answer.pk}:{answer.agrees}:{actor.at:%y%m%d%H%M}",
    )  # fmt: skip
