import datetime as dt

import pytest

from phoihop.base.access import Actor
from phoihop.base.errors import Stale
from phoihop.base.transitions import WrongState
from phoihop.clauses.towers.actions.sharing import answer, offers, use
from phoihop.clauses.towers.models import RequestStatus, SharingRequest, Tenancy
from phoihop.clauses.towers.sharing import clockwork
from phoihop.clauses.towers.sharing.clockwork import run
from phoihop.clauses.towers.tests.sharing.conftest import days_on, fresh, terms
from phoihop.notices.models import Notice
from phoihop.programme.models import DayCategory, NamedDay
from phoihop.testing.cast import DAY, NOON


def after(days: int) -> dt.datetime:
    return NOON + dt.timedelta(days=days)


def test_silence_is_brought_before_the_department_once(asked, regulator):
    run(at=after(14))  # 29/6: the tenth working day
    assert fresh(asked).escalated_at is None

    run(at=after(15))
    run(at=after(16))

    assert fresh(asked).escalated_at == after(15)
    assert Notice.objects.filter(user=regulator.user, key__startswith="sharing.escalated").count() == 1


def test_a_day_off_puts_it_off(asked):
    NamedDay.objects.create(
        code="nghi", name_vi="Nghỉ bù", rule="date", year=2026, month=6, day=24, category=DayCategory.HOLIDAY
    )

    run(at=after(15))

    assert fresh(asked).escalated_at is None


def test_an_offer_that_the_asker_leaves_ends_the_request(offered):
    run(at=after(16))

    assert fresh(offered).status == RequestStatus.EXPIRED
    assert offered.offers.get().status == "lapsed"


def test_a_counter_offer_that_the_owner_leaves_does_not(offered, viettel):
    offers.make_offer(actor=viettel, request=offered, party=viettel.party, terms=terms())

    run(at=after(16))

    assert fresh(offered).status == RequestStatus.OFFERED
    assert fresh(offered).escalated_at == after(16)


@pytest.fixture
def signed(agreed, mast, viettel):
    tenancy = Tenancy.objects.create(mast=mast, operator=viettel.party, antenna_height_m=24, since=DAY)
    SharingRequest.objects.filter(pk=agreed.pk).update(signed_on=DAY, tenancy=tenancy)
    return fresh(agreed)


def test_a_permission_that_nobody_uses_lapses_and_frees_the_place(signed, viettel):
    run(at=after(365))
    assert fresh(signed).status == RequestStatus.AGREED

    run(at=after(366))

    row = fresh(signed)
    assert row.status == RequestStatus.EXPIRED
    assert row.tenancy.until == DAY + dt.timedelta(days=366)


def test_what_is_used_does_not_lapse(signed, viettel):
    later = days_on(viettel, 30)
    use.record_in_use(actor=later, request=signed, on=later.today)

    run(at=after(800))

    assert fresh(signed).status == RequestStatus.IN_USE


def test_what_is_closed_rests(asked, vnpt):
    answer.refuse(actor=vnpt, request=asked, reason="het-cho", text="Hết chỗ.")

    run(at=after(100))

    assert fresh(asked).escalated_at is None


def test_an_offer_accepted_while_the_clock_looks_stays_agreed(offered, viettel):
    seen = fresh(offered)
    offers.accept_offer(actor=viettel, offer=offered.offers.get(), party=viettel.party)

    with pytest.raises(Stale):
        use.expire(actor=Actor(name="Phối Hợp", at=after(16)), request=seen, code="expired")

    assert fresh(offered).status == RequestStatus.AGREED
    assert offered.offers.get().status == "accepted"


def test_one_request_that_cannot_be_moved_stops_no_other(signed, place_asked, monkeypatch, caplog):
    def too_late(**_values):
        raise WrongState

    monkeypatch.setattr(clockwork, "expire", too_late)

    run(at=after(366))

    assert fresh(signed).status == RequestStatus.AGREED
    assert fresh(place_asked).escalated_at == after(366)
    assert signed.reference in caplog.text
