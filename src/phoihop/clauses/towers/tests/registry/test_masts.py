import datetime as dt
from decimal import Decimal

import pytest

from phoihop.base.errors import Refused
from phoihop.base.models import AuditEntry
from phoihop.base.transitions import WrongState
from phoihop.clauses.towers.actions.registry import masts, tenancies
from phoihop.clauses.towers.models import Mast, MastState, Site

DAY = dt.date(2026, 6, 1)


def test_the_rent_that_an_owner_asks_stays_out_of_the_history(vnpt, mast_of):
    mast = mast_of(vnpt, rent_asked_vnd=7_654_321)

    masts.edit_mast(actor=vnpt, mast=mast, rent_asked_vnd=8_765_432)

    told = [f"{one.before}{one.after}" for one in AuditEntry.objects.all()]
    assert not any("7654321" in text or "8765432" in text for text in told)


@pytest.mark.parametrize("height", ["0", "-3", "351"])
def test_an_impossible_height_is_refused(vnpt, mast_of, height):
    with pytest.raises(Refused, match="Chiều cao cột"):
        mast_of(vnpt, height_m=Decimal(height))


def test_taking_down_ends_the_owners_own_tenancy(vnpt, mast_of):
    mast = mast_of(vnpt)

    masts.take_down(actor=vnpt, mast=mast, removed_on=DAY)

    assert mast.state == MastState.REMOVED
    assert mast.tenancies.get().until == DAY


def test_a_mast_with_a_tenant_is_not_taken_down(vnpt, viettel, mast_of):
    mast = mast_of(vnpt)
    tenancies.add_tenancy(actor=vnpt, mast=mast, operator=viettel.party)

    with pytest.raises(masts.StillUsed):
        masts.take_down(actor=vnpt, mast=mast, removed_on=DAY)

    assert Mast.objects.get().state == MastState.IN_USE


def test_a_mast_is_not_taken_down_twice(vnpt, mast_of):
    mast = mast_of(vnpt)
    masts.take_down(actor=vnpt, mast=mast, removed_on=DAY)

    with pytest.raises(WrongState):
        masts.take_down(actor=vnpt, mast=mast, removed_on=DAY)


def test_a_planned_mast_comes_into_use_with_its_owner(vnpt, mast_of):
    mast = mast_of(vnpt, state=MastState.PLANNED, in_use_since=None)

    masts.put_into_use(actor=vnpt, mast=mast, in_use_since=DAY)

    assert (mast.state, mast.in_use_since) == (MastState.IN_USE, DAY)
    assert mast.tenancies.get().since == DAY


def test_what_was_entered_by_mistake_goes_with_its_site(vnpt, mast_of):
    masts.delete_mast(actor=vnpt, mast=mast_of(vnpt))

    assert not Site.objects.exists()
    assert AuditEntry.objects.filter(event="towers.mast.deleted").exists()


def test_a_mast_that_somebody_used_is_not_deleted(vnpt, viettel, mast_of):
    mast = mast_of(vnpt)
    tenancies.add_tenancy(actor=vnpt, mast=mast, operator=viettel.party)

    with pytest.raises(masts.StillUsed):
        masts.delete_mast(actor=vnpt, mast=mast)


@pytest.mark.parametrize(("low", "high"), [(40, 43), (22, 25), (19, 21)])
def test_a_band_lies_on_the_mast_and_over_no_other(vnpt, mast_of, low, high):
    mast = mast_of(vnpt)
    masts.add_band(actor=vnpt, mast=mast, from_m=Decimal(20), to_m=Decimal(23), slots=1)

    with pytest.raises(Refused):
        masts.add_band(actor=vnpt, mast=mast, from_m=Decimal(low), to_m=Decimal(high), slots=1)
