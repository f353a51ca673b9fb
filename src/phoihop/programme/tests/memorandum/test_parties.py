import pytest
from django.urls import reverse

from phoihop.base.errors import NotVisible, Refused
from phoihop.programme.actions.memorandum import add_party, edit_signer, move_party, remove_party, set_signing_mode
from phoihop.programme.models import MemorandumParty
from phoihop.programme.queries.memorandum import visible_seat
from phoihop.testing.factories import PartyFactory


@pytest.fixture
def seat(draft, vnpt) -> MemorandumParty:
    return draft.parties.select_related("memorandum__programme").get(party=vnpt.party)


def test_a_party_removed_can_be_added_again_at_the_end(regulator, draft, seat, vnpt):
    remove_party(actor=regulator, seat=seat)

    added = add_party(actor=regulator, memorandum=draft, party=vnpt.party)

    assert draft.parties.order_by("order").last() == added
    assert added.signer_name == "Người ký VNPT"


def test_the_lead_always_signs(regulator, draft):
    seat = draft.parties.get(party=regulator.party)

    with pytest.raises(Refused):
        remove_party(actor=regulator, seat=seat)


def test_only_enterprises_of_the_programme_sign(regulator, draft):
    with pytest.raises(Refused):
        add_party(actor=regulator, memorandum=draft, party=PartyFactory())


def test_a_party_signs_earlier(regulator, draft, seat):
    move_party(actor=regulator, seat=seat, step=-1)

    assert list(draft.parties.order_by("order").values_list("party__code", flat=True)) == ["STTTT", "VNPT", "BD", "VTL"]


def test_a_signer_is_named(regulator, seat):
    edit_signer(actor=regulator, seat=seat, signer_name=" Đỗ Văn Nam ", signer_position="Phó Giám đốc")

    seat.refresh_from_db()
    assert (seat.signer_name, seat.signer_position) == ("Đỗ Văn Nam", "Phó Giám đốc")


def test_signing_in_any_order(regulator, draft):
    set_signing_mode(actor=regulator, memorandum=draft, mode="parallel")

    draft.refresh_from_db()
    assert draft.signing_mode == "parallel"


def test_another_regulators_seat_does_not_exist(vnpt, seat):
    with pytest.raises(NotVisible):
        visible_seat(actor=vnpt, pk=seat.pk)


def test_adding_by_the_page(client_of, regulator, draft, seat, vnpt):
    remove_party(actor=regulator, seat=seat)

    page = client_of(regulator).post(
        reverse("programme:memorandum_party_add", args=[draft.pk]), {"party": str(vnpt.party.pk)}
    )

    assert page.status_code == 302
    assert draft.parties.filter(party=vnpt.party).exists()
