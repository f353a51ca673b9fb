import pytest

from phoihop.base.errors import Refused
from phoihop.papers.actions.rounds import withdraw_round
from phoihop.people.actions.succession import succeed_party
from phoihop.testing.cast import DAY
from phoihop.testing.factories import PartyFactory


def _absorb(regulator, old):
    heir = PartyFactory(registered_by=regulator.party)
    return succeed_party(actor=regulator, predecessor=old, successor=heir, on=DAY, kind="absorbed")


def test_a_party_that_has_yet_to_sign_is_not_taken_over(round_, regulator, viettel):
    with pytest.raises(Refused, match="chưa ký"):
        _absorb(regulator, viettel.party)


def test_once_the_round_is_taken_back_it_is(round_, regulator, director, viettel):
    withdraw_round(actor=director, round_=round_, reason="Đơn vị được sáp nhập.")

    assert _absorb(regulator, viettel.party).predecessor == viettel.party
