import datetime as dt
from dataclasses import replace

import pytest

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.clauses.towers.actions.sharing.ask import TRIES_A_DAY, ask_by_code, ask_for_disclosed, ask_for_place
from phoihop.clauses.towers.models import (
    DisclosedCell,
    DisclosedMast,
    DisclosurePeriod,
    RequestStatus,
    ShareCode,
    SharingRequest,
    SharingRule,
    Tenancy,
)
from phoihop.clauses.towers.tests.sharing.conftest import PLACE, WISH
from phoihop.notices.models import Notice
from phoihop.testing.cast import DAY


def refusal(actor, code: str) -> str:
    with pytest.raises(Refused) as refused:
        ask_by_code(actor=actor, asker=actor.party, code=code, wish=WISH)
    return str(refused.value)


def test_a_code_leads_to_the_owner(asked, vnpt, viettel, regulator):
    assert (asked.asker, asked.owner_id, asked.lead_id) == (viettel.party, vnpt.party.pk, regulator.party.pk)
    assert asked.status == RequestStatus.ASKED
    assert Notice.objects.filter(user=vnpt.user, text__contains=asked.reference).exists()


def test_a_code_is_read_as_people_type_it(viettel, code):
    typed = f" {code.shown.lower().replace('-', ' ')} "

    assert ask_by_code(actor=viettel, asker=viettel.party, code=typed, wish=WISH).mast_id == code.mast_id


def test_every_code_that_leads_nowhere_gets_one_answer(viettel, mast, code):
    expired = ShareCode.objects.create(mast=mast, expires_on=dt.date(2026, 6, 14))
    revoked = ShareCode.objects.create(mast=mast, expires_on=dt.date(2026, 12, 31), revoked_at=viettel.at)
    answers = {refusal(viettel, one) for one in ("AAAABBBBCCCC", "", expired.code, revoked.code)}
    mast.offered_for_sharing = False
    mast.save()

    assert answers == {refusal(viettel, code.code)}


def test_the_registry_code_of_a_mast_is_no_way_in(viettel, mast):
    assert refusal(viettel, mast.site.code) == refusal(viettel, "AAAABBBBCCCC")


def test_a_code_for_ones_own_mast_gets_the_same_answer(vnpt, code):
    assert refusal(vnpt, code.code) == refusal(vnpt, "AAAABBBBCCCC")


def test_trying_codes_ends(viettel, code):
    for _try in range(TRIES_A_DAY):
        refusal(viettel, "AAAABBBBCCCC")

    assert refusal(viettel, code.code) != refusal(replace(viettel, at=viettel.at + dt.timedelta(days=2)), "X")


def test_another_enterprise_does_not_feel_it(viettel, post, code):
    for _try in range(TRIES_A_DAY):
        refusal(viettel, "AAAABBBBCCCC")

    assert ask_by_code(actor=post, asker=post.party, code=code.code, wish=WISH).asker == post.party


def test_one_open_request_for_a_mast(viettel, asked, code):
    assert asked.reference in refusal(viettel, code.code)


def test_a_tenant_does_not_ask(viettel, mast, code):
    Tenancy.objects.create(mast=mast, operator=viettel.party)

    assert "đang có trên cột" in refusal(viettel, code.code)


def test_the_limits_of_the_day_are_kept(viettel, regulator, code):
    SharingRule.objects.create(regulator=regulator.party, valid_from=dt.date(2026, 6, 1), answer_days=7)
    SharingRule.objects.create(regulator=regulator.party, valid_from=dt.date(2026, 7, 1), answer_days=3)

    row = ask_by_code(actor=viettel, asker=viettel.party, code=code.code, wish=WISH)

    assert row.answer_days == 7


def test_a_need_goes_to_the_department(place_asked, regulator):
    assert place_asked.status == RequestStatus.ROUTING
    assert place_asked.owner is None
    assert Notice.objects.filter(user=regulator.user, text__contains=place_asked.reference).exists()


def test_only_the_enterprises_own_people_ask_for_it(regulator, vnpt, viettel, code):
    for actor in (regulator, vnpt):
        with pytest.raises(NotAllowed):
            ask_by_code(actor=actor, asker=viettel.party, code=code.code, wish=WISH)
        with pytest.raises(NotAllowed):
            ask_for_place(actor=actor, asker=viettel.party, wish=WISH, place=PLACE)
    assert not SharingRequest.objects.exists()


@pytest.fixture
def shown(viettel, regulator, mast) -> DisclosedMast:
    period = DisclosurePeriod.objects.create(
        asker=viettel.party, regulator=regulator.party, starts_on=DAY, ends_on=DAY + dt.timedelta(days=90)
    )
    cell = DisclosedCell.objects.create(period=period, key=1)
    return DisclosedMast.objects.create(
        cell=cell, mast=mast, owner=mast.site.owner, code="K7", place=1, class_code="A2b", height_from_m=40,
        height_to_m=45,
    )  # fmt: skip


def test_a_disclosed_mast_can_be_asked_for(shown, viettel, mast):
    row = ask_for_disclosed(actor=viettel, asker=viettel.party, shown=shown, wish=WISH)

    assert (row.mast, row.asked_by) == (mast, "disclosed")


def test_what_another_was_shown_is_no_way_in(shown, post):
    with pytest.raises(NotVisible):
        ask_for_disclosed(actor=post, asker=post.party, shown=shown, wish=WISH)


def test_what_was_shown_ends_with_its_period(shown, viettel):
    later = viettel.on(DAY + dt.timedelta(days=91))

    with pytest.raises(NotVisible):
        ask_for_disclosed(actor=later, asker=viettel.party, shown=shown, wish=WISH)
