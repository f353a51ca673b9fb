"""Typing figures: the table as a plain form, and as cells that are saved one by one."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.clauses.briefings.actions.reports import prefilling
from phoihop.clauses.briefings.actions.reports.filling import Change, Conflict, Kept, Saved, save_cells
from phoihop.clauses.briefings.checking import Cell, Finding, cell_of
from phoihop.clauses.briefings.filling.figures import anchor_of, written
from phoihop.clauses.briefings.queries.reports import findings, grid, reports
from phoihop.clauses.briefings.reporting.standing import last_day, standing_of

FILLERS = holding(Permission.FIGURES_FILL)
GRID = "briefings:report_grid"
VALUE, ESTIMATE = "v:", "e:"


@open_to(FILLERS)
def report_grid(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The table; without scripts each section is a form with a button."""
    report = reports.report_to_fill(actor=request.actor, pk=pk)
    outcome: Saved | None = None
    if request.method == "POST":
        try:
            outcome = save_cells(actor=request.actor, report=report, changes=_typed(request.POST))
        except NotAllowed:
            raise
        except Refused as refusal:
            return refused(request, refusal, GRID, pk)
        if not outcome.conflicts:
            problems = sum(bool(kept.problem) for kept in outcome.kept.values())
            words = _("Đã lưu; còn ô chưa đọc được số.") if problems else _("Đã lưu.")
            return saved(request, GRID, pk, message=words)
        report = reports.report_to_fill(actor=request.actor, pk=pk)
    return _shown(request, report, outcome)


def _shown(request: ActorRequest, report: Any, outcome: Saved | None) -> HttpResponse:
    actor = request.actor
    table = grid.grid_of(actor=actor, report=report, to_fill=True)
    found = findings.judged(actor=actor, report=report, loaded=table.loaded)
    labels = table.loaded.shape.labels
    told = [_told(one, labels, found.explained) for one in (*found.errors, *found.warnings)]
    conflicts = {str(cell): one for cell, one in outcome.conflicts.items()} if outcome else {}
    return page(
        request, "briefings/reports/grid.html", report=report, grid=table, told=told, conflicts=conflicts,
        standing=standing_of(report, actor.today), last_day=last_day(report), status=409 if conflicts else 200,
        sections=[
            (section, json.dumps({cell.key: cell.version for cell in section.cells if cell.version}))
            for section in table.sections
        ],
        state={
            "url": reverse("briefings:report_cells", args=[report.pk]), "since": table.read_at.isoformat(),
            "findings": told, "editable": table.editable,
        },
    )  # fmt: skip


def _typed(posted: QueryDict) -> list[Change]:
    """What a section's form sends: every cell of it, with the versions that the page showed."""
    versions = _read_object(posted.get("versions", ""))
    marked = {name.removeprefix(ESTIMATE) for name in posted if name.startswith(ESTIMATE)}
    return [
        Change(_cell(key), str(posted[name]), int(versions.get(key, 0)), key in marked)
        for name in posted
        if name.startswith(VALUE) and (key := name.removeprefix(VALUE))
    ]


def _cell(key: str) -> Cell:
    try:
        return cell_of(key)
    except ValueError:
        raise Refused(_("Biểu mẫu không có ô “%(cell)s”. Hãy tải lại trang.") % {"cell": key}) from None


def _read_object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refused(_("Nội dung gửi lên không đọc được. Hãy tải lại trang."))
    return found


@open_to(FILLERS)
@require_http_methods(["GET", "POST"])
def report_cells(request: ActorRequest, pk: UUID) -> HttpResponse:
    """POST: keep changed cells and say what follows from them. GET: what others changed meanwhile."""
    actor = request.actor
    report = reports.report_to_fill(actor=actor, pk=pk)
    try:
        answer: dict[str, Any] = {"now": actor.at.isoformat(), "at": f"{timezone.localtime(actor.at):%H:%M}"}
        if request.method == "POST":
            changes = _changes(request.POST)
            outcome = save_cells(actor=actor, report=report, changes=changes, pasted="pasted" in request.POST)
            answer |= _answer(request, report, outcome)
        else:
            answer["others"] = _others(request, report)
    except (NotAllowed, NotVisible):
        raise
    except Refused as refusal:
        return JsonResponse({"error": str(refusal)}, status=refusal.status)
    return JsonResponse(answer)


def _changes(posted: QueryDict) -> list[Change]:
    found = _read_object(posted.get("cells", ""))
    try:
        return [
            Change(_cell(key), str(one["text"])[:200], int(one.get("version", 0)), bool(one.get("estimate")))
            for key, one in found.items()
        ]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Refused(_("Nội dung gửi lên không đọc được. Hãy tải lại trang.")) from None


def _answer(request: ActorRequest, report: Any, outcome: Saved) -> dict[str, Any]:
    touched = {cell.indicator for cell in (*outcome.kept, *outcome.conflicts)}
    answer: dict[str, Any] = {
        "kept": {str(cell): _kept(one) for cell, one in outcome.kept.items()},
        "conflicts": {str(cell): _conflict(one) for cell, one in outcome.conflicts.items()},
    }
    if touched:
        around = findings.findings_around(actor=request.actor, report=report, indicators=touched)
        answer["looked"] = {"indicators": sorted(around.indicators), "rules": sorted(around.rules)}
        answer["findings"] = [_told(one, around.labels, {}) for one in around.findings]
    return answer


def _kept(kept: Kept) -> dict[str, Any]:
    return {"version": kept.version, "text": kept.text, "estimate": kept.estimate, "problem": kept.problem}


def _conflict(conflict: Conflict) -> dict[str, Any]:
    at = timezone.localtime(conflict.at)
    return {
        "version": conflict.version, "text": conflict.text, "estimate": conflict.estimate, "by": conflict.by,
        "at": f"{at:%H:%M}",
    }  # fmt: skip


def _told(finding: Finding, labels: Any, explained: dict[str, str]) -> dict[str, Any]:
    cells = [{"key": str(cell), "anchor": anchor_of(cell)} for cell in finding.cells]
    return {
        "rule": finding.rule_id or "", "check": finding.check, "severity": finding.severity,
        "message": finding.message, "detail": finding.detail, "cells": cells,
        "label": labels.get(finding.cells[0], str(finding.cells[0])) if finding.cells else "",
        "explained": explained.get(finding.rule_id or "", ""),
    }  # fmt: skip


def _others(request: ActorRequest, report: Any) -> dict[str, Any]:
    since = parse_datetime(request.GET.get("since", "").replace(" ", "+"))
    if since is None or since.tzinfo is None:
        since = request.actor.at - dt.timedelta(minutes=1)
    found = grid.changes_since(actor=request.actor, report=report, since=since)
    return {
        str(Cell(row.indicator.code, row.code.code if row.code else None)): {
            "version": row.version, "text": row.typed or written(row.value), "estimate": row.estimate,
            "by": str(row.changed_by or ""),
        }
        for row in found
    }  # fmt: skip


@open_to(FILLERS)
@require_POST
def report_prefill(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take over what is known into the cells that are blank."""
    report = reports.report_to_fill(actor=request.actor, pk=pk)
    try:
        taken = prefilling.take_offers(actor=request.actor, report=report)
    except NotAllowed:
        raise
    except Refused as refusal:
        return refused(request, refusal, GRID, pk)
    words = ngettext(
        "Đã điền %(n)s ô từ số đã biết. Hãy xem lại.", "Đã điền %(n)s ô từ số đã biết. Hãy xem lại.", taken
    )
    return saved(request, GRID, pk, message=words % {"n": taken})
