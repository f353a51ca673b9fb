import pytest
from django.urls import reverse

from phoihop.base.access import PartyKind
from phoihop.base.errors import NotAllowed, Refused
from phoihop.people.actions.parties import create_party, found_regulator
from phoihop.people.models import Party

PROFILE = {"name": "MobiFone Hải Dương", "short_name": "MobiFone", "code": "MBF"}


def test_regulator_registers_an_enterprise(client_of, regulator):
    response = client_of(regulator).post(reverse("people:party_new"), PROFILE | {"kind": "enterprise"})

    party = Party.objects.get(code="MBF")
    assert party.registered_by_id == regulator.party.pk
    assert response.url == reverse("people:invite", args=[party.pk])


def test_same_symbol_twice_is_refused_in_words(client_of, regulator):
    data = PROFILE | {"kind": "enterprise", "code": "VNPT", "valid_from": "2020-01-01"}
    Party.objects.filter(code="VNPT").update(valid_from="2020-01-01")

    response = client_of(regulator).post(reverse("people:party_new"), data)

    assert response.status_code == 422
    assert "Đã có đơn vị dùng ký hiệu này." in response.content.decode()


def test_enterprise_registers_nobody(client_of, vnpt, regulator):
    assert client_of(vnpt).get(reverse("people:party_new")).status_code == 403
    with pytest.raises(NotAllowed):
        create_party(actor=vnpt, registrar=regulator.party, kind=PartyKind.ENTERPRISE, **PROFILE)


def test_regulator_makes_no_regulator(regulator):
    with pytest.raises(Refused):
        create_party(actor=regulator, registrar=regulator.party, kind=PartyKind.REGULATOR, **PROFILE)


def test_keeper_founds_a_department(client_of, keeper):
    data = {"name": "Sở Khoa học và Công nghệ", "short_name": "Sở KH&CN", "code": "SKHCN"}
    response = client_of(keeper).post(reverse("people:regulator_new"), data)

    party = Party.objects.get(code="SKHCN")
    assert (party.kind, party.registered_by) == ("regulator", None)
    assert response.url == reverse("people:invite", args=[party.pk])


def test_others_found_none(client_of, regulator):
    assert client_of(regulator).get(reverse("people:regulator_new")).status_code == 403
    with pytest.raises(NotAllowed):
        found_regulator(actor=regulator, **PROFILE)
