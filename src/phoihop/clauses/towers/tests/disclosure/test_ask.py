import datetime as dt

import pytest

from phoihop.base.access import NOBODY
from phoihop.base.errors import NotAllowed
from phoihop.base.models import AuditEntry
from phoihop.clauses.towers.actions.disclosure.asking import AreaTooLarge, NoProgramme, OutsideCountry, ask_area
from phoihop.clauses.towers.cells import ROUNDED, key_of
from phoihop.clauses.towers.models import DisclosedMast, ShownMast, Tenancy
from phoihop.clauses.towers.queries.disclosure import looks
from phoihop.clauses.towers.tests.disclosure.conftest import middle
from phoihop.notices.models import Notice
from phoihop.testing.factories import ProgrammePartyFactory


def shown(look):
    return list(DisclosedMast.objects.filter(looks__disclosure=look))


def test_what_is_shown_is_rounded_and_under_a_code(vnpt, viettel, stand, ask):
    mast = stand(vnpt)

    (row,) = shown(ask(viettel))

    assert row.place == key_of(mast.site.cell, ROUNDED)
    assert (row.height_from_m, row.height_to_m) == (40, 45)
    assert row.code not in str(mast.pk).upper()
    assert mast.site.code not in row.code


def test_what_is_not_offered_is_not_shown(vnpt, viettel, stand, ask):
    stand(vnpt, offered=False)

    assert shown(ask(viettel)) == []


def test_own_masts_and_those_one_stands_on_are_not_shown(vnpt, viettel, stand, ask):
    stand(viettel)
    rented = stand(vnpt)
    Tenancy.objects.create(mast=rented, operator=viettel.party)

    assert shown(ask(viettel)) == []


def test_masts_of_a_party_that_left_are_not_shown(vnpt, viettel, stand, ask, programme):
    stand(vnpt)
    programme.participants.filter(party=vnpt.party).update(left_on=dt.date(2026, 6, 1))

    assert shown(ask(viettel)) == []


def test_the_owner_is_told_who_looked(vnpt, viettel, post, stand, ask):
    stand(vnpt)

    ask(viettel)

    assert Notice.objects.filter(user=vnpt.user, text__contains="Viettel").count() == 1
    assert not Notice.objects.filter(user=post.user).exists()


def test_every_look_is_logged_also_the_second_one(vnpt, viettel, stand, ask):
    stand(vnpt)

    first, second = ask(viettel), ask(viettel)

    assert ShownMast.objects.filter(disclosure__in=[first, second]).count() == 2
    assert AuditEntry.objects.filter(event="towers.disclosure.asked").count() == 2


def test_an_owner_learns_neither_area_nor_others(vnpt, viettel, post, stand, ask):
    mine, _other = stand(vnpt), stand(post)

    ask(viettel)

    (line,) = looks.looks_at_mine(actor=vnpt)
    assert line.mast.mast == mine
    assert not looks.looks(actor=vnpt).exists()


def test_without_a_memorandum_in_force_nobody_asks(viettel, programme):
    with pytest.raises(NoProgramme):
        _ask(viettel, programme)


def test_a_stranger_to_the_programme_does_not_ask(viettel, in_force, programme):
    programme.participants.filter(party=viettel.party).delete()

    with pytest.raises(NoProgramme):
        _ask(viettel, programme)


def test_a_party_that_comes_later_does_not_ask_yet(viettel, in_force, programme):
    programme.participants.filter(party=viettel.party).delete()
    ProgrammePartyFactory(programme=programme, party=viettel.party, joined_on=dt.date(2026, 7, 1))

    with pytest.raises(NoProgramme):
        _ask(viettel, programme)


def test_nobody_asks_for_another_party(vnpt, viettel, in_force, programme):
    with pytest.raises(NotAllowed):
        _ask(vnpt, programme, asker=viettel.party)
    with pytest.raises(NotAllowed):
        _ask(NOBODY, programme, asker=viettel.party)


def test_an_area_that_is_too_large_is_refused_with_what_to_do(viettel, ask):
    with pytest.raises(AreaTooLarge, match="Hãy giảm bán kính") as refusal:
        ask(viettel, radius_m=5000)

    assert refusal.value.field == "radius_m"


def test_a_place_outside_the_country_is_refused(viettel, ask):
    with pytest.raises(OutsideCountry):
        ask(viettel, (51.5, 0.1))


def test_the_answer_ends_with_its_period(vnpt, viettel, stand, ask):
    stand(vnpt)
    look = ask(viettel)
    later = viettel.on(dt.date(2026, 7, 1))

    assert looks.answer(actor=viettel, look=look).masts
    assert looks.answer(actor=later, look=look).masts == []
    assert looks.answer(actor=later, look=look).expired


def _ask(who, programme, asker=None):
    latitude, longitude = middle()
    return ask_area(
        actor=who, asker=asker or who.party, programme=programme, latitude=latitude, longitude=longitude, radius_m=50,
        purpose="new_site", explanation="Tìm cột để thuê",
    )  # fmt: skip
