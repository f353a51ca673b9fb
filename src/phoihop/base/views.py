"""Files, jobs, the history, and the gallery of components."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base import files, jobs, queries
from phoihop.base.access import PUBLIC, SIGNED_IN, ActorRequest, Permission, holding, open_to
from phoihop.base.events import label_of
from phoihop.base.forms import DateField, Form, LongTextField, TextField
from phoihop.base.text import safe_cell
from phoihop.base.ui import page, rows, saved

INLINE = {"application/pdf", "image/png", "image/jpeg", "image/webp"}


@open_to(SIGNED_IN)
@require_GET
def file(request: ActorRequest, pk: UUID) -> HttpResponse | FileResponse:
    """A stored file, after asking the row that holds it; never anything a browser could run."""
    stored = files.visible_file(actor=request.actor, pk=pk)
    inline = stored.media_type in INLINE and "download" not in request.GET
    response = FileResponse(
        stored.content.open("rb"), as_attachment=not inline, filename=stored.name, content_type=stored.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


@open_to(SIGNED_IN)
@require_GET
def job_list(request: ActorRequest) -> HttpResponse:
    """One's long work."""
    return page(request, "base/jobs.html", jobs=rows(request, queries.jobs(actor=request.actor)))


@open_to(SIGNED_IN)
@require_GET
def job_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """How far one job is; the part is fetched again while it runs."""
    job = jobs.visible_job(actor=request.actor, pk=pk)
    return page(request, "base/job.html", part="progress", job=job)


@open_to(SIGNED_IN)
@require_POST
def job_cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask a job to stop."""
    jobs.cancel(actor=request.actor, pk=pk)
    return saved(request, "base:job_detail", pk, message=gettext("Đã yêu cầu dừng."))


class HistoryForm(Form):
    """Which entries to show."""

    q = TextField(label=_("Tìm"), required=False)
    since = DateField(label=_("Từ ngày"), required=False)
    until = DateField(label=_("Đến ngày"), required=False)
    event = TextField(required=False)


def _asked(request: ActorRequest) -> dict[str, Any]:
    form = HistoryForm(request.GET)
    form.is_valid()
    data = getattr(form, "cleaned_data", {})
    return {
        "text": data.get("q", ""),
        "event": data.get("event", ""),
        "since": data.get("since"),
        "until": data.get("until"),
    }


@open_to(holding(Permission.HISTORY_READ))
@require_GET
def history(request: ActorRequest) -> HttpResponse:
    """Who did what, when, for which party."""
    asked = _asked(request)
    entries = rows(request, queries.history(actor=request.actor, **asked), 50)
    lines = [queries.HistoryLine(entry, label_of(entry.event)) for entry in entries]
    choices = queries.event_choices(actor=request.actor)
    return page(request, "base/history.html", part="rows", entries=entries, lines=lines, asked=asked, choices=choices)


@open_to(holding(Permission.HISTORY_READ))
@require_GET
def history_entry(request: ActorRequest, seq: int) -> HttpResponse:
    """One entry, before and after side by side."""
    entry = queries.visible_entry(actor=request.actor, seq=seq)
    keys = sorted(entry.before.keys() | entry.after.keys())
    changes = [(key, entry.before.get(key), entry.after.get(key)) for key in keys]
    return page(request, "base/history_entry.html", entry=entry, label=label_of(entry.event), changes=changes)


class _Echo:
    def write(self, value: str) -> str:
        """Hand the line on instead of keeping it."""
        return value


@open_to(holding(Permission.HISTORY_READ))
@require_GET
def history_export(request: ActorRequest) -> StreamingHttpResponse:
    """The selection as CSV, streamed; cells cannot turn into formulas."""
    found = queries.history(actor=request.actor, **_asked(request))

    def lines() -> Iterator[str]:
        writer = csv.writer(_Echo())
        yield "\ufeff"
        yield writer.writerow(["seq", "at", "who", "event", "object", "before", "after", "request", "hash"])
        for e in found.iterator(chunk_size=2000):
            values = [json.dumps(value, ensure_ascii=False) for value in (e.before, e.after)]
            cells = [e.user_name, e.event, e.object_text, *values, e.request_id, e.hash]
            yield writer.writerow([e.seq, e.at.isoformat(), *map(safe_cell, cells)])

    name = f"history-{request.actor.today:%Y%m%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8", headers=headers)


class SampleForm(Form):
    """Every sort of field, for the gallery."""

    text = TextField(label=_("Một dòng"), help_text=_("Lời giải thích ngắn."))
    long = LongTextField(label=_("Nhiều dòng"), required=False)
    day = DateField(label=_("Ngày"))


@open_to(PUBLIC)
@require_GET
def gallery(request: ActorRequest) -> HttpResponse:
    """All components on one page, in debug mode alone."""
    if not settings.DEBUG:
        raise Http404
    states = ["draft", "circulated", "in_force", "scheduled", "open", "held", "closed", "postponed", "cancelled"]
    option = {"xAxis": {"data": ["1", "2", "3"]}, "yAxis": {}, "series": [{"type": "bar", "data": [1, 4, 2]}]}
    return page(request, "base/gallery.html", sample=SampleForm({}), states=states, option=option)
