"""What is due about the registry: an answer to a proposed change, a review of what an owner stated."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.towers.queries.registry.changes import waiting_changes
from phoihop.clauses.towers.queries.registry.vetoes import to_review
from phoihop.notices.sources import Due


def registry_dues(actor: Actor) -> Iterator[Due]:
    """Proposed changes that one's side has to answer or waits for; statements to review. Two queries."""
    title = _("Trả lời đề nghị sửa thỏa thuận dùng cột %(reference)s")
    for change in waiting_changes(actor=actor):
        if {change.by_id, change.asked_of_id} & actor.party_ids:
            yield Due(
                f"towers.tenancy.change:{change.pk}",
                title % {"reference": change.tenancy.agreement_ref},
                reverse("towers:mast_detail", args=[change.tenancy.mast_id]), change.asked_of_id, change.by_id,
                source=_("Sổ cột ăng ten"), icon="arrows-exchange",
            )  # fmt: skip
    for veto in to_review(actor=actor):
        site = veto.mast.site
        yield Due(
            f"towers.veto.review:{veto.pk}",
            _("Xem xét tuyên bố cột không nhận thêm của %(party)s") % {"party": site.owner.short_name},
            reverse("towers:veto_list"), site.regulator_id, site.owner_id, source=_("Sổ cột ăng ten"), icon="ban",
        )  # fmt: skip
