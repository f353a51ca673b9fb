"""Asking for an area: whole hexagons of a fixed grid, answered once a period, paid from one account a party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.towers.actions.disclosure.telling import tell_owners
from phoihop.clauses.towers.cells import ASKED, ROUNDED, cells_around, key_of
from phoihop.clauses.towers.disclosure.disclosing import code_of, few, height_band
from phoihop.clauses.towers.models import (
    DisclosedCell,
    DisclosedMast,
    Disclosure,
    DisclosurePeriod,
    Extent,
    Mast,
    ShownMast,
    Tenancy,
)
from phoihop.clauses.towers.queries.disclosure.limits import (
    Budget,
    budget,
    programmes_in_force,
    rivals,
    running_period,
    terms_of,
)
from phoihop.people.models import Party
from phoihop.people.places import in_vietnam
from phoihop.programme.models import Programme


class NoProgramme(Refused):
    """Only parties of a programme in force show each other anything."""


class OutsideCountry(Refused):
    """The place lies outside the country."""


class AreaTooLarge(Refused):
    """The circle touches more hexagons than one ask may have."""


class BudgetSpent(Refused):
    """The party has used its part of the period; whether anything stands in the area plays no role."""


def ask_area(
    *, actor: Actor, asker: Party, programme: Programme, latitude: float, longitude: float, radius_m: int,
    purpose: str, explanation: str,
) -> Disclosure:  # fmt: skip
    """Show ``asker`` the masts that others of the programme offer for sharing in an area, and log it.

    :param radius_m: metres around the place; every hexagon that the circle touches is asked for, whole
    :param explanation: why; the owners of masts that are shown read it
    :raises NoProgramme: ``asker`` is in no such programme, or no memorandum is in force
    :raises AreaTooLarge: more hexagons than the department allows at once
    :raises BudgetSpent: the period's account does not cover the new hexagons
    """
    require(actor, Permission.MAST_DISCLOSE, party=asker)
    if not programmes_in_force(actor=actor, asker=asker).filter(pk=programme.pk).exists():
        raise NoProgramme(_("Chỉ doanh nghiệp trong chương trình có biên bản ghi nhớ đang hiệu lực mới hỏi được."))
    if not in_vietnam(latitude, longitude):
        raise OutsideCountry(_("Vị trí nằm ngoài lãnh thổ Việt Nam. Hãy xem lại tọa độ."), field="latitude")
    keys = cells_around(latitude, longitude, radius_m)
    terms = terms_of(actor=actor, regulator_id=programme.lead_id)
    if len(keys) > terms.cells_an_ask:
        words = _("Vùng này chạm %(cells)d ô, mỗi lần chỉ hỏi được %(most)d ô. Hãy giảm bán kính.")
        raise AreaTooLarge(words % {"cells": len(keys), "most": terms.cells_an_ask}, field="radius_m")
    with transaction.atomic():
        period = _locked_period(actor, asker, programme)
        answers = _answers(actor, asker, programme, period, keys)
        look = Disclosure.objects.create(
            programme=programme, regulator_id=programme.lead_id, asker=asker, person_id=actor.user_id,
            person_name=actor.name, asked_at=actor.at, purpose=purpose, explanation=explanation,
            latitude=latitude, longitude=longitude, radius_m=radius_m, period=period,
        )  # fmt: skip
        look.cells.set(answers)
        shown = list(DisclosedMast.objects.shown_to(actor).filter(cell__in=answers).select_related("owner"))
        ShownMast.objects.bulk_create(ShownMast(disclosure=look, mast=mast) for mast in shown)
        audit.record(
            actor, "towers.disclosure.asked", look, party=asker,
            after={"purpose": purpose, "explanation": explanation, "cells": len(keys), "masts": len(shown)},
        )  # fmt: skip
        tell_owners(actor, look, shown)
    return look


def _locked_period(actor: Actor, asker: Party, programme: Programme) -> DisclosurePeriod:
    """The account of the present period, held until the transaction ends: two seats cannot spend it at once."""
    terms = terms_of(actor=actor, regulator_id=programme.lead_id)
    starts_on, ends_on = running_period(actor=actor, asker=asker, terms=terms)
    DisclosurePeriod.objects.get_or_create(
        asker=asker, regulator_id=programme.lead_id, starts_on=starts_on, defaults={"ends_on": ends_on}
    )
    return DisclosurePeriod.objects.select_for_update().get(
        asker=asker, regulator_id=programme.lead_id, starts_on=starts_on
    )


def _answers(
    actor: Actor, asker: Party, programme: Programme, period: DisclosurePeriod, keys: Sequence[int]
) -> list[DisclosedCell]:
    """The answers of ``keys``: those that the period has already, and new ones, which are paid for."""
    known = {cell.key: cell for cell in DisclosedCell.objects.filter(period=period, key__in=keys)}
    new = [key for key in keys if key not in known]
    account = budget(actor=actor, asker=asker, regulator_id=programme.lead_id)
    if account.lacks(len(new)):
        raise BudgetSpent(_spent(account, len(new)))
    made = _answer(actor, asker, programme, period, new)
    return [*known.values(), *made]


def _spent(account: Budget, new: int) -> str:
    words = _(
        "Vùng này có %(new)d ô chưa hỏi trong kỳ, vượt phần còn lại của đơn vị bạn. Hãy chọn vùng nhỏ hơn, xem lại các"
        " lần đã hỏi, hoặc chờ kỳ mới từ ngày %(next)s."
    )
    return words % {"new": new, "next": f"{account.next_on:%d/%m/%Y}"}


def _answer(
    actor: Actor, asker: Party, programme: Programme, period: DisclosurePeriod, new: Sequence[int]
) -> list[DisclosedCell]:
    """Answer hexagons for the first time in the period and charge the account.

    The work depends on the masts that are offered and on nothing else: what is not offered is not even looked at, so
    that neither the answer nor the time it takes tells of it.
    """
    most = terms_of(actor=actor, regulator_id=programme.lead_id).masts_a_cell
    offered = _offered(actor, asker, programme, period)
    chosen = {key: few(asker.pk, offered.get(key, ()), most) for key in new}
    cells = [DisclosedCell(period=period, key=key, extent=_extent(len(offered.get(key, ())), most)) for key in new]
    DisclosedCell.objects.bulk_create(cells)
    wanted = [mast_id for ids in chosen.values() for mast_id in ids]
    by_id = Mast.objects.filter(pk__in=wanted).select_related("site", "mast_class").in_bulk()
    rows = [_row(asker, cell, by_id[mast_id]) for cell in cells for mast_id in chosen[cell.key]]
    DisclosedMast.objects.bulk_create(rows)
    DisclosurePeriod.objects.filter(pk=period.pk).update(cells=F("cells") + len(new), masts=F("masts") + len(rows))
    return cells


def _offered(actor: Actor, asker: Party, programme: Programme, period: DisclosurePeriod) -> dict[int, list[UUID]]:
    """Every mast that rivals offer in the programme, by hexagon; those on which ``asker`` stands it knows already.

    A mast that was shown in the period stays as it was shown first: told once more, under another position, rounding
    or height, the two together would place it better than either.
    """
    owners = rivals(actor=actor, programme=programme, asker=asker).values("party_id")
    found = (
        Mast.objects.standing()
        .filter(offered_for_sharing=True, site__owner_id__in=owners, site__regulator_id=programme.lead_id)
        .exclude(pk__in=DisclosedMast.objects.filter(cell__period=period, mast__isnull=False).values("mast_id"))
        .exclude(pk__in=Tenancy.objects.current().filter(operator=asker).values("mast_id"))
    )
    by_key: defaultdict[int, list[UUID]] = defaultdict(list)
    for mast_id, cell in found.values_list("pk", "site__cell"):
        by_key[key_of(cell, ASKED)].append(mast_id)
    return by_key


def _extent(offered: int, most: int) -> Extent:
    if not offered:
        return Extent.NONE
    return Extent.MORE if offered > most else Extent.SHOWN


def _row(asker: Party, cell: DisclosedCell, mast: Mast) -> DisclosedMast:
    low, high = height_band(float(mast.height_m))
    return DisclosedMast(
        cell=cell, mast=mast, owner_id=mast.site.owner_id, code=code_of(asker.pk, mast.pk),
        place=key_of(mast.site.cell, ROUNDED), class_code=mast.mast_class.code, height_from_m=low, height_to_m=high,
    )  # fmt: skip
