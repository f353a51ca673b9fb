"""Lines of a sheet that would change what stands in an agreement with another enterprise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from uuid import UUID

from phoihop.base.sheets import Problem, Saying
from phoihop.clauses.towers.models import Mast, MastState, MastVeto, Site
from phoihop.clauses.towers.queries.registry.agreed import Promise, moved, promises, too_low
from phoihop.clauses.towers.registry.imports import Row, same_mast
from phoihop.people.models import Party

ELSEWHERE = Saying(
    "Cột tại “{code}” được dùng chung theo thỏa thuận {reference} nên không chuyển đi nơi khác được.",
    "The mast at “{code}” is shared under agreement {reference} and cannot be moved elsewhere.",
)
LOWER = Saying(
    "Cột mang ăng ten ở độ cao {height} m theo thỏa thuận {reference} nên không ghi thấp hơn được.",
    "The mast carries antennas at {height} m under agreement {reference}, so it cannot be lower.",
)
OWN = Saying(
    "Thỏa thuận {reference} đặt ăng ten của đơn vị ở độ cao {height} m. Hãy gửi đề nghị sửa ở trang của cột.",
    "Agreement {reference} puts your antennas at {height} m. Propose a change on the mast's page.",
)
WEAKER = Saying(
    "Cột được dùng chung theo thỏa thuận {reference}: hãy đổi giới hạn cản gió ở trang của cột, không qua bảng.",
    "The mast is shared under agreement {reference}: change its wind limit on its own page, not by a sheet.",
)


CLOSED = Saying(
    "Đơn vị đã tuyên bố cột này không nhận thêm. Hãy rút tuyên bố trước khi chào cho dùng chung.",
    "You have stated that this mast takes no more tenants. Take that back before you offer it for sharing.",
)


def closed_offers(*, owner: Party, rows: Sequence[tuple[Row, UUID]]) -> Iterator[Problem]:
    """Lines that offer masts of which the owner has stated that they take nobody."""
    offering = {pk: row for row, pk in rows if row.mast.get("offered_for_sharing")}
    closed = MastVeto.objects.in_force().filter(mast__site__in=offering, mast__site__owner=owner)
    masts: defaultdict[UUID, list[Mast]] = defaultdict(list)
    for veto in closed.select_related("mast") if offering else ():
        masts[veto.mast.site_id].append(veto.mast)
    for row, pk in rows if masts else ():
        if pk in masts and row.mast.get("offered_for_sharing") and same_mast(masts[pk], row) is not None:
            yield Problem(CLOSED, row.line)


def broken_promises(*, owner: Party, rows: Sequence[tuple[Row, UUID]]) -> Iterator[Problem]:
    """What is wrong with lines that change known places, in the order of the lines.

    :param rows: lines, and the sites of ``owner`` that they change
    """
    promised = promises(sites={pk for _row, pk in rows})
    if not promised:
        return
    sites = {site.pk: site for site in Site.objects.filter(pk__in=promised.keys(), owner=owner)}
    masts: defaultdict[UUID, list[Mast]] = defaultdict(list)
    for mast in Mast.objects.filter(site__in=sites.values()).exclude(state=MastState.REMOVED):
        masts[mast.site_id].append(mast)
    for row, pk in rows:
        if pk not in sites or not promised[pk]:
            continue
        yield from _broken(owner, row, sites[pk], same_mast(masts[pk], row), promised[pk])


def _broken(owner: Party, row: Row, site: Site, mast: Mast | None, promised: Sequence[Promise]) -> Iterator[Problem]:
    if moved(site, row.latitude, row.longitude):
        yield Problem(ELSEWHERE, row.line, values={"code": row.code, "reference": promised[0].reference})
    there = [one for one in promised if mast is not None and one.mast_id == mast.pk]
    if mast is None or not there:
        return
    high = too_low(there, mast.pk, mast.height_m if "height_m" not in row.mast else _tenths(row.mast["height_m"]))
    if high is not None:
        yield Problem(LOWER, row.line, values={"height": _shown(high), "reference": high.reference})
    limit = row.mast.get("wind_area_limit_m2")
    if limit is not None and (
        mast.wind_area_limit_m2 is None or round(Decimal(repr(float(limit))), 2) < mast.wind_area_limit_m2
    ):
        yield Problem(WEAKER, row.line, values={"reference": there[0].reference})
    own = next((one for one in there if one.operator_id == owner.pk and one.height_m is not None), None)
    if own is not None and row.antenna_height_m is not None and _tenths(row.antenna_height_m) != own.height_m:
        yield Problem(OWN, row.line, values={"height": _shown(own), "reference": own.reference})


def _tenths(height_m: float) -> Decimal:
    return round(Decimal(repr(float(height_m))), 1)


def _shown(promise: Promise) -> str:
    return f"{float(promise.height_m or 0):g}".replace(".", ",")
