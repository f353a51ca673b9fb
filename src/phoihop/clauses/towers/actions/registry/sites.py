"""Sites: adding, editing, and taking out what was entered by mistake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.towers.actions.registry.facts import facts, fill
from phoihop.clauses.towers.actions.registry.keeping import require_place
from phoihop.clauses.towers.actions.registry.masts import new_mast
from phoihop.clauses.towers.models import Mast, Site
from phoihop.clauses.towers.queries.registry.codes import unit_at
from phoihop.people.models import Party
from phoihop.people.places import in_vietnam

FIELDS = ("code", "name", "address", "latitude", "longitude", "zone", "landlord", "terrain", "note")


class NotInTheCountry(Refused):
    """The position lies outside the country; swapped columns are the usual cause."""


def check_position(latitude: float, longitude: float) -> None:
    """Refuse a position that cannot be meant.

    :raises NotInTheCountry: it lies outside Vietnam
    """
    if in_vietnam(latitude, longitude):
        return
    if in_vietnam(longitude, latitude):
        raise NotInTheCountry(_("Vĩ độ và kinh độ bị đổi chỗ. Hãy đổi lại hai ô rồi lưu."), field="latitude")
    raise NotInTheCountry(_("Vị trí nằm ngoài lãnh thổ Việt Nam. Hãy xem lại vĩ độ và kinh độ."), field="latitude")


def new_site(actor: Actor, owner: Party, values: Mapping[str, Any]) -> Site:
    """Add a site in the transaction of an action; its commune and zone come from its position where they are known.

    :raises Refused: a value breaks a rule, or ``owner`` has no department
    """
    if owner.registered_by_id is None:
        raise Refused(_("Doanh nghiệp chưa thuộc Sở nào nên chưa ghi được sổ cột ăng ten."))
    check_position(values["latitude"], values["longitude"])
    site = Site(owner=owner, regulator_id=owner.registered_by_id)
    fill(site, _placed(actor, values))
    site.save(force_insert=True)
    audit.record(actor, "towers.site.created", site, party=owner, after=facts(site, FIELDS))
    return site


def _placed(actor: Actor, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with the commune; the zone follows it where nobody chose one."""
    unit = unit_at(actor=actor, latitude=values["latitude"], longitude=values["longitude"])
    chosen = dict(values) | {"unit": unit}
    if not chosen.get("zone"):
        chosen["zone"] = unit.zone if unit is not None else Site._meta.get_field("zone").default
    return chosen


def add_site(*, actor: Actor, owner: Party, mast: Mapping[str, Any], own_use: bool = True, **values: Any) -> Mast:
    """Add a site with its first mast.

    :param mast: columns of ``Mast``
    :param own_use: the owner's own equipment stands on it, as a tenancy
    :param values: columns of ``Site``, see ``FIELDS``; an empty zone is found from the position
    :raises NotInTheCountry: the position lies outside Vietnam
    """
    require(actor, Permission.MAST_MANAGE, party=owner)
    with transaction.atomic():
        site = new_site(actor, owner, values)
        return new_mast(actor, site, mast, own_use=own_use)


def edit_site(*, actor: Actor, site: Site, **values: Any) -> Site:
    """Change a site; a new position finds its commune anew.

    :raises Agreed: others stand there by agreement, and it would be another place
    """
    require(actor, Permission.MAST_MANAGE, party=site.owner_id)
    check_position(values.get("latitude", site.latitude), values.get("longitude", site.longitude))
    with transaction.atomic():
        locked = Site.objects.select_for_update().get(pk=site.pk)
        require_place(locked, values.get("latitude", locked.latitude), values.get("longitude", locked.longitude))
        before = facts(locked, FIELDS)
        known = {"latitude": locked.latitude, "longitude": locked.longitude, "zone": locked.zone}
        fill(locked, _placed(actor, known | values))
        locked.save()
        audit.record(
            actor, "towers.site.edited", locked, party=locked.owner_id, before=before, after=facts(locked, FIELDS)
        )
    return locked
