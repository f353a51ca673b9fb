"""The register, and what can be taken away from it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.ui import page, rows
from phoihop.papers import sheets
from phoihop.papers.metadata import LIMITS, metadata_of
from phoihop.papers.queries import papers as queries


def _asked(request: ActorRequest) -> dict[str, Any]:
    asked = request.GET
    year = asked.get("year", "")
    return {
        "year": int(year) if year.isdigit() and len(year) == 4 else None,
        "type": asked.get("type", ""),
        "status": asked.get("status", ""),
        "text": asked.get("q", "").strip(),
    }


@open_to(SEATED)
@require_GET
def register(request: ActorRequest) -> HttpResponse:
    """Papers that the reader may see; for clerks first what waits for a number."""
    actor, asked = request.actor, _asked(request)
    return page(
        request, "papers/register.html", part="rows", papers=rows(request, queries.register(actor=actor, **asked)),
        waiting=queries.to_number(actor=actor), numbers=actor.may(Permission.PAPER_NUMBER), asked=asked,
        types=queries.TYPE_CHOICES, statuses=queries.STATUS_CHOICES, years=range(actor.today.year, actor.today.year - 6, -1),
    )  # fmt: skip


@open_to(holding(Permission.PAPER_NUMBER, Permission.PAPER_WRITE))
@require_GET
def export_xlsx(request: ActorRequest) -> HttpResponse:
    """The register of one's own bodies as a sheet."""
    found = queries.own_register(actor=request.actor, **_asked(request))
    head = [_("Số, ký hiệu"), _("Loại"), _("Trích yếu"), _("Ngày ban hành"), _("Người ký"), _("Trạng thái")]
    lines = [
        [p.code, p.get_type_display(), p.abstract, p.issued_on.strftime("%d/%m/%Y") if p.issued_on else "", p.signer_name,
         p.get_status_display()]
        for p in found
    ]  # fmt: skip
    body = sheets.as_xlsx(_("Sổ văn bản"), head, lines)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": 'attachment; filename="register.xlsx"'})


@open_to(holding(Permission.PAPER_NUMBER, Permission.PAPER_WRITE))
@require_GET
def metadata_csv(request: ActorRequest) -> HttpResponse:
    """Metadata of the selection, by decree 30 appendix VI."""
    found = queries.own_register(actor=request.actor, **_asked(request))
    fields = [metadata_of(paper, [party.name for party in paper.audience.all()]) for paper in found]
    body = sheets.as_csv(list(LIMITS), [list(one.values()) for one in fields])
    headers = {"Content-Disposition": 'attachment; filename="metadata.csv"'}
    return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)
