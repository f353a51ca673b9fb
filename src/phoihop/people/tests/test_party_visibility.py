from phoihop.base.access import NOBODY
from phoihop.people.models import Party


def _names(actor):
    return set(Party.objects.visible_to(actor).values_list("short_name", flat=True))


def test_parties_of_one_regulator_know_of_each_other(vnpt, stranger):
    assert _names(vnpt) == {"Sở TT&TT", "VNPT", "Viettel", "Bưu điện"}


def test_regulator_knows_itself_and_whom_it_registered(regulator, stranger):
    assert _names(regulator) == {"Sở TT&TT", "VNPT", "Viettel", "Bưu điện"}


def test_nobody_knows_none(cast):
    assert _names(NOBODY) == set()


def test_keeper_knows_the_names_of_all(keeper, cast, stranger):
    assert {"VNPT", "VNPT HY"} <= _names(keeper)
