"""Opening a round, giving it more time, cancelling and ending it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.clauses.towers.joint.rulebook import PriceList, Rulebook
from phoihop.clauses.towers.models import ROUND_TRANSITIONS, JointRound, ProposalStatus, RoundStatus
from phoihop.clauses.towers.queries.joint.rounds import enterprises_of
from phoihop.notices.actions import tell
from phoihop.programme.models import Activity, Programme

SHORTEST = dt.timedelta(hours=1)  # nobody is surprised by a round that is closed as it opens


def round_url(round_: JointRound) -> str:
    """The address of the round's page."""
    return reverse("towers:joint_round", args=[round_.pk])


def open_round(
    *,
    actor: Actor,
    programme: Programme,
    year: int,
    closes_at: dt.datetime,
    rulebook: Rulebook,
    prices: PriceList,
    note: str = "",
    hint_budget: int = 60,
    need_limit: int = 500,
    activity: Activity | None = None,
) -> JointRound:
    """Call for the needs of a year; every enterprise of the programme is told.

    :param closes_at: until then nobody but its owner reads a need; it can be moved later, never earlier
    """
    require(actor, Permission.JOINT_PLAN_RUN, party=programme.lead_id)
    if closes_at < actor.at + SHORTEST:
        raise Refused(_("Hạn nộp phải sau bây giờ ít nhất một giờ."), field="closes_at")
    if activity is not None and activity.programme_id != programme.pk:
        raise Refused(_("Hoạt động này không thuộc chương trình."), field="activity")
    with transaction.atomic():
        if JointRound.objects.filter(programme=programme, year=year).exclude(status=RoundStatus.CANCELLED).exists():
            raise Refused(_("Năm này đã có đợt lập quy hoạch chung."), field="year")
        round_ = JointRound.objects.create(
            programme=programme, year=year, closes_at=closes_at, note=note.strip(), rules=rulebook.as_dict(),
            costs=prices.as_dict(), hint_budget=hint_budget, need_limit=need_limit, activity=activity,
        )  # fmt: skip
        audit.record(
            actor, "towers.round.opened", round_, party=programme.lead_id, after={"year": year, "closes_at": closes_at}
        )
        _tell(actor, round_, gettext_lazy("Nộp nhu cầu vị trí trạm năm {year} trước {moment}."), "opened")
    return round_


def extend_round(*, actor: Actor, round_: JointRound, closes_at: dt.datetime) -> JointRound:
    """Give all more time, as long as nothing was opened; the closing date never comes earlier.

    :raises Refused: it has passed, since the needs may have been read, or the new one is not later
    """
    require(actor, Permission.JOINT_PLAN_RUN, party=round_.programme.lead_id)
    with transaction.atomic():
        round_ = _held(round_)
        if not round_.takes_needs(actor.at):
            raise Refused(_("Đã hết hạn nộp nên không gia hạn được: nhu cầu đã có thể được mở."), field="closes_at")
        if closes_at <= round_.closes_at:
            raise Refused(_("Chỉ được lùi hạn nộp về sau, không được đưa lên sớm hơn."), field="closes_at")
        before, round_.closes_at = round_.closes_at, closes_at
        round_.save(update_fields=["closes_at"])
        audit.record(
            actor, "towers.round.extended", round_, party=round_.programme.lead_id, before={"closes_at": before},
            after={"closes_at": closes_at},
        )  # fmt: skip
        key = f"extended:{closes_at:%y%m%d%H%M}"
        _tell(actor, round_, gettext_lazy("Gia hạn nộp nhu cầu vị trí trạm năm {year} đến {moment}."), key)
    return round_


def change_prices(*, actor: Actor, round_: JointRound, prices: PriceList) -> JointRound:
    """Put other prices; plans that were made before keep those of their time."""
    require(actor, Permission.JOINT_PLAN_RUN, party=round_.programme.lead_id)
    with transaction.atomic():
        round_ = _held(round_)
        if round_.status not in (RoundStatus.OPEN, RoundStatus.PUBLISHED):
            raise Refused(_("Đợt đã khép lại nên không đổi được đơn giá."))
        round_.costs = prices.as_dict()
        round_.save(update_fields=["costs"])
        audit.record(actor, "towers.round.priced", round_, party=round_.programme.lead_id, after=round_.costs)
    return round_


def cancel_round(*, actor: Actor, round_: JointRound, reason: str) -> JointRound:
    """Give a round up, with a reason that all are told; needs that are still sealed stay sealed for good."""
    require(actor, Permission.JOINT_PLAN_RUN, party=round_.programme.lead_id)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do hủy; các doanh nghiệp sẽ được thông báo."), field="reason")
    with transaction.atomic():
        round_ = _held(round_)
        later: dict[str, Any] = {}
        if round_.sealed_at(actor.at):
            later = {"closes_at": dt.datetime(2199, 12, 31, tzinfo=dt.UTC)}
        move(round_, RoundStatus.CANCELLED, ROUND_TRANSITIONS, reason=reason.strip(), ended_at=actor.at, **later)
        waiting = round_.proposals.filter(status=ProposalStatus.OPEN)
        waiting.update(status=ProposalStatus.REPLACED, decided_at=actor.at)  # nobody answers what was given up
        audit.record(
            actor, "towers.round.cancelled", round_, party=round_.programme.lead_id, after={"reason": reason.strip()}
        )
        _tell(actor, round_, gettext_lazy("Đợt lập quy hoạch chung năm {year} bị hủy: {reason}"), "cancelled")
    return round_


def end_round(*, actor: Actor, round_: JointRound) -> JointRound:
    """Close the books: what was agreed goes on as activities, the rest is over."""
    require(actor, Permission.JOINT_PLAN_RUN, party=round_.programme.lead_id)
    with transaction.atomic():
        round_ = _held(round_)
        if round_.sealed_at(actor.at):
            raise Refused(_("Đợt còn nhận nhu cầu. Hãy chờ hết hạn nộp, hoặc hủy đợt."))
        if round_.proposals.filter(status="open").exists():
            raise Refused(_("Còn đề xuất chờ trả lời. Hãy chờ các bên trả lời, hoặc chốt đề xuất đã quá hạn."))
        move(round_, RoundStatus.ENDED, ROUND_TRANSITIONS, ended_at=actor.at)
        audit.record(actor, "towers.round.ended", round_, party=round_.programme.lead_id)
    return round_


def _held(round_: JointRound) -> JointRound:
    return JointRound.objects.select_for_update(of=("self",)).select_related("programme__lead").get(pk=round_.pk)


def _tell(actor: Actor, round_: JointRound, words: Any, key: str) -> None:
    moment = timezone.localtime(round_.closes_at, timezone.get_default_timezone())
    tell(
        actor=actor, users_of=enterprises_of(actor=actor, programme=round_.programme), permission=Permission.NEEDS_FILE,
        text=format_lazy(words, year=round_.year, moment=f"{moment:%H:%M %d/%m/%Y}", reason=round_.reason),
        url=round_url(round_), key=f"joint.{key}:{round_.pk}", icon="map-pin",
    )  # fmt: skip
