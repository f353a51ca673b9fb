import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.towers.actions.sharing import mediation, talks
from phoihop.clauses.towers.models import Mediation, MediationNote, MediationOutcome, SharingOffer, SharingRequest
from phoihop.clauses.towers.tests.sharing.conftest import fresh
from phoihop.testing.cast import NOON


def reads(actor) -> bool:
    return SharingOffer.objects.visible_to(actor).exists()


@pytest.fixture
def opened(offered, viettel, regulator):
    mediation.ask_mediation(actor=viettel, request=offered, party=viettel.party, text="Giá gấp đôi nơi khác.")
    return mediation.open_mediation(actor=regulator, request=offered)


def test_the_department_cannot_open_one_at_will(offered, regulator):
    with pytest.raises(Refused):
        mediation.open_mediation(actor=regulator, request=offered)
    assert not reads(regulator)


def test_a_limit_that_passed_is_enough(offered, regulator):
    SharingRequest.objects.filter(pk=offered.pk).update(escalated_at=NOON)

    assert mediation.open_mediation(actor=regulator, request=fresh(offered)).is_open


def test_prices_are_open_while_it_lasts(opened, regulator):
    assert reads(regulator)

    mediation.close_mediation(actor=regulator, mediation=opened, outcome=MediationOutcome.SETTLED, text="Giữ giá.")

    assert not reads(regulator)


def test_messages_stay_between_the_two(opened, offered, viettel, regulator):
    talks.send_message(actor=viettel, request=offered, party=viettel.party, text="Riêng")

    assert not offered.messages.model.objects.visible_to(regulator).exists()


def test_asking_alone_opens_nothing(offered, viettel, regulator):
    mediation.ask_mediation(actor=viettel, request=offered, party=viettel.party, text="Giá cao.")

    assert not reads(regulator)


def test_only_the_department_opens_and_closes(offered, vnpt, viettel, regulator):
    mediation.ask_mediation(actor=viettel, request=offered, party=viettel.party, text="Giá cao.")
    with pytest.raises(NotAllowed):
        mediation.open_mediation(actor=vnpt, request=offered)
    opened = mediation.open_mediation(actor=regulator, request=offered)
    with pytest.raises(NotAllowed):
        mediation.close_mediation(actor=viettel, mediation=opened, outcome=MediationOutcome.STOPPED, text="Thôi.")


def test_notes_apart_are_read_by_one_side(opened, vnpt, viettel, post, regulator):
    for side in (vnpt.party, viettel.party, None):
        mediation.note_mediation(actor=regulator, mediation=opened, party=regulator.party, text="Ghi", side=side)

    seen = {
        actor.party.short_name: MediationNote.objects.visible_to(actor).count()
        for actor in (vnpt, viettel, post, regulator)
    }

    assert list(seen.values()) == [2, 2, 0, 3]


def test_a_side_writes_apart_only_for_itself(opened, vnpt, viettel):
    with pytest.raises(NotAllowed):
        mediation.note_mediation(actor=vnpt, mediation=opened, party=vnpt.party, text="Ghi", side=viettel.party)


def test_both_sides_may_let_the_department_read(offered, vnpt, viettel, regulator):
    talks.open_to_lead(actor=vnpt, request=offered, party=vnpt.party, opened=True)
    assert not reads(regulator)
    talks.open_to_lead(actor=viettel, request=offered, party=viettel.party, opened=True)
    assert reads(regulator)

    talks.open_to_lead(actor=vnpt, request=offered, party=vnpt.party, opened=False)

    assert not reads(regulator)


def test_one_at_a_time(opened, offered, vnpt):
    with pytest.raises(Refused):
        mediation.ask_mediation(actor=vnpt, request=offered, party=vnpt.party, text="Cũng muốn.")
    assert Mediation.objects.count() == 1
