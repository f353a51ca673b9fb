"""What of the registry moves when one party takes over from another: masts, tenancies, the department's keeping."""

from __future__ import annotations

import datetime as dt

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.clauses.towers.models import LocalRule, MastClass, RestrictedZone, SharingTarget, Site, Tenancy
from phoihop.people.models import Party


def take_over_masts(predecessor: Party, successor: Party, on: dt.date, actor: Actor) -> None:
    """The successor owns the masts and stands where the predecessor stood; a code that it uses already gets a mark.

    Of two tenancies on one mast the successor's own goes on and the other ends.
    """
    for site in Site.objects.filter(owner=predecessor):
        code = site.code
        while Site.objects.filter(owner=successor, code=code).exists():
            code = f"{code}*"
        Site.objects.filter(pk=site.pk).update(owner=successor, code=code)
        audit.record(actor, "towers.site.edited", site, party=successor, after={"owner": str(successor)})
    there = Tenancy.objects.filter(operator=successor).current().values("mast_id")
    going = Tenancy.objects.filter(operator=predecessor).current()
    going.filter(mast_id__in=list(there.values_list("mast_id", flat=True))).update(until=on)
    going.update(operator=successor)
    Site.objects.filter(regulator=predecessor).update(regulator=successor)
    for model in (LocalRule, RestrictedZone):
        model._default_manager.filter(regulator=predecessor).update(regulator=successor)
    known = SharingTarget.objects.filter(regulator=successor).values_list("year", flat=True)
    SharingTarget.objects.filter(regulator=predecessor).exclude(year__in=list(known)).update(regulator=successor)
    codes = MastClass.objects.filter(keeper=successor).values_list("code", flat=True)
    MastClass.objects.filter(keeper=predecessor).exclude(code__in=list(codes)).update(keeper=successor)
