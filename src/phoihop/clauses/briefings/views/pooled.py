"""Pages of pooled tables."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, rows, saved
from phoihop.clauses.briefings.actions.pooled import making, publishing
from phoihop.clauses.briefings.forms.pooled import RulesForm, WithdrawForm
from phoihop.clauses.briefings.queries.pooled import audits, files, tables
from phoihop.clauses.briefings.queries.reports.rounds import visible_round
from phoihop.clauses.briefings.views.reports import charts
from phoihop.clauses.briefings.views.reports.maps import shaded_map

DESK = holding(Permission.FIGURES_POOL)
DETAIL = "briefings:pooled_detail"


@open_to(SEATED)
@require_GET
def pooled_list(request: ActorRequest) -> HttpResponse:
    """Published tables; for the department also the rounds of which one can be made."""
    actor = request.actor
    desk = actor.may(Permission.FIGURES_POOL)
    return page(
        request, "briefings/pooled/list.html", published=rows(request, tables.published(actor=actor)), desk=desk,
        rounds=list(tables.rounds_to_pool(actor=actor)[:12]) if desk else [],
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def pooled_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One table: totals with one's own figures, a trend and a map of the figure that was chosen."""
    actor = request.actor
    publication = tables.visible_publication(actor=actor, pk=pk)
    sections = tables.table(actor=actor, publication=publication)
    codes = [row.indicator.code for section in sections for row in section.rows]
    asked = request.GET.get("indicator", "")
    chosen = asked if asked in codes else (codes[0] if codes else "")
    trend = tables.trend(actor=actor, publication=publication, code=chosen)
    lead = tables.keeps(actor=actor, publication=publication)
    return page(
        request, "briefings/pooled/detail.html", publication=publication, sections=sections, lead=lead, chosen=chosen,
        party=tables.reading_party(actor=actor, publication=publication), trend=trend, chart=_chart(trend),
        map=_map(request, publication, chosen, trend), findings=audits.summary(actor=actor, publication=publication),
        fresh=lead and audits.is_fresh(actor=actor, publication=publication),
    )  # fmt: skip


def _chart(trend: tables.PooledTrend | None) -> dict[str, Any] | None:
    if trend is None:
        return None
    series = [(_("Tổng cộng"), trend.totals)]
    if any(value is not None for value in trend.own):
        series.append((_("Đơn vị của bạn"), trend.own))
    return charts.lines(trend.periods, series)


def _map(
    request: ActorRequest, publication: Any, chosen: str, trend: tables.PooledTrend | None
) -> dict[str, Any] | None:
    if trend is None:
        return None
    areas = tables.areas(actor=request.actor, publication=publication, code=chosen)
    return shaded_map(trend.indicator.name, trend.indicator.unit, areas)


@open_to(SEATED)
@require_GET
def pooled_export(request: ActorRequest, pk: UUID, kind: str) -> HttpResponse:
    """The table as one reads it, as CSV or XLSX."""
    publication = tables.visible_publication(actor=request.actor, pk=pk)
    content, name, media_type = files.table_file(actor=request.actor, publication=publication, kind=kind)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)


@open_to(DESK)
@require_POST
def pooled_make(request: ActorRequest, round_pk: UUID) -> HttpResponse:
    """Make the table of a round, as a job."""
    round_ = visible_round(actor=request.actor, pk=round_pk)
    try:
        job = making.start_pool(actor=request.actor, round=round_)
    except (NotVisible, NotAllowed):
        raise
    except Refused as refusal:
        return refused(request, refusal, "briefings:pooled_list")
    return saved(request, "base:job_detail", job.pk, message=_("Đang lập số liệu tổng hợp."))


@open_to(DESK)
@require_POST
def pooled_publish(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let the parties read it."""
    publication = tables.visible_publication(actor=request.actor, pk=pk)
    try:
        publishing.publish(actor=request.actor, publication=publication)
    except (NotVisible, NotAllowed):
        raise
    except Refused as refusal:
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk, message=_("Đã công bố cho các đơn vị."))


@open_to(DESK)
def pooled_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take it back."""
    publication = tables.visible_publication(actor=request.actor, pk=pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            publishing.withdraw(actor=request.actor, publication=publication, reason=form.cleaned_data["reason"])
        except (NotVisible, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, pk, message=_("Đã thu hồi."))
    return page(request, "briefings/pooled/form.html", form=form, heading=_("Thu hồi bảng"), button=_("Thu hồi"), pk=pk)


@open_to(DESK)
def pooled_rules(request: ActorRequest) -> HttpResponse:
    """The rules by which figures are hidden."""
    actor = request.actor
    regulator, rules = audits.own_rules(actor=actor)
    form = RulesForm(request.POST or None, initial=RulesForm.shown(rules))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        numbers = {name: float(given[name]) for name in ("p_percent", "prior_percent")}
        try:
            publishing.set_rules(
                actor=actor, regulator=regulator, minimum=given["minimum"], colluding=given["colluding"],
                dominance=given["dominance"], **numbers,
            )  # fmt: skip
        except (NotVisible, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, "briefings:pooled_list")
    heading = _("Quy tắc giữ kín số liệu")
    return page(request, "briefings/pooled/form.html", form=form, heading=heading, button=_("Lưu"), pk=None)
