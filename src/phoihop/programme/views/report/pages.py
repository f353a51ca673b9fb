"""Reading reports."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from phoihop.base.access import SEATED, ActorRequest, Permission, open_to
from phoihop.base.ui import page
from phoihop.programme.forms.report import (
    AddendumForm,
    CirculateForm,
    CommendationForm,
    ConfirmForm,
    GatherForm,
    RemarksForm,
    ResolveForm,
)
from phoihop.programme.queries import programmes
from phoihop.programme.queries import report as queries


@open_to(SEATED)
@require_GET
def report_list(request: ActorRequest, programme_pk: UUID) -> HttpResponse:
    """The reports of a programme."""
    actor = request.actor
    programme = programmes.visible_programme(actor=actor, pk=programme_pk)
    gathers = actor.may(Permission.REPORT_GATHER, programme.lead_id)
    years = [plan.year for plan in queries.reportable_plans(actor=actor, programme=programme.pk)] if gathers else []
    return page(
        request,
        "programme/report/list.html",
        programme=programme,
        gathers=gathers,
        years=years,
        reports=queries.reports(actor=actor, programme=programme.pk),
        form=GatherForm(years=years),
    )


@open_to(SEATED)
@require_GET
def report_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One report: what all read, and the reader's own part."""
    actor = request.actor
    report = queries.visible_report(actor=actor, pk=pk)
    lead = report.programme.lead_id
    own = queries.own_part_party(actor=actor, report=report)
    parts = queries.shown_parts(actor=actor, report=report)
    answered = any(part.answer for part in parts if own and part.party_id == str(own.pk))
    choices = queries.parties_of_report(actor=actor, report=report)
    return page(
        request,
        "programme/report/detail.html",
        report=report,
        programme=report.programme,
        parts=parts,
        own=own,
        answered=answered,
        common=report.content.get("common", {}),
        leads=lead in actor.party_ids,
        gathers=actor.may(Permission.REPORT_GATHER, lead),
        draws=queries.paper_can_be_drawn(actor=actor, report=report),
        freezes=actor.may(Permission.REPORT_FREEZE, lead),
        decides=actor.may(Permission.COMMENDATION_DECIDE, lead),
        chart=queries.chart_of(actor=actor, report=report),
        addenda=queries.shown_addenda(actor=actor, report=report),
        intact=queries.is_intact(actor=actor, report=report),
        commendations=queries.shown_commendations(actor=actor, report=report),
        confirm_form=ConfirmForm(),
        resolve_form=ResolveForm(),
        circulate_form=CirculateForm(),
        addendum_form=AddendumForm(choices=choices),
        remarks_form=RemarksForm(initial={"remarks": report.remarks}),
        commendation_form=CommendationForm(choices=choices),
    )


@open_to(SEATED)
@require_GET
def report_data(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The parts that the reader may see, with all checksums, to keep and verify elsewhere."""
    report = queries.visible_report(actor=request.actor, pk=pk)
    return JsonResponse(
        {
            "report": str(report),
            "programme": report.programme.name,
            "status": report.status,
            "checksum": report.checksum,
            "part_checksums": report.part_checksums,
            "content": queries.shown_content(actor=request.actor, report=report),
        },
        json_dumps_params={"ensure_ascii": False, "indent": 1},
        headers={"Content-Disposition": f'attachment; filename="report-{report.year}-{report.period}.json"'},
    )
