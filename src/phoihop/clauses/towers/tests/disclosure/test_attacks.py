"""A rival who wants to count, to place or to copy what was not meant for it."""

import datetime as dt
import re

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phoihop.base.access import Role
from phoihop.clauses.towers.actions.disclosure import asking
from phoihop.clauses.towers.actions.disclosure.asking import AreaTooLarge, BudgetSpent
from phoihop.clauses.towers.cells import ASKED, cell_of, cells_around, outline
from phoihop.clauses.towers.models import DisclosedCell, DisclosedMast, DisclosurePeriod, DisclosureTerms, Extent
from phoihop.clauses.towers.tests.disclosure.conftest import KEY, middle, neighbours
from phoihop.testing.cast import NOON, seat

UUIDS = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")
TOKENS = re.compile(r'(csrf-token" content|csrfmiddlewaretoken" value|nonce" content|nonce)="[^"]*"')


def codes(look):
    return set(DisclosedMast.objects.filter(looks__disclosure=look).values_list("code", flat=True))


def inside(share):
    """A place on the way from the hexagon's middle to one of its corners."""
    latitude, longitude = middle()
    lon, lat = outline(KEY, ASKED)[0]
    return latitude + (lat - latitude) * share, longitude + (lon - longitude) * share


def limits(regulator, **values):
    return DisclosureTerms.objects.create(regulator=regulator.party, **values)


def test_a_grid_of_tiny_areas_is_one_hexagon(vnpt, viettel, stand, ask):
    stand(vnpt, inside(0.5))

    answers = [codes(ask(viettel, inside(share), radius_m=50)) for share in (0, 0.2, 0.4, 0.6, 0.8)]

    assert len(answers[0]) == 1
    assert all(answer == answers[0] for answer in answers)
    account = DisclosurePeriod.objects.get(asker=viettel.party)
    assert (account.cells, account.masts) == (1, 1)


def test_a_small_area_is_answered_whole(vnpt, viettel, stand, ask):
    stand(vnpt, inside(0.9))

    assert codes(ask(viettel, inside(-0.5), radius_m=50))


def test_the_difference_of_overlapping_areas_is_whole_hexagons(regulator, vnpt, viettel, stand, ask):
    limits(regulator, cells_an_ask=12, masts_a_cell=2)
    for share in (-0.6, -0.3, 0, 0.3, 0.6):
        stand(vnpt, inside(share))
    alone = codes(ask(viettel))

    answers = [codes(ask(viettel, inside(share), radius_m=1400)) for share in (-0.9, 0, 0.9)]

    here = {mast.code for mast in DisclosedMast.objects.filter(cell__key=KEY)}
    assert len(alone) == 2
    assert all(answer & here == alone for answer in answers)


def test_new_offers_do_not_show_through_a_second_look(vnpt, viettel, stand, ask):
    first = codes(ask(viettel))
    stand(vnpt)

    assert first == codes(ask(viettel)) == set()


def test_withdrawn_offers_do_not_show_through_a_second_look(vnpt, viettel, stand, ask):
    mast = stand(vnpt)
    first = codes(ask(viettel))
    mast.offered_for_sharing = False
    mast.save()

    assert first == codes(ask(viettel))


def test_of_many_masts_always_the_same_few_are_shown_and_no_number(vnpt, viettel, stand, ask):
    for number in range(8):
        stand(vnpt, inside(number / 10))

    look = ask(viettel)
    answer = DisclosedCell.objects.get(period__asker=viettel.party)
    july = ask(viettel.on(dt.date(2026, 7, 2)))

    assert len(codes(look)) == 3
    assert codes(look) == codes(july)
    assert answer.extent == Extent.MORE


def test_two_rivals_cannot_compare_their_codes(vnpt, viettel, post, stand, ask):
    stand(vnpt)

    assert not codes(ask(viettel)) & codes(ask(post))


def test_two_seats_of_one_party_share_the_account(regulator, viettel, stand, ask):
    limits(regulator, cells_an_ask=1, cells_a_period=1)
    second = seat(viettel.party, Role.LEADER, "Người thứ hai", "hai@example.vn")
    ask(viettel)

    with pytest.raises(BudgetSpent):
        ask(second, middle(neighbours()[0]))


def test_the_account_is_new_in_the_next_period(regulator, viettel, ask):
    limits(regulator, cells_an_ask=1, cells_a_period=1)
    ask(viettel)

    assert ask(viettel.on(dt.date(2026, 7, 1)), middle(neighbours()[0]))


def test_masts_run_out_by_what_could_have_stood_there(regulator, vnpt, viettel, stand, ask):
    limits(regulator, masts_a_cell=3, masts_a_period=4)
    stand(vnpt)
    stand(vnpt)
    ask(viettel)
    around = neighbours()

    refusals = []
    for place in (around[0], around[1]):
        with pytest.raises(BudgetSpent) as refusal:
            ask(viettel, middle(place))
        refusals.append(str(refusal.value))
        stand(vnpt, middle(around[1]))

    assert refusals[0] == refusals[1]


