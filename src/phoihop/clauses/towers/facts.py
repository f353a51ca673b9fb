"""What the registry knows of a party, for forms of reports and for whoever names a site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.search import matches
from phoihop.clauses.towers.models import Mast
from phoihop.clauses.towers.registry.structures import structures_of
from phoihop.clauses.towers.sharing.rates import Rates, by_party
from phoihop.people.models import Party
from phoihop.programme.facts import Ask, Fact, Site, register_fact, register_sites

MOST_SITES = 20  # to choose from


def _rates(actor: Actor, party_id: UUID, last: dt.date) -> Rates | None:
    """Masts of a party and stations of its own, as they stood on ``last``; None of a rival, or of one without any."""
    party = Party.objects.visible_to(actor).filter(pk=party_id).first()
    if party is None or party.registered_by_id is None:
        return None
    if party_id not in actor.party_ids and party.registered_by_id not in actor.regulator_ids:
        return None
    rows = structures_of(regulator_id=party.registered_by_id)
    return by_party(rows, min(last, actor.today)).get(party_id)


def _asking(name: str) -> Ask:
    def ask(actor: Actor, party_id: UUID, first: dt.date, last: dt.date) -> Decimal | None:
        rates = _rates(actor, party_id, last)
        return None if rates is None else Decimal(getattr(rates, name))

    return ask


def masts_named(actor: Actor, party_id: UUID, like: str) -> Iterator[Site]:
    """A party's masts whose code, name or address contains ``like``: its own eyes, and its department's."""
    found = Mast.objects.kept_by(actor).filter(site__owner_id=party_id).select_related("site")
    if like.strip():
        found = found.filter(matches(like, "site__code", "site__name", "site__address", "code"))
    for mast in found.order_by("site__code", "code")[:MOST_SITES]:
        site = mast.site
        name = " – ".join(part for part in (site.code, site.name) if part)
        yield Site(str(_("Cột ăng ten")), name[:100], "towers.mast", mast.pk, site.latitude, site.longitude)


def register_facts() -> None:
    """Called once at start-up."""
    masts, stations = _("cột"), _("trạm")
    for fact in (
        Fact("towers.masts", _("Cột ăng ten trong sổ"), masts, _asking("masts")),
        Fact("towers.shared_masts", _("Cột ăng ten dùng chung trong sổ"), masts, _asking("shared_masts")),
        Fact("towers.stations", _("Trạm đang hoạt động trong sổ"), stations, _asking("stations")),
    ):
        register_fact(fact)
    register_sites(masts_named)
