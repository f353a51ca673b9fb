import pytest
import time_machine
from django.urls import reverse

from phoihop.clauses.towers.models import DisclosureTerms
from phoihop.clauses.towers.tests.disclosure.conftest import middle
from phoihop.testing.cast import NOON

OWN = "BIMAT-0"


@pytest.fixture(autouse=True)
def noon():
    """Browsers ask at the moment of the cast."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def look(vnpt, viettel, stand, ask):
    stand(vnpt)
    stand(vnpt, offered=False)
    return ask(viettel)


def test_the_asker_reads_the_answer_without_a_position_or_a_name(viettel, look, client_of):
    answer = client_of(viettel).get(reverse("towers:disclosure_detail", args=[look.pk]))

    html = answer.content.decode()
    assert "VNPT" in html
    assert "BIMAT" not in html
    assert "Trạm Bí Mật" not in html
    assert "12 phố" not in html


def test_the_answer_never_holds_the_exact_place(vnpt, viettel, stand, ask, client_of):
    latitude, longitude = middle()
    mast = stand(vnpt, (latitude + 0.00321, longitude + 0.00123))
    look = ask(viettel)

    for name, args in (("disclosure_detail", [look.pk]), ("map", []), ("disclosure_list", [])):
        html = client_of(viettel).get(reverse(f"towers:{name}", args=args)).content.decode()
        assert f"{mast.site.latitude:.5f}" not in html
        assert f"{mast.site.longitude:.5f}" not in html
        assert str(mast.pk) not in html


def test_the_department_reads_every_look(regulator, look, client_of):
    html = client_of(regulator).get(reverse("towers:disclosure_list")).content.decode()

    assert str(look.pk) in html
    assert client_of(regulator).get(reverse("towers:disclosure_detail", args=[look.pk])).status_code == 200


@pytest.mark.parametrize("who", ["vnpt", "post"])
def test_nobody_else_reads_a_look(request, who, look, client_of):
    member = request.getfixturevalue(who)

    assert client_of(member).get(reverse("towers:disclosure_detail", args=[look.pk])).status_code == 404
    assert str(look.pk) not in client_of(member).get(reverse("towers:disclosure_list")).content.decode()


def test_the_owner_reads_who_looked_at_which_mast(vnpt, post, look, client_of):
    html = client_of(vnpt).get(reverse("towers:disclosure_log")).content.decode()

    assert "Viettel Hải Dương" in html
    assert OWN in html
    assert f"{look.latitude:.3f}".replace(".", ",") not in html
    assert "Viettel" not in client_of(post).get(reverse("towers:disclosure_log")).content.decode()


def test_asking_through_the_form(viettel, programme, in_force, client_of):
    latitude, longitude = middle()
    sent = {
        "party_id": viettel.party.pk, "programme_id": programme.pk, "latitude": f"{latitude:.5f}".replace(".", ","),
        "longitude": f"{longitude:.5f}", "radius_m": 300, "purpose": "new_site", "explanation": "Tìm cột để thuê",
    }  # fmt: skip

    answer = client_of(viettel).post(reverse("towers:disclosure_new"), sent, follow=True)

    assert "Không có cột nào được giới thiệu" in answer.content.decode()


def test_a_form_with_mistakes_says_what_to_do(viettel, programme, in_force, client_of):
    sent = {
        "party_id": viettel.party.pk,
        "programme_id": programme.pk,
        "latitude": "bắc",
        "longitude": "361",
        "radius_m": 1,
    }

    answer = client_of(viettel).post(reverse("towers:disclosure_new"), sent)

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"latitude", "longitude", "radius_m", "purpose", "explanation"}


def test_without_a_programme_the_page_says_why(viettel, programme, client_of):
    assert "Chưa hỏi được" in client_of(viettel).get(reverse("towers:disclosure_new")).content.decode()


def test_the_department_sets_limits(regulator, client_of):
    sent = {"cells_an_ask": 3, "cells_a_period": 9, "masts_a_cell": 2, "masts_a_period": 18, "period_months": 6}

    answer = client_of(regulator).post(reverse("towers:disclosure_terms", args=[regulator.party.pk]), sent)

    assert answer.status_code == 302
    assert DisclosureTerms.objects.get(regulator=regulator.party).cells_a_period == 9


def test_limits_that_contradict_each_other_are_refused(regulator, client_of):
    sent = {"cells_an_ask": 9, "cells_a_period": 3, "masts_a_cell": 2, "masts_a_period": 18, "period_months": 6}

    answer = client_of(regulator).post(reverse("towers:disclosure_terms", args=[regulator.party.pk]), sent)

    assert answer.status_code == 422
    assert not DisclosureTerms.objects.exists()


def test_an_enterprise_sets_no_limits(vnpt, regulator, client_of):
    address = reverse("towers:disclosure_terms", args=[regulator.party.pk])

    assert client_of(vnpt).get(address).status_code == 403