def test_refusals_do_not_tell_whether_anything_stands_there(regulator, vnpt, viettel, stand, ask):
    def texts():
        found = []
        for place, radius, kind in ((middle(), 6000, AreaTooLarge), (middle(neighbours()[0]), 50, BudgetSpent)):
            with pytest.raises(kind) as refusal:
                ask(viettel, place, radius_m=radius)
            found.append(str(refusal.value))
        return found

    limits(regulator, cells_an_ask=1, cells_a_period=1)
    ask(viettel)
    empty = texts()
    for place in (middle(), middle(neighbours()[0])):
        stand(vnpt, place)

    assert texts() == empty


def test_a_refusal_leaves_no_trace_in_the_account(regulator, viettel, ask):
    limits(regulator, cells_an_ask=1, cells_a_period=1)
    ask(viettel)
    with pytest.raises(BudgetSpent):
        ask(viettel, middle(neighbours()[0]))

    assert DisclosedCell.objects.count() == 1


def _page(client, programme, place):
    """What an ask answers, and how the database was asked, without what differs between any two asks."""
    latitude, longitude = place
    sent = {
        "programme_id": programme.pk, "latitude": latitude, "longitude": longitude, "radius_m": 50,
        "purpose": "new_site", "explanation": "Tìm cột để thuê cho vị trí mới",
    }  # fmt: skip
    with CaptureQueriesContext(connection) as asked:
        answer = client.post(reverse("towers:disclosure_new"), sent | {"party_id": programme.party_id}, follow=True)
    assert answer.redirect_chain, answer.context["form"].errors
    html = TOKENS.sub("", UUIDS.sub("", answer.content.decode()))
    html = re.sub(r"10[56][.,]\d+|2[01][.,]\d+|\d,\d km²", "", html)
    shapes = [re.sub(r"'[^']*'|\d+(\.\d+)?", "?", UUIDS.sub("", query["sql"])) for query in asked.captured_queries]
    return html, [re.sub(r"\(\?(, \?)*\)", "(…)", shape) for shape in shapes]


@time_machine.travel(NOON, tick=False)
def test_a_rivals_area_without_offers_is_like_an_empty_one(vnpt, viettel, stand, in_force, programme, client_of):
    """The same page, and the same statements in the same order: neither text nor work depends on what is kept back."""
    client = client_of(viettel)
    programme.party_id = viettel.party.pk
    empty, full = neighbours()[0], neighbours()[3]
    for number in range(9):
        latitude, longitude = middle(full)
        stand(vnpt, (latitude + number / 10_000, longitude), offered=False)
    _page(client, programme, middle(neighbours()[1]))

    nothing, kept_back = _page(client, programme, middle(empty)), _page(client, programme, middle(full))

    assert nothing[1] == kept_back[1]
    assert nothing[0] == kept_back[0]


def test_the_area_of_an_answer_is_what_the_circle_touches():
    latitude, longitude = middle()

    assert cells_around(latitude, longitude, 1) == [KEY]
    assert set(cells_around(latitude, longitude, 1500)) >= {KEY, *neighbours()}


def test_another_length_of_periods_gives_no_fresh_account(regulator, vnpt, viettel, stand, ask):
    terms = limits(regulator, cells_an_ask=1, cells_a_period=1, period_months=3)
    stand(vnpt)
    first = codes(ask(viettel))
    terms.period_months = 1
    terms.save()

    with pytest.raises(BudgetSpent):
        ask(viettel, middle(neighbours()[0]))

    assert codes(ask(viettel)) == first
    assert DisclosurePeriod.objects.count() == 1


def test_another_rounding_is_not_laid_over_the_first(vnpt, viettel, stand, ask, monkeypatch):
    mast = stand(vnpt, inside(0.5))
    look = ask(viettel)
    first = DisclosedMast.objects.get()
    monkeypatch.setattr(asking, "ROUNDED", asking.ROUNDED + 1)
    monkeypatch.setattr(asking, "height_band", lambda height: (41, 43))
    latitude, longitude = middle(neighbours()[0])
    type(mast.site).objects.filter(pk=mast.site_id).update(
        latitude=latitude, longitude=longitude, cell=cell_of(latitude, longitude)
    )

    again, elsewhere = ask(viettel), ask(viettel, middle(neighbours()[0]))

    assert codes(again) == codes(look)
    assert not codes(elsewhere)
    told = DisclosedMast.objects.get()
    assert (told.place, told.height_from_m, told.height_to_m) == (first.place, 40, 45)
