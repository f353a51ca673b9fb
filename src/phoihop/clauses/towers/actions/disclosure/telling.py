"""Telling owners that somebody looked at their masts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy

from phoihop.base.access import Actor, Permission
from phoihop.clauses.towers.models import DisclosedMast, Disclosure
from phoihop.notices.actions import tell


def tell_owners(actor: Actor, look: Disclosure, shown: Iterable[DisclosedMast]) -> None:
    """One notice an owner: who looked, how many of the owner's own masts; never at which area, nor at whose else."""
    for owner_id, masts in Counter(mast.owner_id for mast in shown).items():
        tell(
            actor=actor, users_of=[owner_id], permission=Permission.MAST_MANAGE, icon="eye",
            text=gettext_lazy("%(asker)s đã xem vị trí làm tròn của %(masts)d cột sẵn sàng cho dùng chung của đơn vị."),
            words={"asker": look.asker.short_name, "masts": masts},
            url=reverse("towers:disclosure_log"), key=f"disclosure:{look.pk}:{owner_id}",
        )  # fmt: skip
