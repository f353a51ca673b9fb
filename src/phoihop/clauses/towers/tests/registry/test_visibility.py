import datetime as dt

import pytest

from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.actions.registry import tenancies
from phoihop.clauses.towers.models import Mast, Site, SlotBand, Station, Tenancy
from phoihop.clauses.towers.queries.registry.masts import Filter, masts, own_mast, visible_mast
from phoihop.testing.cast import seat
from phoihop.testing.factories import RegulatorFactory


def test_a_rival_and_another_department_see_nothing(vnpt, viettel, mast_of):
    mast = mast_of(vnpt)
    other = seat(RegulatorFactory(), viettel.seats[0].role.OFFICER, "Sở khác", "khac@example.vn")

    for stranger in (viettel, other):
        for model in (Site, Mast, Tenancy, Station, SlotBand):
            assert not model.objects.visible_to(stranger).exists()
        with pytest.raises(NotVisible):
            visible_mast(actor=stranger, pk=mast.pk)


def test_the_department_sees_all_and_changes_nothing(vnpt, viettel, regulator, mast_of):
    found = {mast_of(vnpt).pk, mast_of(viettel).pk}

    assert set(masts(actor=regulator).values_list("pk", flat=True)) == found
    with pytest.raises(NotVisible):
        own_mast(actor=regulator, pk=found.pop())


def test_a_tenant_sees_the_mast_while_it_stands_there(vnpt, viettel, mast_of):
    mast = mast_of(vnpt)
    tenancy = tenancies.add_tenancy(actor=vnpt, mast=mast, operator=viettel.party)
    assert visible_mast(actor=viettel, pk=mast.pk) == mast
    assert not masts(actor=viettel).exists()

    tenancies.end_tenancy(actor=vnpt, tenancy=tenancy, until=dt.date(2026, 6, 1))

    assert not Mast.objects.visible_to(viettel).exists()


def test_filters_narrow_the_list(vnpt, viettel, regulator, mast_of, communes, classes):
    shared = mast_of(vnpt, site={"name": "Đài Nam Sách", "longitude": 106.35}, offered_for_sharing=True)
    tenancies.add_tenancy(actor=vnpt, mast=shared, operator=viettel.party)
    late = mast_of(
        viettel,
        site={"longitude": 106.45},
        mast_class=classes["A2a"],
        height_m=60,
        certificate_expires_on=dt.date(2026, 6, 1),
    )

    def found(**asked):
        return list(masts(actor=regulator, by=Filter(**asked)))

    assert found(text="dai nam sach") == found(sharing="shared") == found(sharing="offered") == [shared]
    assert found(owner=viettel.party.pk) == found(certificate="expired") == found(certificate="due") == [late]
    assert found(sharing="alone") == found(mast_class=classes["A2a"].pk) == found(area=communes[1].pk) == [late]
    assert found(certificate="missing") == [shared]
    assert len(found(area=communes[0].parent_id)) == len(found(text="hai duong")) == 2
    assert found(order="tenants") == found(order="height")[::-1] == [shared, late]
    assert found(order="certificate") == found(order="height") == [late, shared]
    assert found(state="planned") == []
