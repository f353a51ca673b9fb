import datetime as dt

import pytest

from phoihop.clauses.towers.disclosure.kind import take_over_disclosures
from phoihop.clauses.towers.models import DisclosedMast, DisclosurePeriod, DisclosureTerms
from phoihop.clauses.towers.queries.disclosure.limits import budget, period_of


@pytest.mark.parametrize(
    ("day", "months", "first", "last"),
    [
        ((2026, 1, 1), 1, (2026, 1, 1), (2026, 1, 31)),
        ((2026, 6, 15), 3, (2026, 4, 1), (2026, 6, 30)),
        ((2026, 12, 31), 3, (2026, 10, 1), (2026, 12, 31)),
        ((2028, 2, 29), 2, (2028, 1, 1), (2028, 2, 29)),
        ((2026, 7, 1), 12, (2026, 1, 1), (2026, 12, 31)),
    ],
)
def test_periods_divide_the_year(day, months, first, last):
    assert period_of(dt.date(*day), months) == (dt.date(*first), dt.date(*last))


def test_what_is_left_is_never_less_than_nothing(regulator, viettel):
    DisclosurePeriod.objects.create(
        asker=viettel.party, regulator=regulator.party, starts_on=dt.date(2026, 4, 1), ends_on=dt.date(2026, 6, 30),
        cells=99, masts=999,
    )  # fmt: skip

    account = budget(actor=viettel, asker=viettel.party, regulator_id=regulator.party.pk)

    assert (account.cells_left, account.masts_left) == (0, 0)
    assert account.lacks(1)
    assert not account.lacks(0)


@pytest.mark.parametrize(
    ("months", "starts_on", "ends_on"),
    [
        (3, dt.date(2026, 4, 1), dt.date(2026, 4, 30)),
        (12, dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
        (3, dt.date(2026, 3, 1), dt.date(2026, 4, 30)),
    ],
    ids=["1-3", "3-12", "2-3"],
)
def test_a_longer_period_begins_after_the_last_account_has_ended(
    vnpt, viettel, regulator, stand, ask, months, starts_on, ends_on
):
    old = DisclosurePeriod.objects.create(
        asker=viettel.party, regulator=regulator.party, starts_on=starts_on, ends_on=ends_on, cells=2, masts=3
    )
    DisclosureTerms.objects.create(regulator=regulator.party, period_months=months)
    stand(vnpt)

    look = ask(viettel)

    assert look.period != old
    assert look.period.starts_on == ends_on + dt.timedelta(days=1)
    assert look.period.ends_on == period_of(viettel.today, months)[1]
    assert DisclosedMast.objects.shown_to(viettel).count() == 1
    assert budget(actor=viettel, asker=viettel.party, regulator_id=regulator.party.pk).cells == 1
    old.refresh_from_db()
    assert old.cells == 2


def test_a_successor_takes_over_what_was_shown_and_what_was_used(vnpt, viettel, post, stand, ask, regulator):
    stand(vnpt)
    ask(viettel)

    take_over_disclosures(viettel.party, post.party, dt.date(2026, 6, 15), regulator)

    assert budget(actor=post, asker=post.party, regulator_id=regulator.party.pk).cells == 1
    assert DisclosedMast.objects.shown_to(post).count() == 1


def test_a_successor_is_not_shown_twice_as_much(viettel, post, ask, regulator):
    ask(viettel)
    ask(post)

    take_over_disclosures(viettel.party, post.party, dt.date(2026, 6, 15), regulator)

    assert DisclosurePeriod.objects.filter(asker=post.party).count() == 1


def test_a_successor_reads_who_looked_at_its_masts(vnpt, viettel, post, stand, ask, regulator):
    stand(vnpt)
    ask(viettel)

    take_over_disclosures(vnpt.party, post.party, dt.date(2026, 6, 15), regulator)

    assert DisclosedMast.objects.visible_to(post).count() == 1
