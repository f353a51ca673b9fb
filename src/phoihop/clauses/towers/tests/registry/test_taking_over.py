import datetime as dt

from phoihop.clauses.towers.actions.registry import tenancies
from phoihop.clauses.towers.models import Site
from phoihop.clauses.towers.registry.taking_over import take_over_masts

DAY = dt.date(2026, 6, 1)


def test_the_successor_owns_the_masts_and_stands_once_on_each(vnpt, viettel, post, regulator, mast_of):
    mast_of(vnpt, site={"code": "HD1"})
    mast_of(viettel, site={"code": "HD1"})
    shared = mast_of(post)
    for member in (vnpt, viettel):
        tenancies.add_tenancy(actor=post, mast=shared, operator=member.party)

    take_over_masts(viettel.party, vnpt.party, DAY, regulator)

    assert sorted(Site.objects.filter(owner=vnpt.party).values_list("code", flat=True)) == ["HD1", "HD1*"]
    standing = shared.tenancies.filter(until=None)
    assert sorted(one.operator.short_name for one in standing.select_related("operator")) == ["Bưu điện", "VNPT"]
    assert shared.tenancies.get(operator=viettel.party).until == DAY
