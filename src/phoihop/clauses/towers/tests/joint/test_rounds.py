"""Rounds: opened for all, closed no earlier than said, cancelled without unsealing."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.transitions import WrongState
from phoihop.clauses.towers.actions.joint import rounds as actions
from phoihop.clauses.towers.joint.rulebook import PriceLine, PriceList, Rulebook
from phoihop.clauses.towers.models import JointRound, LocalRule
from phoihop.clauses.towers.queries.joint import needs as need_queries
from phoihop.clauses.towers.queries.joint import rounds as queries
from phoihop.clauses.towers.queries.joint.opening import starting_prices, starting_rulebook
from phoihop.clauses.towers.tests.joint.conftest import AFTER, CLOSES
from phoihop.notices.models import Notice

DAY = dt.timedelta(days=1)


def test_every_enterprise_is_told(round_, vnpt, viettel, post):
    told = set(Notice.objects.filter(key__startswith="joint.opened").values_list("user_id", flat=True))

    assert told == {vnpt.user_id, viettel.user_id, post.user_id}


def test_a_year_has_one_round(round_, regulator, programme):
    with pytest.raises(Refused):
        actions.open_round(
            actor=regulator, programme=programme, year=2026, closes_at=CLOSES, rulebook=Rulebook(), prices=PriceList()
        )


def test_only_the_department_opens_one(vnpt, programme):
    with pytest.raises(NotAllowed):
        actions.open_round(
            actor=vnpt, programme=programme, year=2026, closes_at=CLOSES, rulebook=Rulebook(), prices=PriceList()
        )


def test_the_closing_date_moves_later_and_never_earlier(round_, regulator):
    actions.extend_round(actor=regulator, round_=round_, closes_at=CLOSES + DAY)

    for moment in (CLOSES, CLOSES + DAY):
        with pytest.raises(Refused):
            actions.extend_round(actor=regulator, round_=round_, closes_at=moment)
    assert JointRound.objects.get().closes_at == CLOSES + DAY


def test_what_was_opened_is_not_closed_again(round_, regulator, later):
    with pytest.raises(Refused):
        actions.extend_round(actor=later(regulator), round_=round_, closes_at=AFTER + DAY)


def test_a_cancelled_round_stays_sealed_for_good(round_, file, regulator, vnpt, later):
    file(vnpt)
    cancelled = actions.cancel_round(actor=regulator, round_=round_, reason="Chưa đủ điều kiện")

    with pytest.raises(NotVisible):
        need_queries.filed_needs(actor=later(regulator, AFTER + 400 * DAY), round_=cancelled)
    assert len(need_queries.own_needs(actor=vnpt, round_=cancelled)) == 1


def test_a_round_that_takes_needs_does_not_end(round_, regulator, later):
    with pytest.raises(Refused):
        actions.end_round(actor=regulator, round_=round_)

    ended = actions.end_round(actor=later(regulator), round_=round_)
    assert ended.status == "ended"
    with pytest.raises(WrongState):
        actions.cancel_round(actor=later(regulator), round_=ended, reason="Muộn")


def test_prices_are_kept_as_they_were_typed(round_, regulator):
    prices = PriceList((PriceLine("A2b", 42.0, 700_000_000),), ("A1b",), 10, 20)

    actions.change_prices(actor=regulator, round_=round_, prices=prices)

    round_.refresh_from_db()
    assert PriceList.of(round_.costs) == prices
    assert starting_prices(actor=regulator, programme=round_.programme) == prices


def test_a_new_round_starts_from_the_spacing_in_force(regulator):
    for zone, metres in (("urban", 150), ("other", 350)):
        LocalRule.objects.create(regulator=regulator.party, zone=zone, spacing_m=metres, source="QĐ")

    book = starting_rulebook(actor=regulator, regulator_id=regulator.party.pk)

    assert (book.widest("town"), book.widest("elsewhere")) == (150.0, 350.0)
    assert Rulebook.of(book.as_dict()) == book


def test_a_scenario_changes_spacing_for_every_class():
    book = Rulebook().changed(town_m=0.0, max_operators=2)

    assert (book.widest("town"), book.widest("elsewhere"), book.max_operators) == (0.0, 400.0, 2)


def test_others_see_no_round(round_, visitor, cast):
    assert not queries.rounds(actor=visitor).exists()
