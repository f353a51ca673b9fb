import datetime as dt

import pytest

from phoihop.clauses.towers.actions.registry import masts, tenancies
from phoihop.clauses.towers.kind import TOWERS
from phoihop.clauses.towers.models import MastState
from phoihop.clauses.towers.queries.registry.figures import figures
from phoihop.clauses.towers.sharing.rates import Rates, Stay, Structure, by_party, safe_to_pool, total
from phoihop.programme.models import Activity
from phoihop.testing.cast import DAY, NOON, seat
from phoihop.testing.factories import ActivityFactory, PartyFactory, ProgrammePartyFactory

A, B, C, D = "a", "b", "c", "d"


def structure(owner, *tenants, since=None, until=None, stations=()):
    stays = [Stay(owner, stations=stations), *(Stay(one, stations=stations) for one in tenants)]
    return Structure(owner, "A2b", "Nam Sách", since, until, stays)


def test_two_operators_on_one_of_two_masts_share_half_the_masts_and_most_of_the_stations():
    rows = [structure(A, B, stations=(None, None, None)), structure(A, stations=(None,))]

    parts = by_party(rows, DAY)

    assert parts[A] == Rates(masts=2, shared_masts=1, stations=4, shared_stations=3)
    assert parts[B] == Rates(masts=0, shared_masts=0, stations=3, shared_stations=3)
    assert total(parts.values()).mast_rate == 0.5
    assert total(parts.values()).station_rate == pytest.approx(6 / 7)


def test_a_day_counts_what_stood_on_it():
    day = dt.date(2024, 6, 1)
    gone = structure(A, until=dt.date(2024, 1, 1))
    coming = structure(A, since=dt.date(2025, 1, 1))
    left = Structure(A, "A2b", "", None, None, [Stay(A), Stay(B, until=dt.date(2024, 5, 31))])

    assert by_party([gone, coming, left], day)[A] == Rates(masts=1, shared_masts=0)


def test_no_masts_have_no_rate():
    assert Rates().mast_rate is None
    assert Rates().station_rate is None


@pytest.mark.parametrize(
    ("counts", "safe"),
    [
        ({B: 10, C: 10, D: 10}, True),
        ({B: 10, C: 10}, False),  # whoever knows its own could tell the others apart with one more word
        ({B: 10, C: 10, D: 0}, False),
        ({B: 96, C: 2, D: 2}, False),  # the total is nearly B's own
    ],
)
def test_a_total_is_pooled_only_where_it_betrays_nobody(counts, safe):
    parts = {party: Rates(masts=count, stations=count) for party, count in counts.items()} | {A: Rates(9, 9, 9, 9)}

    assert safe_to_pool(parts, [A]) is safe


@pytest.fixture
def crowd(vnpt, viettel, mast_of):
    """VNPT with two masts, Viettel on one of them and with one of its own."""
    first, _second = mast_of(vnpt), mast_of(vnpt)
    mast_of(viettel, site={"latitude": 20.97})
    tenancy = tenancies.add_tenancy(actor=vnpt, mast=first, operator=viettel.party)
    tenancies.set_station(actor=viettel, tenancy=tenancy, technology="4G")
    return first


def test_the_department_sees_every_owner(regulator, vnpt, viettel, crowd):
    found = figures(actor=regulator, regulator=regulator.party)

    assert found.whole == Rates(masts=3, shared_masts=1, stations=1, shared_stations=1)
    assert [(one.label, one.rates.masts) for one in found.owners] == [("VNPT", 2), ("Viettel", 1)]
    assert found.years[-1].rates == found.whole


def test_an_enterprise_sees_its_own_and_no_total_of_two(vnpt, viettel, regulator, crowd):
    found = figures(actor=viettel, regulator=regulator.party)

    assert found.own == Rates(masts=1, shared_masts=0, stations=1, shared_stations=1)
    assert (found.whole, found.owners) == (None, [])
    assert sum(line.rates.masts for line in found.classes) == sum(line.rates.masts for line in found.areas) == 1
    assert [line.rates.masts for line in found.years][-1] == 1


def test_masts_that_are_only_planned_do_not_count(vnpt, regulator, mast_of):
    mast_of(vnpt, state=MastState.PLANNED)
    masts.take_down(actor=vnpt, mast=mast_of(vnpt), removed_on=dt.date(2026, 6, 14))

    assert figures(actor=regulator, regulator=regulator.party).whole == Rates()


@pytest.fixture
def activity(programme) -> Activity:
    return ActivityFactory(programme=programme, kind="towers")


def _shown(member, activity):
    return {one.party_id: one.value for one in TOWERS.outcomes(member, activity) if one.unit == "cột"}


def test_new_sharing_is_its_owners_and_the_departments_to_know(regulator, vnpt, viettel, crowd, activity):
    crowd.tenancies.exclude(operator=vnpt.party).update(since=dt.date(2026, 5, 1))

    assert _shown(regulator, activity) == {vnpt.party.pk: 1}
    assert _shown(vnpt, activity) == {vnpt.party.pk: 1}
    assert _shown(viettel, activity) == {}


@pytest.mark.parametrize(
    ("since", "first", "second"), [((2025, 12, 1), 0, 0), ((2026, 2, 1), 1, 0), ((2026, 4, 1), 0, 1)]
)
def test_activities_of_a_year_add_up(vnpt, programme, crowd, since, first, second):
    crowd.tenancies.exclude(operator=vnpt.party).update(since=dt.date(*since))
    march, june = (
        ActivityFactory(programme=programme, kind="towers", starts_at=day, ends_at=day)
        for day in (NOON.replace(month=3), NOON)
    )

    assert [_shown(vnpt, one).get(vnpt.party.pk, 0) for one in (march, june)] == [first, second]


def test_an_activity_of_some_parties_counts_nothing_for_all(vnpt, programme, crowd):
    crowd.tenancies.exclude(operator=vnpt.party).update(since=dt.date(2026, 5, 1))

    assert _shown(vnpt, ActivityFactory(programme=programme, kind="towers", restricted=True)) == {}


def test_five_of_like_size_are_pooled_for_all(regulator, programme, activity, mast_of, vnpt):
    members = [vnpt]
    for number in range(4):
        party = PartyFactory(registered_by=regulator.party)
        ProgrammePartyFactory(programme=programme, party=party)
        members.append(seat(party, vnpt.seats[0].role, f"Đầu mối {number}", f"dm{number}@example.vn"))
    for member, guest in zip(members, members[1:] + members[:1], strict=True):
        mast = mast_of(member)
        tenancies.add_tenancy(actor=member, mast=mast, operator=guest.party, since=dt.date(2026, 5, 1))
        tenancies.set_station(actor=member, tenancy=mast.tenancies.get(operator=member.party), technology="4G")

    pooled = [one.value for one in TOWERS.outcomes(members[1], activity) if one.party_id is None]

    assert pooled == [5, 5]
