"""Places in one's own registry that may be one under two names."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, refused, rows, saved
from phoihop.clauses.towers.actions.registry.merging import merge_sites
from phoihop.clauses.towers.queries.registry import masts as queries
from phoihop.clauses.towers.queries.registry.likeness import like_sites

KEEPERS = holding(Permission.MAST_MANAGE)


@open_to(KEEPERS)
@require_GET
def duplicates(request: ActorRequest) -> HttpResponse:
    """Pairs of places that may be one."""
    pairs = rows(request, like_sites(actor=request.actor))
    return page(request, "towers/registry/duplicates.html", pairs=pairs)


@open_to(KEEPERS)
@require_POST
def site_merge(request: ActorRequest, pk: UUID, other_pk: UUID) -> HttpResponse:
    """Put two places together."""
    site = queries.own_site(actor=request.actor, pk=pk)
    other = queries.own_site(actor=request.actor, pk=other_pk)
    try:
        merge_sites(actor=request.actor, site=site, other=other)
    except Refused as refusal:
        return refused(request, refusal, "towers:duplicates")
    return saved(request, "towers:duplicates", message=_("Đã gộp hai vị trí là một."))
