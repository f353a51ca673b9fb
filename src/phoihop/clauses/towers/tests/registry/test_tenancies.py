import datetime as dt
from decimal import Decimal

import pytest

from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.clauses.towers.actions.registry import masts, tenancies
from phoihop.clauses.towers.models import Station, StationState, Tenancy
from phoihop.clauses.towers.queries.registry.masts import mast_sheet, visible_mast

DAY = dt.date(2026, 6, 1)


@pytest.fixture
def shared(vnpt, viettel, mast_of):
    """A mast of VNPT with Viettel on it."""
    mast = mast_of(vnpt)
    tenancies.add_tenancy(
        actor=vnpt, mast=mast, operator=viettel.party, antenna_height_m=Decimal(30), since=dt.date(2024, 1, 1)
    )
    return mast


def test_an_operator_stands_once_on_a_mast(vnpt, viettel, shared):
    with pytest.raises(Refused, match="đang có trên cột"):
        tenancies.add_tenancy(actor=vnpt, mast=shared, operator=viettel.party)


def test_whoever_left_may_come_back(vnpt, viettel, shared):
    tenancies.end_tenancy(actor=vnpt, tenancy=shared.tenancies.get(operator=viettel.party), until=DAY)

    tenancies.add_tenancy(actor=vnpt, mast=shared, operator=viettel.party)

    assert Tenancy.objects.filter(operator=viettel.party).count() == 2


def test_leaving_turns_the_stations_off_and_happens_once(vnpt, viettel, shared):
    tenancy = shared.tenancies.get(operator=viettel.party)
    tenancies.set_station(actor=viettel, tenancy=tenancy, technology="4G")
    tenancies.end_tenancy(actor=vnpt, tenancy=tenancy, until=DAY)

    with pytest.raises(Stale):
        tenancies.end_tenancy(actor=vnpt, tenancy=tenancy, until=DAY)

    assert Station.objects.get().state == StationState.OFF


def test_an_antenna_does_not_hang_above_the_mast(vnpt, post, shared):
    with pytest.raises(Refused, match="vượt chiều cao"):
        tenancies.add_tenancy(actor=vnpt, mast=shared, operator=post.party, antenna_height_m=Decimal(50))


def test_nobody_stands_on_a_mast_that_is_gone(vnpt, viettel, mast_of):
    mast = mast_of(vnpt)
    masts.take_down(actor=vnpt, mast=mast, removed_on=DAY)

    with pytest.raises(Refused, match="đang sử dụng"):
        tenancies.add_tenancy(actor=vnpt, mast=mast, operator=viettel.party)


def test_stations_are_their_operators_own(vnpt, viettel, shared):
    tenancy = shared.tenancies.get(operator=viettel.party)

    with pytest.raises(NotAllowed):
        tenancies.set_station(actor=vnpt, tenancy=tenancy, technology="5G")


def test_a_technology_recorded_twice_is_changed(vnpt, shared):
    tenancy = shared.tenancies.get(operator=vnpt.party)
    for power in ("40", "80"):
        tenancies.set_station(actor=vnpt, tenancy=tenancy, technology="4G", power_w=Decimal(power))

    assert Station.objects.get().power_w == 80


def test_owner_and_tenant_each_see_their_own_stations(vnpt, viettel, shared):
    for member in (vnpt, viettel):
        tenancy = shared.tenancies.get(operator=member.party)
        tenancies.set_station(actor=member, tenancy=tenancy, technology="4G")

    for member, lines in ((vnpt, {"VNPT": 1, "Viettel": 0}), (viettel, {"Viettel": 1})):
        sheet = mast_sheet(actor=member, mast=visible_mast(actor=member, pk=shared.pk))
        assert {one.operator.short_name: len(one.shown_stations) for one in sheet.tenancies} == lines


def test_a_tenant_sees_no_bands_files_or_other_tenants(vnpt, viettel, post, shared):
    masts.add_band(actor=vnpt, mast=shared, from_m=Decimal(10), to_m=Decimal(13), slots=1)
    tenancies.add_tenancy(actor=vnpt, mast=shared, operator=post.party)

    sheet = mast_sheet(actor=viettel, mast=visible_mast(actor=viettel, pk=shared.pk))

    assert (sheet.bands, sheet.files, sheet.siblings) == ([], [], [])
    assert [one.operator for one in sheet.tenancies] == [viettel.party]
