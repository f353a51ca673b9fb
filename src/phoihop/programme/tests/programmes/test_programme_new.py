import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed
from phoihop.programme.actions.programmes import create_programme
from phoihop.programme.models import Programme

FACTS = {"name": "Chương trình phối hợp", "place": "tỉnh Hải Dương", "first_year": 2026}


def test_a_regulator_begins_a_programme(regulator):
    programme = create_programme(actor=regulator, lead=regulator.party, **FACTS)

    assert programme.lead_id == regulator.party.pk


def test_an_enterprise_may_not(vnpt):
    with pytest.raises(NotAllowed):
        create_programme(actor=vnpt, lead=vnpt.party, **FACTS)


def test_an_officer_begins_it_only_for_their_own_body(regulator, vnpt):
    with pytest.raises(NotAllowed):
        create_programme(actor=regulator, lead=vnpt.party, **FACTS)


def test_the_page_leads_to_the_new_programme(client_of, regulator):
    data = FACTS | {"name": "Chương trình mới", "lead": str(regulator.party.pk)}

    page = client_of(regulator).post(reverse("programme:programme_new"), data)

    made = Programme.objects.get(name="Chương trình mới")
    assert page["Location"] == reverse("programme:programme_detail", args=[made.pk])


def test_the_page_is_shut_for_enterprises(client_of, vnpt):
    assert client_of(vnpt).get(reverse("programme:programme_new")).status_code == 403
