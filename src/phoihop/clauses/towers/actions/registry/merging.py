"""Two sites that are one place: found out late, put together again."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.models import StoredFile
from phoihop.clauses.towers.actions.registry.facts import facts
from phoihop.clauses.towers.actions.registry.keeping import require_place
from phoihop.clauses.towers.actions.registry.sites import FIELDS
from phoihop.clauses.towers.models import Mast, Site, SiteFile


def merge_sites(*, actor: Actor, site: Site, other: Site) -> Site:
    """Move the masts and files of ``other`` to ``site``; ``other`` goes, its name stays in the history.

    :raises Agreed: others stand at ``other`` by agreement, and ``site`` is another place
    :raises Refused: they are one already, or belong to two owners
    """
    require(actor, Permission.MAST_MANAGE, party=site.owner_id)
    if site.pk == other.pk or site.owner_id != other.owner_id:
        raise Refused(_("Chỉ gộp được hai vị trí khác nhau của cùng một doanh nghiệp."))
    with transaction.atomic():
        require_place(other, site.latitude, site.longitude)
        codes = set(Mast.objects.filter(site=site).values_list("code", flat=True))
        for mast in Mast.objects.select_for_update().filter(site=other):
            if mast.code in codes:
                mast.code = f"{other.code}/{mast.code}".rstrip("/")[:40]
            codes.add(mast.code)
            mast.site = site
            mast.save(update_fields=["site", "code", "changed_at"])
        StoredFile.objects.filter(holder_label="towers.site", holder_id=other.pk).update(holder_id=site.pk)
        SiteFile.objects.filter(site=other).update(site=site)
        told = facts(other, FIELDS)
        audit.record(actor, "towers.site.merged", site, party=site.owner_id, before=told, after={"code": site.code})
        other.delete()
    return site
