"""Reports for pages: the common part, and of the parts by party only one's own, or all for the lead."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.papers.models import PaperStatus
from phoihop.people.models import Party
from phoihop.programme import gathering
from phoihop.programme.models import (
    Commendation,
    CommendationStatus,
    Plan,
    PlanStatus,
    ReportAddendum,
    ReportAnswer,
    ReportStatus,
    YearReport,
)


def _leads(actor: Actor, report: YearReport) -> bool:
    return report.programme.lead_id in actor.party_ids


def visible_report(*, actor: Actor, pk: UUID) -> YearReport:
    """One report.

    :raises NotVisible: no such report for this person
    """
    found = (
        YearReport.objects.visible_to(actor)
        .select_related("programme__lead", "plan__memorandum", "paper")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def paper_can_be_drawn(*, actor: Actor, report: YearReport) -> bool:
    """Whether the report has no paper in use, or a draft that does not show the sealed figures yet."""
    if not actor.may(Permission.REPORT_GATHER, report.programme.lead_id):
        return False
    paper = report.paper
    if paper is None or paper.status == PaperStatus.VOID:
        return True
    sealed = bool(report.checksum) and report.checksum in json.dumps(paper.description)
    return paper.status == PaperStatus.DRAFT and not sealed


def reports(*, actor: Actor, programme: UUID) -> QuerySet[YearReport]:
    """The reports of a programme, newest first."""
    return (
        YearReport.objects.visible_to(actor)
        .filter(programme_id=programme)
        .defer("content")
        .order_by("-year", "-period")
    )


def reportable_plans(*, actor: Actor, programme: UUID) -> QuerySet[Plan]:
    """Agreed plans, for which a report can be gathered."""
    return Plan.objects.visible_to(actor).filter(programme_id=programme, status=PlanStatus.FROZEN).order_by("-year")


def plan_to_report(*, actor: Actor, programme: UUID, year: int) -> Plan:
    """The agreed plan of a year.

    :raises NotVisible: there is none
    """
    found = (
        reportable_plans(actor=actor, programme=programme).filter(year=year).select_related("programme", "memorandum")
    )
    plan = found.first()
    if plan is None:
        raise NotVisible
    return plan


@dataclass(frozen=True, slots=True)
class PartyPart:
    """One party's part of a report."""

    party_id: str
    name: str
    figures: list[dict[str, Any]]
    presence: dict[str, int]
    answer: ReportAnswer | None
    checksum: str


def shown_parts(*, actor: Actor, report: YearReport) -> list[PartyPart]:
    """The parts by party that the reader may see, by name."""
    answers = {str(answer.party_id): answer for answer in report.answers.select_related("author")}
    mine = {str(pk) for pk in actor.party_ids}
    parts = [
        PartyPart(
            key, part["name"], part["figures"], part["presence"], answers.get(key), report.part_checksums.get(key, "")
        )
        for key, part in report.content.get("parties", {}).items()
        if _leads(actor, report) or key in mine
    ]
    return sorted(parts, key=lambda part: part.name)


def shown_content(*, actor: Actor, report: YearReport) -> dict[str, Any]:
    """The sealed content that the reader may take away and verify."""
    mine = {str(pk) for pk in actor.party_ids}
    parts = report.content.get("parties", {})
    shown = {key: part for key, part in parts.items() if _leads(actor, report) or key in mine}
    return {"common": report.content.get("common", {}), "parties": shown}


def is_intact(*, actor: Actor, report: YearReport) -> bool:
    """Whether what the reader sees fits the checksums of the frozen report."""
    content = shown_content(actor=actor, report=report)
    return report.status == ReportStatus.FROZEN and gathering.verify(content, report.part_checksums, report.checksum)


def own_part_party(*, actor: Actor, report: YearReport) -> Party | None:
    """The party for which the reader may confirm the report."""
    mine = actor.parties_with(Permission.REPORT_CONFIRM) - {report.programme.lead_id}
    keys = [pk for pk in mine if str(pk) in report.content.get("parties", {})]
    return Party.objects.visible_to(actor).filter(pk__in=keys).first()


def party_of_report(*, actor: Actor, report: YearReport, pk: UUID) -> Party:
    """A party of the report, for the lead.

    :raises NotVisible: not of this report, or the reader does not lead it
    """
    if not _leads(actor, report) or str(pk) not in report.content.get("parties", {}):
        raise NotVisible
    return Party.objects.visible_to(actor).get(pk=pk)


def parties_of_report(*, actor: Actor, report: YearReport) -> QuerySet[Party]:
    """The parties that a report speaks of, for the lead."""
    keys = list(report.content.get("parties", {})) if _leads(actor, report) else []
    return Party.objects.visible_to(actor).filter(pk__in=keys)


def shown_addenda(*, actor: Actor, report: YearReport) -> QuerySet[ReportAddendum]:
    """Addenda for all, and those of one's own party; the lead sees all."""
    found = report.addenda.select_related("party", "author").order_by("number")
    if not _leads(actor, report):
        found = found.filter(Q(party__isnull=True) | Q(party_id__in=actor.party_ids))
    return found


def shown_commendations(*, actor: Actor, report: YearReport) -> QuerySet[Commendation]:
    """What was decided is for all to see; what is only proposed, or was not accepted, for the lead."""
    found = report.commendations.select_related("party", "paper").order_by("created_at")
    if not _leads(actor, report):
        found = found.filter(status=CommendationStatus.DECIDED)
    return found


def visible_commendation(*, actor: Actor, pk: UUID) -> Commendation:
    """One commendation, for the lead.

    :raises NotVisible: no such commendation for this person
    """
    found = (
        Commendation.objects.filter(pk=pk, report__in=YearReport.objects.visible_to(actor))
        .select_related("report__programme__lead", "party")
        .first()
    )
    if found is None or not _leads(actor, found.report):
        raise NotVisible
    return found


def chart_of(*, actor: Actor, report: YearReport) -> dict[str, Any]:
    """Planned and done activities a clause, as an ECharts option."""
    lines = report.content.get("common", {}).get("clauses", [])
    names = [line["clause"] or "–" for line in lines]
    return {
        "xAxis": {"type": "value", "minInterval": 1},
        "yAxis": {
            "type": "category",
            "data": names,
            "inverse": True,
            "axisLabel": {"width": 130, "overflow": "break", "fontSize": 11, "lineHeight": 12},
        },
        "legend": {"bottom": 0},
        "series": [
            {"type": "bar", "name": _("Kế hoạch"), "data": [line["planned"] for line in lines]},
            {"type": "bar", "name": _("Đã làm"), "data": [line["done"] for line in lines]},
        ],
    }
