import datetime as dt

import pytest

from phoihop.clauses.towers.actions.registry import tenancies
from phoihop.clauses.towers.models import Station, StationState
from phoihop.programme.facts import fact_of, sites
from phoihop.testing.cast import DAY, seat
from phoihop.testing.factories import RegulatorFactory

FIRST = dt.date(2026, 1, 1)


@pytest.fixture
def shared(vnpt, viettel, mast_of):
    """Two masts of VNPT, one of them shared with Viettel, whose station is on air there."""
    mast_of(vnpt, site={"code": "HD-A", "name": "Trạm Bạch Đằng"})
    mast = mast_of(vnpt, site={"code": "HD-B", "name": "Trạm Chí Linh"})
    tenancy = tenancies.add_tenancy(actor=vnpt, mast=mast, operator=viettel.party)
    Station.objects.create(tenancy=tenancy, technology="4g", state=StationState.ON_AIR, since=FIRST)
    return mast


def _known(actor, party, last=DAY):
    codes = ("towers.masts", "towers.shared_masts", "towers.stations")
    return [fact_of(code).ask(actor, party.pk, FIRST, last) for code in codes]


def test_a_party_and_its_department_are_told_what_the_registry_knows(vnpt, viettel, regulator, shared):
    for actor in (vnpt, regulator):
        assert _known(actor, vnpt.party)[:2] == [2, 1]
        assert {site.name for site in sites(actor=actor, party_id=vnpt.party.pk, like="")} == {
            "HD-A – Trạm Bạch Đằng",
            "HD-B – Trạm Chí Linh",
        }
    assert _known(viettel, viettel.party) == [0, 0, 1]


def test_a_rival_and_another_department_are_told_nothing(vnpt, viettel, shared):
    other = seat(RegulatorFactory(), vnpt.seats[0].role.OFFICER, "Sở khác", "khac@example.vn")

    for stranger in (viettel, other):
        assert _known(stranger, vnpt.party) == [None, None, None]
        assert sites(actor=stranger, party_id=vnpt.party.pk, like="") == []


def test_of_a_party_without_masts_nothing_is_known(post, shared):
    assert _known(post, post.party) == [None, None, None]


def test_masts_are_counted_as_they_stood_on_the_last_day(vnpt, mast_of, classes):
    mast_of(vnpt, in_use_since=dt.date(2026, 5, 1))

    known = [fact_of("towers.masts").ask(vnpt, vnpt.party.pk, FIRST, dt.date(2026, month, 1)) for month in (4, 5, 6)]

    assert known == [None, 1, 1]


def test_a_site_is_found_by_a_part_of_its_name_without_diacritics(vnpt, shared):
    (site,) = sites(actor=vnpt, party_id=vnpt.party.pk, like="chi linh")

    assert (site.source_label, site.source_id, site.latitude) == ("towers.mast", shared.pk, shared.site.latitude)
