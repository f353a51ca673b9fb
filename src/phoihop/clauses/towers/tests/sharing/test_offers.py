import datetime as dt
from decimal import Decimal

import pytest

from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.base.models import AuditEntry
from phoihop.clauses.towers.actions.registry.room import NoRoom
from phoihop.clauses.towers.actions.sharing import ask, offers
from phoihop.clauses.towers.models import OfferStatus, RequestStatus, SlotBand, Tenancy
from phoihop.clauses.towers.tests.sharing.conftest import WISH, fresh, terms
from phoihop.testing.cast import DAY


def test_the_owner_offers_first(acknowledged, vnpt, viettel):
    with pytest.raises(Refused):
        offers.make_offer(actor=viettel, request=acknowledged, party=viettel.party, terms=terms())

    offer = offers.make_offer(actor=vnpt, request=acknowledged, party=vnpt.party, terms=terms())

    row = fresh(acknowledged)
    assert (offer.version, row.status, row.awaited_id) == (1, RequestStatus.OFFERED, viettel.party.pk)


def test_a_counter_offer_takes_its_place(offered, vnpt, viettel):
    offers.make_offer(actor=viettel, request=offered, party=viettel.party, terms=terms(rent_vnd=4_000_000))

    assert list(offered.offers.order_by("version").values_list("status", flat=True)) == ["replaced", "open"]
    assert fresh(offered).awaited_id == vnpt.party.pk


def test_nobody_accepts_an_offer_of_their_own(offered, vnpt):
    with pytest.raises(Refused):
        offers.accept_offer(actor=vnpt, offer=offered.offers.get(), party=vnpt.party)


def test_an_old_version_is_not_accepted(offered, vnpt, viettel):
    old = offered.offers.get()
    offers.make_offer(actor=vnpt, request=offered, party=vnpt.party, terms=terms(rent_vnd=6_000_000))

    with pytest.raises(Stale):
        offers.accept_offer(actor=viettel, offer=old, party=viettel.party)


def test_an_offer_ends_on_its_day(offered, viettel):
    offer = offered.offers.get()

    with pytest.raises(Refused):
        offers.accept_offer(actor=viettel.on(dt.date(2026, 7, 1)), offer=offer, party=viettel.party)
    assert offers.accept_offer(actor=viettel.on(dt.date(2026, 6, 30)), offer=offer, party=viettel.party)


def test_agreement_holds_the_place(agreed, viettel):
    row = fresh(agreed)

    assert (row.status, row.agreed_on) == (RequestStatus.AGREED, DAY)
    assert row.offers.get().status == OfferStatus.ACCEPTED


def test_declining_gives_the_turn_to_the_owner(offered, vnpt, viettel):
    offers.decline_offer(actor=viettel, offer=offered.offers.get(), party=viettel.party, answer="Giá cao.")

    row = fresh(offered)
    assert (row.status, row.awaited_id, row.offer_stands) == (RequestStatus.OFFERED, vnpt.party.pk, False)


def test_a_third_enterprise_makes_no_offer(offered, post):
    with pytest.raises(NotAllowed):
        offers.make_offer(actor=post, request=offered, party=post.party, terms=terms())


def test_the_history_knows_no_price(offered, agreed):
    told = str(list(AuditEntry.objects.values_list("object_text", "before", "after")))

    assert "5500000" not in told
    assert "Bảo trì" not in told


@pytest.mark.parametrize(
    ("height", "wind", "field"),
    [("43", "1", "antenna_height_m"), ("33", "1", "antenna_height_m"), ("38", "1", "antenna_height_m"),
     ("24", "7.5", "wind_area_m2")],
)  # fmt: skip
def test_an_owner_offers_only_what_the_mast_takes(acknowledged, vnpt, height, wind, field):
    wanted = terms(antenna_height_m=Decimal(height), wind_area_m2=Decimal(wind))

    with pytest.raises(NoRoom) as refused:
        offers.make_offer(actor=vnpt, request=acknowledged, party=vnpt.party, terms=wanted)

    assert refused.value.field == field


def test_the_last_place_goes_once(agreed, mast, code, post, vnpt):
    SlotBand.objects.filter(mast=mast, from_m=20).update(slots=1)
    other = ask.ask_by_code(actor=post, asker=post.party, code=code.code, wish=WISH)

    with pytest.raises(NoRoom):
        offers.make_offer(actor=vnpt, request=other, party=vnpt.party, terms=terms())


def test_a_place_taken_meanwhile_is_seen_when_agreeing(offered, mast, viettel, post):
    Tenancy.objects.create(mast=mast, operator=post.party, antenna_height_m=22)
    SlotBand.objects.filter(mast=mast, from_m=20).update(slots=1)

    with pytest.raises(NoRoom):
        offers.accept_offer(actor=viettel, offer=offered.offers.get(), party=viettel.party)
    assert fresh(offered).status == RequestStatus.OFFERED


def test_a_tenancy_without_height_counts_for_the_mast_as_a_whole(acknowledged, mast, vnpt, post):
    Tenancy.objects.create(mast=mast, operator=post.party)
    SlotBand.objects.filter(mast=mast, from_m=20).update(slots=1)

    with pytest.raises(NoRoom):
        offers.make_offer(actor=vnpt, request=acknowledged, party=vnpt.party, terms=terms())


def test_an_ended_tenancy_leaves_its_place(acknowledged, mast, vnpt, post):
    Tenancy.objects.create(mast=mast, operator=post.party, antenna_height_m=25, until=DAY)
    SlotBand.objects.filter(mast=mast, from_m=20).update(slots=1)

    assert offers.make_offer(actor=vnpt, request=acknowledged, party=vnpt.party, terms=terms()).version == 1
