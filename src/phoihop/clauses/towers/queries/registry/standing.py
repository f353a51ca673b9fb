"""How a party's part of the registry stands: certificates that run out, half years that were not confirmed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Min, Q, QuerySet

from phoihop.base.access import Actor
from phoihop.clauses.towers.models import Mast, RegistryConfirmation, Site
from phoihop.people.models import Party

WARNED_DAYS = 30  # before a certificate expires
ASKED_DAYS = 45  # before a half year ends


@dataclass(frozen=True, slots=True)
class HalfYear:
    """The first or the second half of a year."""

    year: int
    half: int

    @property
    def ends_on(self) -> dt.date:
        """Its last day."""
        return dt.date(self.year, 6, 30) if self.half == 1 else dt.date(self.year, 12, 31)

    @property
    def before(self) -> HalfYear:
        """The one before."""
        return HalfYear(self.year - 1, 2) if self.half == 1 else HalfYear(self.year, 1)

    @classmethod
    def of(cls, day: dt.date) -> HalfYear:
        """The one in which a day lies."""
        return cls(day.year, 1 if day.month <= 6 else 2)


@dataclass(frozen=True, slots=True)
class RunningOut:
    """An owner's certificates that have expired or soon will."""

    owner: Party
    masts: int
    first_on: dt.date


def half_to_confirm(*, actor: Actor) -> HalfYear:
    """The half year for which the registry is confirmed now: the one about to end, else the one that has ended."""
    now = HalfYear.of(actor.today)
    return now if (now.ends_on - actor.today).days <= ASKED_DAYS else now.before


def running_out(*, actor: Actor) -> list[RunningOut]:
    """Owners with certificates that expire within a month or have expired."""
    limit = actor.today + dt.timedelta(days=WARNED_DAYS)
    masts = Mast.objects.kept_by(actor).standing().filter(certificate_expires_on__lte=limit)
    counted = masts.order_by().values("site__owner_id").annotate(masts=Count("pk"), first=Min("certificate_expires_on"))
    found = {row["site__owner_id"]: row for row in counted}
    owners = Party.objects.filter(pk__in=found)
    return [RunningOut(owner, found[owner.pk]["masts"], found[owner.pk]["first"]) for owner in owners]


def unconfirmed(*, actor: Actor) -> QuerySet[Party]:
    """Owners that have not confirmed the half year that is asked for, and had masts before it ended."""
    half = half_to_confirm(actor=actor)
    done = RegistryConfirmation.objects.filter(year=half.year, half=half.half).values("owner_id")
    sites = Site.objects.kept_by(actor).filter(created_at__date__lte=half.ends_on)
    return Party.objects.filter(Q(pk__in=sites.values("owner_id")) & ~Q(pk__in=done))


def confirmations(*, actor: Actor, owner: Party) -> QuerySet[RegistryConfirmation]:
    """What an owner confirmed, newest first."""
    return RegistryConfirmation.objects.visible_to(actor).filter(owner=owner).select_related("confirmed_by")
