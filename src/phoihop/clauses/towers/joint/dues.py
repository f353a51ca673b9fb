"""What a party owes in a joint plan, and what the department owes."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from phoihop.base.access import Actor, Permission
from phoihop.clauses.towers.models import (
    JointFiling,
    JointProposal,
    JointRound,
    MastState,
    PartAnswer,
    ProposalKind,
    ProposalStatus,
    RoundStatus,
)
from phoihop.clauses.towers.queries.joint.proposals import open_parts
from phoihop.notices.sources import Due
from phoihop.programme.models import ProgrammeParty


def joint_dues(actor: Actor) -> Iterator[Due]:
    """To file needs or say that there are none; to answer proposals; for the department, to plan and to decide.

    Whether an enterprise has filed is nothing for the department before the closing date: the due of filing is told to
    the enterprise alone.
    """
    if not actor.seats:
        return
    yield from _filing(actor)
    yield from _answering(actor)
    yield from _building(actor)
    yield from _running(actor)


def _filing(actor: Actor) -> Iterator[Due]:
    mine = actor.parties_with(Permission.NEEDS_FILE)
    if not mine:
        return
    open_ = JointRound.objects.visible_to(actor).filter(status=RoundStatus.OPEN, closes_at__gt=actor.at)
    said = set(JointFiling.objects.filter(round__in=open_, party_id__in=mine).values_list("round_id", "party_id"))
    joined: dict[UUID, list[UUID]] = {}
    rows = ProgrammeParty.objects.filter(
        programme__in=open_.values("programme_id"), party_id__in=mine, left_on__isnull=True, party__kind="enterprise"
    )
    for programme_id, party_id in rows.values_list("programme_id", "party_id"):
        joined.setdefault(programme_id, []).append(party_id)
    for round_ in open_.select_related("programme"):
        for party_id in joined.get(round_.programme_id, []):
            if (round_.pk, party_id) not in said:
                yield Due(
                    f"towers.joint.file:{round_.pk}:{party_id}",
                    gettext("Nộp nhu cầu vị trí trạm năm %(year)s, hoặc báo không có") % {"year": round_.year},
                    reverse("towers:joint_round", args=[round_.pk]), party_id, round_.programme.lead_id,
                    timezone.localtime(round_.closes_at, timezone.get_default_timezone()).date(),
                    source=gettext("Quy hoạch chung hạ tầng"), icon="map-pin",
                )  # fmt: skip


def _answering(actor: Actor) -> Iterator[Due]:
    """One's own answers; the department is told of those that wait by its own due below."""
    mine = actor.parties_with(Permission.JOINT_PLAN_ANSWER)
    for part in open_parts(actor=actor):
        if part.party_id in mine:
            round_ = part.proposal.round
            yield Due(
                f"towers.joint.answer:{part.pk}:{part.proposal.terms}",
                gettext("Trả lời đề xuất dùng chung %(code)s") % {"code": part.proposal.code},
                reverse("towers:proposal", args=[part.proposal_id]), part.party_id, round_.programme.lead_id,
                round_.answer_by, source=gettext("Quy hoạch chung hạ tầng"), icon="mail-question",
            )  # fmt: skip


def _building(actor: Actor) -> Iterator[Due]:
    """The lead builder reports when the mast stands."""
    mine = actor.parties_with(Permission.MAST_MANAGE)
    planned = JointProposal.objects.visible_to(actor).filter(
        status=ProposalStatus.SIGNED, kind=ProposalKind.BUILD, mast__state=MastState.PLANNED,
        mast__site__owner_id__in=mine,
    )  # fmt: skip
    for proposal in planned.select_related("round__programme", "mast__site") if mine else ():
        if proposal.mast is not None:
            yield Due(
                f"towers.joint.build:{proposal.pk}",
                gettext("Báo đã xây xong cột của đề xuất %(code)s") % {"code": proposal.code},
                reverse("towers:mast_detail", args=[proposal.mast_id]), proposal.mast.site.owner_id,
                proposal.round.programme.lead_id, proposal.ends_on, source=gettext("Quy hoạch chung hạ tầng"),
                icon="building-broadcast-tower",
            )  # fmt: skip


def _running(actor: Actor) -> Iterator[Due]:
    """The department: make a plan once a round is closed; decide what asks for other terms; have agreements signed."""
    runs = actor.parties_with(Permission.JOINT_PLAN_RUN)
    if not runs:
        return
    source = gettext("Quy hoạch chung hạ tầng")
    closed = JointRound.objects.visible_to(actor).filter(
        status=RoundStatus.OPEN, closes_at__lte=actor.at, programme__lead_id__in=runs
    )
    for round_ in closed.select_related("programme"):
        lead = round_.programme.lead_id
        yield Due(
            f"towers.joint.plan:{round_.pk}",
            gettext("Lập và công bố phương án quy hoạch chung năm %(year)s") % {"year": round_.year},
            reverse("towers:joint_round", args=[round_.pk]), lead, lead, source=source, icon="map-2",
        )  # fmt: skip
    led = JointProposal.objects.visible_to(actor).filter(round__programme__lead_id__in=runs)
    led = led.filter(round__status=RoundStatus.PUBLISHED)
    asked = led.filter(status=ProposalStatus.OPEN, parts__answer=PartAnswer.COUNTER).distinct()
    for proposal in asked.select_related("round__programme"):
        yield _of_lead(proposal, "counter", gettext("Xử lý đề nghị điều chỉnh đề xuất %(code)s"), source)
    agreed = led.filter(status=ProposalStatus.AGREED, paper__isnull=True)
    for proposal in agreed.select_related("round__programme"):
        yield _of_lead(proposal, "agreement", gettext("Lập thỏa thuận của đề xuất %(code)s"), source)


def _of_lead(proposal: JointProposal, what: str, words: str, source: str) -> Due:
    lead = proposal.round.programme.lead_id
    return Due(
        f"towers.joint.{what}:{proposal.pk}", words % {"code": proposal.code},
        reverse("towers:proposal", args=[proposal.pk]), lead, lead, source=source, icon="writing-sign",
    )  # fmt: skip
