"""Whether the masts of a plan are still to be had on the day it is published."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from phoihop.base.errors import Refused
from phoihop.clauses.towers.joint.results import SiteFacts
from phoihop.clauses.towers.joint.rulebook import Rulebook
from phoihop.clauses.towers.models import Mast
from phoihop.clauses.towers.queries.registry.vetoes import closed_masts


def owners_now(sites: Sequence[SiteFacts], book: Rulebook) -> dict[str, UUID]:
    """Mast id → its owner, of the existing masts that the sites stand on; for the department alone.

    :raises Refused: since the run a mast was deleted or taken down, is offered no more, or takes nobody by its
        owner's word
    """
    wanted = {site.mast: site for site in sites if site.mast}
    pks = [UUID(pk) for pk in wanted]
    masts = {str(mast.pk): mast for mast in Mast.objects.filter(pk__in=pks).select_related("site")}
    standing = {str(pk) for pk in Mast.objects.standing().filter(pk__in=pks).values_list("pk", flat=True)}
    closed = {str(pk) for pk in closed_masts(masts=pks)}
    for pk, site in wanted.items():
        mast = masts.get(pk)
        if mast is None:  # its code went with it: its place is what the plan still knows
            words = _("Cột tại %(place)s không còn trong danh sách cột. Hãy tính lại phương án rồi công bố.")
            raise Refused(words % {"place": f"{site.latitude:.5f}; {site.longitude:.5f}"})
        if pk not in standing:
            words = _("Cột %(mast)s không còn sử dụng. Hãy tính lại phương án rồi công bố.")
            raise Refused(words % {"mast": mast})
        if pk in closed:
            words = _("Chủ cột %(mast)s đã tuyên bố không nhận thêm. Hãy tính lại phương án rồi công bố.")
            raise Refused(words % {"mast": mast})
        if book.honour_offers and not mast.offered_for_sharing:
            words = _("Cột %(mast)s không còn được chào dùng chung. Hãy tính lại phương án rồi công bố.")
            raise Refused(words % {"mast": mast})
    return {pk: mast.site.owner_id for pk, mast in masts.items()}
