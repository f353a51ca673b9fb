"""Taking figures away: the template of a report, the figures of a report or of a round."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.clauses.briefings.actions.sheets import exporting as actions
from phoihop.clauses.briefings.queries.reports.reports import report_to_fill, visible_report
from phoihop.clauses.briefings.queries.reports.rounds import visible_round


def _sent(made: actions.Export) -> HttpResponse:
    response = HttpResponse(made.content, content_type=made.media_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@open_to(holding(Permission.FIGURES_FILL))
@require_GET
def report_template(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The workbook to be filled in for a report."""
    report = report_to_fill(actor=request.actor, pk=pk)
    return _sent(actions.template_of(actor=request.actor, report=report))


@open_to(SEATED)
@require_POST
def report_export(request: ActorRequest, pk: UUID, form: str) -> HttpResponse:
    """The figures of one report."""
    if form not in actions.FORMS:
        raise Http404
    report = visible_report(actor=request.actor, pk=pk)
    made = actions.export_report(actor=request.actor, report=report, form=form, language=get_language() or "vi")
    return _sent(made)


@open_to(SEATED)
@require_POST
def round_export(request: ActorRequest, pk: UUID, form: str) -> HttpResponse:
    """The figures of a round, as far as the reader may read them."""
    if form not in actions.FORMS:
        raise Http404
    round_ = visible_round(actor=request.actor, pk=pk)
    made = actions.export_round(actor=request.actor, round_=round_, form=form, language=get_language() or "vi")
    return _sent(made)
