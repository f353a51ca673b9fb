"""Commendations: proposed from the figures, decided by the department."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused, Stale
from phoihop.notices.actions import tell
from phoihop.papers.actions.papers import draw_paper
from phoihop.papers.present_signer import signature_of
from phoihop.people.models import Party
from phoihop.programme.describe.report import commendation_paper
from phoihop.programme.gathering import candidates
from phoihop.programme.models import Commendation, CommendationStatus, YearReport


def propose_from_figures(*, actor: Actor, report: YearReport) -> list[Commendation]:
    """Propose every party whose figures speak for it; those proposed before are left as they are.

    The reason, which all read once it is decided, names no figure; the figures stay with the department.
    """
    require(actor, Permission.COMMENDATION_PROPOSE, party=report.programme.lead_id)
    reason = _("Tham gia đầy đủ và hoàn thành chỉ tiêu phối hợp năm %(year)s.") % {"year": report.year}
    with transaction.atomic():
        YearReport.objects.select_for_update().get(pk=report.pk)  # who asks at the same moment proposes nobody twice
        known = {str(one.party_id) for one in report.commendations.filter(person="")}
        found = [one for one in candidates(report.content) if one.party not in known]
        made = Commendation.objects.bulk_create(
            Commendation(report=report, party_id=one.party, figures=one.figures, reason=reason) for one in found
        )
        audit.record(
            actor, "programme.commendation.proposed_from_figures", report, party=report.programme.lead_id,
            after={"parties": [one.party for one in found]},
        )  # fmt: skip
    return made


def propose_commendation(
    *, actor: Actor, report: YearReport, party: Party, reason: str, person: str = ""
) -> Commendation:
    """Propose a party, or a person of it.

    :raises Refused: no reason is given, or it was proposed in this report before
    """
    require(actor, Permission.COMMENDATION_PROPOSE, party=report.programme.lead_id)
    if str(party.pk) not in report.content.get("parties", {}):
        raise NotVisible
    if not reason.strip():
        raise Refused(_("Hãy nêu thành tích."), field="reason")
    person = " ".join(person.split())
    with transaction.atomic():
        YearReport.objects.select_for_update().get(pk=report.pk)
        known = report.commendations.filter(party=party).values_list("person", flat=True)
        if person.casefold() in {one.casefold() for one in known}:
            raise Refused(
                _("%(who)s đã được đề nghị trong báo cáo này.") % {"who": person or party.short_name}, field="person"
            )
        made = Commendation.objects.create(report=report, party=party, person=person, reason=reason.strip())
        audit.record(actor, "programme.commendation.proposed", made, party=report.programme.lead_id)
    return made


def _decide(actor: Actor, commendation: Commendation, status: CommendationStatus) -> None:
    moved = Commendation.objects.filter(pk=commendation.pk, status=CommendationStatus.PROPOSED)
    if not moved.update(status=status, decided_at=actor.at):
        raise Stale
    commendation.status, commendation.decided_at = status, actor.at


def decide_commendation(*, actor: Actor, commendation: Commendation) -> Commendation:
    """The department's leader decides; the decision is drawn as a paper."""
    report = commendation.report
    lead = report.programme.lead
    require(actor, Permission.COMMENDATION_DECIDE, party=lead)
    with transaction.atomic():
        _decide(actor, commendation, CommendationStatus.DECIDED)
        description = commendation_paper(commendation, signer=signature_of(lead, on=actor.today), on=actor.today)
        paper = draw_paper(
            actor=actor, party=lead, subject=commendation, description=description, audience=[commendation.party],
            lead_id=lead.pk,
        )  # fmt: skip
        Commendation.objects.filter(pk=commendation.pk).update(paper=paper)
        commendation.paper = paper
        audit.record(actor, "programme.commendation.decided", commendation, party=commendation.party)
        tell(
            actor=actor, users_of=[commendation.party_id], key=f"commendation:{commendation.pk}", icon="award",
            text=gettext_lazy("Quyết định khen thưởng: %(who)s"), words={"who": commendation},
            url=reverse("programme:report_detail", args=[report.pk]),
        )  # fmt: skip
    return commendation


def reject_commendation(*, actor: Actor, commendation: Commendation) -> Commendation:
    """The department's leader decides against it; only the department knows of it."""
    require(actor, Permission.COMMENDATION_DECIDE, party=commendation.report.programme.lead_id)
    with transaction.atomic():
        _decide(actor, commendation, CommendationStatus.REJECTED)
        audit.record(
            actor, "programme.commendation.rejected", commendation, party=commendation.report.programme.lead_id
        )
    return commendation
