"""The register, and what can be taken away from it."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.ui import page, rows
from phoihop.papers import sheets
from phoihop.papers.metadata import LIMITS, metadata_of
from phoihop.papers.queries import papers as queries

YEARS_OFFERED = 6
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _asked(request: ActorRequest) -> dict[str, Any]:
    asked = request.GET
    year = asked.get("year", "")
    return {
        "year": int(year) if re.fullmatch(r"(19|20)[0-9]{2}", year) else None,
        "kind": asked.get("type", ""),
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
        waiting=queries.to_number(actor=actor), numbers=actor.may(Permission.PAPER_NUMBER),
        writes=actor.may(Permission.PAPER_WRITE), asked=asked,
        types=queries.TYPE_CHOICES, statuses=queries.STATUS_CHOICES,
        years=range(actor.today.year, actor.today.year - YEARS_OFFERED, -1),
    )  # fmt: skip


@open_to(holding(Permission.PAPER_NUMBER, Permission.PAPER_WRITE))
@require_GET
def export_xlsx(request: ActorRequest) -> HttpResponse:
    """The register of one's own bodies as a sheet."""
    found = queries.own_register(actor=request.actor, **_asked(request))
    head = [_("Số, ký hiệu"), _("Loại"), _("Trích yếu"), _("Ngày ban hành"), _("Người ký"), _("Trạng thái")]
    lines = [
        [
            paper.code, paper.get_type_display(), paper.abstract,
            paper.issued_on.strftime("%d/%m/%Y") if paper.issued_on else "", paper.signer_name,
            paper.get_status_display(),
        ]
        for paper in found
    ]  # fmt: skip
    headers = {"Content-Disposition": 'attachment; filename="register.xlsx"'}
    return HttpResponse(sheets.as_xlsx(_("Sổ văn bản"), head, lines), content_type=XLSX, headers=headers)


@open_to(holding(Permission.PAPER_NUMBER, Permission.PAPER_WRITE))
@require_GET
def metadata_csv(request: ActorRequest) -> HttpResponse:
    """Metadata of the selection, by decree 30 appendix VI."""
    found = queries.own_register(actor=request.actor, **_asked(request))
    fields = [metadata_of(paper, [party.name for party in paper.audience.all()]) for paper in found]
    body = sheets.as_csv(list(LIMITS), [list(one.values()) for one in fields])
    headers = {"Content-Disposition": 'attachment; filename="metadata.csv"'}
    return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)
