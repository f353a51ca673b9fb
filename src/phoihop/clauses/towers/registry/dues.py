"""What is due about the registry between two enterprises: an answer to a proposed change."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.towers.queries.registry.changes import waiting_changes
from phoihop.notices.sources import Due


def registry_dues(actor: Actor) -> Iterator[Due]:
    """Proposed changes that one's side has to answer, and those that one's own side waits for. One query."""
    title = _("Trả lời đề nghị sửa thỏa thuận dùng cột %(reference)s")
    for change in waiting_changes(actor=actor):
        if {change.by_id, change.asked_of_id} & actor.party_ids:
            yield Due(
                f"towers.tenancy.change:{change.pk}",
                title % {"reference": change.tenancy.agreement_ref},
                reverse("towers:mast_detail", args=[change.tenancy.mast_id]), change.asked_of_id, change.by_id,
                source=_("Sổ cột ăng ten"), icon="arrows-exchange",
            )  # fmt: skip
