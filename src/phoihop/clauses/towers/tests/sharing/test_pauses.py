import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.towers.actions.sharing import pauses
from phoihop.clauses.towers.queries.sharing.detail import running_clocks
from phoihop.clauses.towers.queries.sharing.requests import visible_request
from phoihop.clauses.towers.sharing.clockwork import run
from phoihop.clauses.towers.tests.sharing.conftest import days_on, fresh
from phoihop.testing.cast import NOON


def ends(actor, row) -> list[dt.date]:
    found = running_clocks(actor=actor, request=visible_request(actor=actor, pk=row.pk))
    return [clock.reading.due_on for clock in found]


def test_a_pause_puts_the_limits_off(asked, vnpt):
    before = ends(vnpt, asked)
    pauses.pause(actor=vnpt, request=asked, party=vnpt.party, reason="cho-phep")
    later = days_on(vnpt, 3)
    pauses.resume(actor=later, request=asked, party=vnpt.party)

    assert ends(later, asked)[0] - before[0] == dt.timedelta(days=2)  # the day it began on counts for neither


def test_the_other_side_does_not_end_it(asked, vnpt, viettel, regulator):
    pauses.pause(actor=vnpt, request=asked, party=vnpt.party, reason="cho-phep")

    with pytest.raises(Refused):
        pauses.resume(actor=viettel, request=asked, party=viettel.party)
    pauses.resume(actor=regulator, request=asked, party=regulator.party)


def test_a_third_party_has_no_part_in_it(asked, post):
    with pytest.raises(NotAllowed):
        pauses.pause(actor=post, request=asked, party=post.party, reason="cho-phep")


def test_days_are_used_up_and_the_clock_runs_again(asked, vnpt):
    pauses.pause(actor=vnpt, request=asked, party=vnpt.party, reason="cho-phep")
    run(at=NOON + dt.timedelta(days=20))
    assert asked.pauses.filter(ends_on__isnull=True).exists()

    run(at=NOON + dt.timedelta(days=29))

    assert not asked.pauses.filter(ends_on__isnull=True).exists()
    with pytest.raises(Refused):
        pauses.pause(actor=days_on(vnpt, 30), request=asked, party=vnpt.party, reason="cho-phep")


def test_a_pause_needs_a_reason_of_its_own_list(asked, vnpt):
    with pytest.raises(Refused):
        pauses.pause(actor=vnpt, request=fresh(asked), party=vnpt.party, reason="het-cho")
