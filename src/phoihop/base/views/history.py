"""The history: searching it, reading one entry, taking a selection away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_GET

from phoihop.base import queries
from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.changes import changes_of
from phoihop.base.history_forms import HistoryForm
from phoihop.base.history_sheets import csv_lines, workbook
from phoihop.base.ui import page, rows

READERS = holding(Permission.HISTORY_READ)
ROWS = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _form(request: ActorRequest) -> HistoryForm:
    actor = request.actor
    return HistoryForm(
        request.GET,
        events=queries.event_choices(actor=actor),
        people=queries.person_choices(actor=actor),
        parties=queries.party_choices(actor=actor),
    )


def _asked(form: HistoryForm) -> dict[str, Any]:
    """What to look for; a field that cannot be read narrows nothing and says so beside it."""
    form.is_valid()
    data = form.cleaned_data
    return {
        "text": data.get("q", ""), "event": data.get("event", ""), "row": data.get("row", ""),
        "party": _identifier(data.get("party")), "person": _identifier(data.get("person")),
        "since": data.get("since"), "until": data.get("until"),
    }  # fmt: skip


def _identifier(text: str | None) -> UUID | None:
    return UUID(text) if text else None


@open_to(READERS)
@require_GET
def history(request: ActorRequest) -> HttpResponse:
    """Who did what, when, for which party."""
    form = _form(request)
    entries = rows(request, queries.history(actor=request.actor, **_asked(form)), ROWS)
    lines = queries.history_lines(actor=request.actor, entries=list(entries.object_list))
    return page(request, "base/history.html", part="rows", search=form, entries=entries, lines=lines)


@open_to(READERS)
@require_GET
def history_entry(request: ActorRequest, seq: int) -> HttpResponse:
    """One entry, before and after side by side."""
    line = queries.visible_entry(actor=request.actor, seq=seq)
    changes = changes_of(line.entry)
    return page(request, "base/history_entry.html", line=line, entry=line.entry, changes=changes)


@open_to(READERS)
@require_GET
def history_csv(request: ActorRequest) -> StreamingHttpResponse:
    """The selection as CSV, sent line by line; no cell can turn into a formula."""
    found = queries.history(actor=request.actor, **_asked(_form(request)))
    headers = {"Content-Disposition": f'attachment; filename="{_name(request)}.csv"'}
    lines = csv_lines(found.iterator(chunk_size=2000))
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


@open_to(READERS)
@require_GET
def history_xlsx(request: ActorRequest) -> FileResponse:
    """The selection as a workbook; no cell can turn into a formula."""
    found = queries.history(actor=request.actor, **_asked(_form(request)))
    book = workbook(found.iterator(chunk_size=2000))
    return FileResponse(book, as_attachment=True, filename=f"{_name(request)}.xlsx", content_type=XLSX)


def _name(request: ActorRequest) -> str:
    return f"lich-su-{request.actor.today:%Y%m%d}"
