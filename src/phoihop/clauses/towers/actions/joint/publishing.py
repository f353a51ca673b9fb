"""Publishing a scenario: each shared mast becomes a proposal, and each need learns what became of it."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.clauses.towers.actions.joint.rounds import round_url
from phoihop.clauses.towers.actions.joint.standing import owners_now
from phoihop.clauses.towers.joint.results import Results, SiteFacts
from phoihop.clauses.towers.joint.rulebook import Rulebook
from phoihop.clauses.towers.joint.sealing import seal
from phoihop.clauses.towers.models import (
    PROPOSAL_TRANSITIONS,
    ROUND_TRANSITIONS,
    JointNeed,
    JointProposal,
    JointRound,
    JointScenario,
    NeedOutcome,
    ProposalKind,
    ProposalPart,
    ProposalStatus,
    RoundStatus,
    ScenarioStatus,
    SplitMethod,
)
from phoihop.clauses.towers.queries.joint.rounds import enterprises_of
from phoihop.clauses.towers.queries.joint.scenarios import results
from phoihop.notices.actions import tell

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that reads like another
OUTCOMES = {"build": NeedOutcome.JOIN, "alone": NeedOutcome.ALONE, "rent": NeedOutcome.RENT}


def publish_scenario(
    *, actor: Actor, scenario: JointScenario, answer_by: dt.date, starts_on: dt.date, ends_on: dt.date
) -> list[JointProposal]:
    """Make proposals of a checked scenario; what was agreed before stays, what was still open is replaced.

    Every enterprise is told the same words, whether it has a proposal or not.

    :param starts_on: to ``ends_on``: when what is shared is to be built, within the year of the round
    :raises Refused: the checker did not pass it, an answer or a need changed after it, a mast in it is not to be had
        any more, or a date is wrong
    """
    lead = scenario.round.programme.lead_id
    require(actor, Permission.JOINT_PLAN_RUN, party=lead)
    with transaction.atomic():
        round_ = (
            JointRound.objects.select_for_update(of=("self",)).select_related("programme").get(pk=scenario.round_id)
        )
        _check(actor, round_, scenario, answer_by, starts_on, ends_on)
        found = results(actor=actor, scenario=scenario)
        for old in round_.proposals.filter(status=ProposalStatus.OPEN):
            move(old, ProposalStatus.REPLACED, PROPOSAL_TRANSITIONS, decided_at=actor.at)
        made = _proposals(round_, scenario, found, starts_on, ends_on)
        _tell_needs(round_, found, Rulebook.of(scenario.rules).split_method)
        JointScenario.objects.filter(pk=scenario.pk).update(published_at=actor.at)
        move(round_, RoundStatus.PUBLISHED, ROUND_TRANSITIONS, published_at=actor.at, answer_by=answer_by)
        audit.record(
            actor, "towers.scenario.published", scenario, party=lead, after={"proposals": len(made), "by": answer_by}
        )
        _tell(actor, round_, scenario)
    return made


def _check(
    actor: Actor, round_: JointRound, scenario: JointScenario, answer_by: dt.date, starts_on: dt.date, ends_on: dt.date
) -> None:
    if scenario.status != ScenarioStatus.DONE:
        raise Refused(_("Chỉ công bố phương án đã tính xong và qua kiểm tra."))
    if round_.status not in (RoundStatus.OPEN, RoundStatus.PUBLISHED):
        raise Refused(_("Đợt đã khép lại nên không công bố thêm."))
    if scenario.published_at is not None:
        raise Refused(_("Phương án này đã công bố."))
    decided = round_.proposals.exclude(status__in=[ProposalStatus.OPEN, ProposalStatus.REPLACED])
    if decided.filter(decided_at__gt=scenario.created_at).exists():
        raise Refused(_("Sau phương án này đã có đề xuất được trả lời xong. Hãy lập phương án mới rồi công bố."))
    if round_.needs.filter(changed_at__gt=scenario.created_at).exists():
        raise Refused(_("Nhu cầu đã thay đổi sau khi lập phương án này. Hãy lập và tính lại phương án rồi công bố."))
    if answer_by <= actor.today:
        raise Refused(_("Hạn trả lời phải sau hôm nay."), field="answer_by")
    if ends_on < starts_on:
        raise Refused(_("Ngày hoàn thành phải từ ngày bắt đầu trở đi."), field="ends_on")
    if {starts_on.year, ends_on.year} != {round_.year}:
        raise Refused(_("Thời gian thực hiện phải nằm trong năm %(year)s.") % {"year": round_.year}, field="starts_on")


def _proposals(
    round_: JointRound, scenario: JointScenario, found: Results, starts_on: dt.date, ends_on: dt.date
) -> list[JointProposal]:
    """One for each mast that several build, and for each need that rents from a rival."""
    bound = {
        str(pk)
        for pk in ProposalPart.objects.filter(
            proposal__round=round_, proposal__status__in=[ProposalStatus.AGREED, ProposalStatus.SIGNED]
        ).values_list("need_id", flat=True)
    }
    open_sites = [site for site in found.sites if not bound & set(site.needs)]
    owner_of = owners_now(open_sites, Rulebook.of(scenario.rules))
    needs = {str(need.pk): need for need in round_.needs.all()}
    method = Rulebook.of(scenario.rules).split_method
    made = []
    for site in open_sites:
        tenants = {needs[need].party_id for need in site.needs}
        if site.kind == "alone" or (site.mast and owner_of[site.mast] in tenants):
            continue
        made.append(_proposal(round_, scenario, site, needs, owner_of, method, (starts_on, ends_on)))
    return made


def _proposal(
    round_: JointRound,
    scenario: JointScenario,
    site: SiteFacts,
    needs: Mapping[str, JointNeed],
    owner_of: Mapping[str, UUID],
    method: str,
    dates: tuple[dt.date, dt.date],
) -> JointProposal:
    method = method if method in site.splits else SplitMethod.EQUAL.value
    shares = site.shares(method)
    pk, builds = uuid4(), site.kind == "build"
    biggest = max(site.needs, key=lambda need: (shares[need], need))
    proposal = JointProposal.objects.create(
        pk=pk, round=round_, scenario=scenario, code=_code(round_),
        kind=ProposalKind.BUILD if builds else ProposalKind.RENT,
        sealed=seal(round_.salt, f"proposal:{pk}", _as_dict(site)), height_m=site.height_m, class_code=site.class_code,
        cost_vnd=site.cost_vnd, starts_on=dates[0], ends_on=dates[1], split_method=method,
        lead_builder_id=needs[biggest].party_id if builds else None,
    )  # fmt: skip
    parts = [
        ProposalPart(
            proposal=proposal, party_id=needs[need].party_id, need=needs[need], share_vnd=shares[need],
            alone_vnd=site.alone[need],
        )
        for need in site.needs
    ]  # fmt: skip
    if not builds:
        parts.append(ProposalPart(proposal=proposal, party_id=owner_of[site.mast], share_vnd=site.cost_vnd))
    ProposalPart.objects.bulk_create(parts)
    return proposal


def _as_dict(site: SiteFacts) -> dict[str, object]:
    return dict(Results((site,), {}).as_dict()["sites"][0])


def _code(round_: JointRound) -> str:
    """Random, so that it tells neither how many there are nor in which order they were found."""
    while True:
        code = "".join(secrets.choice(LETTERS) for _place in range(5))
        if not round_.proposals.filter(code=code).exists():
            return code


def _tell_needs(round_: JointRound, found: Results, method: str) -> None:
    """Write on each need what the plan does with it."""
    rows = {str(need.pk): need for need in round_.needs.filed()}
    for need in rows.values():
        need.outcome, need.outcome_reason, need.outcome_vnd, need.alone_vnd = "", "", None, None
    for site in found.sites:
        for pk in site.needs:
            need = rows[pk]
            need.outcome, need.alone_vnd = OUTCOMES[site.kind], site.alone[pk]
            need.outcome_vnd = site.shares(method)[pk]
    for pk, reason in found.unserved.items():
        rows[pk].outcome, rows[pk].outcome_reason = NeedOutcome.NONE, reason
    fields = ["outcome", "outcome_reason", "outcome_vnd", "alone_vnd"]
    JointNeed.objects.bulk_update(rows.values(), fields, batch_size=500)


def _tell(actor: Actor, round_: JointRound, scenario: JointScenario) -> None:
    words = gettext_lazy("Sở đã công bố phương án quy hoạch chung năm {year}. Xem kết quả và trả lời trước {day}.")
    tell(
        actor=actor, users_of=enterprises_of(actor=actor, programme=round_.programme),
        permission=Permission.JOINT_PLAN_ANSWER, url=round_url(round_), icon="map-2",
        text=format_lazy(words, year=round_.year, day=f"{round_.answer_by:%d/%m/%Y}"),
        key=f"joint.published:{scenario.pk}",
    )  # fmt: skip
