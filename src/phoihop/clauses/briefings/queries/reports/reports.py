"""One report for its pages: who may read it, and who may read its figures."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.models import CellRemark, Explanation, Report, ReportStatus
from phoihop.clauses.briefings.reporting.standing import takes_figures


def visible_report(*, actor: Actor, pk: UUID) -> Report:
    """One report.

    :raises NotVisible: it is another party's, or of a round that was not opened
    """
    found = Report.objects.visible_to(actor).filter(pk=pk).select_related(
        "round__version__form", "round__programme__lead", "party", "pressed_by", "accepted_by"
    )  # fmt: skip
    row = found.first()
    if row is None:
        raise NotVisible
    return row


def reads_figures(*, actor: Actor, report: Report) -> bool:
    """Whether the actor may read what stands in the cells: the department, only once the party has handed it in."""
    return report.party_id in actor.party_ids or report.first_submitted_at is not None


def may_fill(*, actor: Actor, report: Report) -> bool:
    """Whether the actor may type figures now."""
    return actor.may(Permission.FIGURES_FILL, report.party_id) and takes_figures(report, actor.today)


def report_to_fill(*, actor: Actor, pk: UUID) -> Report:
    """A report whose cells the actor's party fills in.

    :raises NotVisible: it is not the actor's own to fill in
    """
    report = visible_report(actor=actor, pk=pk)
    if not actor.may(Permission.FIGURES_FILL, report.party_id):
        raise NotVisible
    return report


def report_to_review(*, actor: Actor, pk: UUID) -> Report:
    """A report that the actor's department accepts or sends back.

    :raises NotVisible: another department does, or none
    """
    report = visible_report(actor=actor, pk=pk)
    if not actor.may(Permission.FIGURES_ASK, report.round.programme.lead_id):
        raise NotVisible
    return report


def own_reports(*, actor: Actor) -> QuerySet[Report]:
    """The reports of the actor's own parties, the newest period first."""
    found = Report.objects.visible_to(actor).filter(party_id__in=actor.party_ids)
    return found.select_related("round__version__form", "party").order_by("-round__ends_on", "round__title")


def remarks_of(*, actor: Actor, report: Report) -> QuerySet[CellRemark]:
    """What the department said of single figures, oldest first."""
    mine = Report.objects.visible_to(actor).filter(pk=report.pk)
    return CellRemark.objects.filter(report__in=mine).select_related("indicator", "code", "written_by")


def explanations_of(*, actor: Actor, report: Report) -> QuerySet[Explanation]:
    """What the party said of warnings."""
    mine = Report.objects.visible_to(actor).filter(pk=report.pk)
    found = Explanation.objects.filter(report__in=mine).select_related("rule")
    return found if reads_figures(actor=actor, report=report) else found.none()


def waiting_reports(*, actor: Actor) -> QuerySet[Report]:
    """What was handed in and waits for the actor's department."""
    found = Report.objects.filter(round__programme__lead_id__in=actor.regulator_ids, status=ReportStatus.SUBMITTED)
    return found.select_related("round", "party").order_by("submitted_at")
