import pytest
from django.urls import reverse

from phoihop.people.models import Party, PartyContact


def _page(client, party):
    return client.get(reverse("people:party_detail", args=[party.pk]))


@pytest.fixture
def known(vnpt):
    Party.objects.filter(pk=vnpt.party.pk).update(
        mandate="Nhiệm vụ riêng",
        needs="Cần cột ăng ten",
        tax_code="0800123456",
        phone="0220 111",
        email="rieng@vnpt.vn",
    )
    PartyContact.objects.create(
        party=vnpt.party, matter="Sự cố", name="Trực ban", phone="18001166", for_all_parties=True
    )
    PartyContact.objects.create(party=vnpt.party, matter="Kế toán", name="Phòng Kế toán")
    return vnpt.party


def test_own_people_see_everything(client_of, vnpt, known):
    page = _page(client_of(vnpt), known).content.decode()

    assert all(text in page for text in ("Nhiệm vụ riêng", "0800123456", "rieng@vnpt.vn", "Sự cố", "Kế toán"))


def test_regulator_sees_everything(client_of, regulator, known):
    page = _page(client_of(regulator), known).content.decode()

    assert all(text in page for text in ("Nhiệm vụ riêng", "0800123456", "rieng@vnpt.vn", "Kế toán"))


def test_rival_sees_what_was_exchanged_and_nothing_else(client_of, viettel, vnpt, known):
    page = _page(client_of(viettel), known).content.decode()

    assert all(text in page for text in ("Nhiệm vụ riêng", "Cần cột ăng ten", "Sự cố", "18001166"))
    assert not any(text in page for text in ("0800123456", "0220 111", "rieng@vnpt.vn", "Kế toán", vnpt.name))
    assert reverse("people:people", args=[known.pk]) not in page


def test_party_of_another_department_does_not_exist(client_of, stranger, known):
    assert _page(client_of(stranger), known).status_code == 404


def test_keeper_sees_the_name_alone(client_of, keeper, known):
    page = _page(client_of(keeper), known).content.decode()

    assert "VNPT Hải Dương" in page
    assert not any(text in page for text in ("Nhiệm vụ riêng", "Sự cố", "0800123456"))


def test_visitor_signs_in_first(client, known):
    assert _page(client, known).url.startswith(reverse("account_login"))


def test_number_of_queries_does_not_grow(client_of, vnpt, known, django_assert_max_num_queries):
    for n in range(10):
        PartyContact.objects.create(party=known, matter=f"Việc {n}", name="Văn phòng")
    client = client_of(vnpt)
    with django_assert_max_num_queries(28):
        _page(client, known)
