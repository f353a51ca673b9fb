import pytest
from django.urls import reverse

from phoihop.clauses.towers.tests.map.conftest import PLACE

AROUND = "106.32 20.93, 106.34 20.93, 106.34 20.95, 106.32 20.95"


def listed(client, **query):
    answer = client.get(reverse("towers:map"), query)
    assert answer.status_code == 200
    return {mast.site.code for mast in answer.context["masts"]}


def test_the_table_has_what_the_map_has(regulator, vnpt, viettel, stand, client_of):
    stand(vnpt, "HD01")
    stand(viettel, "HD02")

    assert listed(client_of(regulator)) == {"HD01", "HD02"}
    assert listed(client_of(vnpt)) == {"HD01"}


def test_a_drawn_area_lists_what_is_inside(vnpt, stand, client_of):
    stand(vnpt, "TRONG")
    stand(vnpt, "NGOAI", (PLACE[0] + 0.1, PLACE[1]))

    assert listed(client_of(vnpt), area=AROUND) == {"TRONG"}


def test_an_area_that_crosses_itself_is_still_one(vnpt, stand, client_of):
    stand(vnpt, "TRONG", (20.935, 106.33))

    assert listed(client_of(vnpt), area="106.32 20.93, 106.34 20.93, 106.32 20.95, 106.34 20.95") == {"TRONG"}


def test_a_rectangle_lists_what_is_inside_without_a_script(vnpt, stand, client_of):
    stand(vnpt, "TRONG")
    stand(vnpt, "NGOAI", (PLACE[0], PLACE[1] + 0.2))

    assert listed(client_of(vnpt), west="106.3", east="106.4", south="20.9", north="21") == {"TRONG"}


@pytest.mark.parametrize("area", ["106.32", "a b, c d, e f", "106 20, 107 20", "200 20, 201 20, 202 21", "1 1," * 300])
def test_an_area_that_is_none_is_said(vnpt, client_of, area):
    answer = client_of(vnpt).get(reverse("towers:map"), {"area": area})

    assert "Hãy vẽ lại trên bản đồ" in answer.content.decode()


def test_filters_that_do_not_fit_do_not_break_the_page(vnpt, client_of):
    answer = client_of(vnpt).get(
        reverse("towers:map"), {"owner": "x", "mast_class": "x", "height_from": "cao", "page": "z"}
    )

    assert answer.status_code == 200


def test_certificates_are_told_apart(vnpt, stand, client_of):
    stand(vnpt, "HET", certificate_expires_on="2020-01-01")
    stand(vnpt, "CON", certificate_expires_on="2199-01-01")
    stand(vnpt, "CHUA")

    found = {state: listed(client_of(vnpt), certificate=state) for state in ("expired", "valid", "missing", "due")}

    assert found == {"expired": {"HET"}, "valid": {"CON"}, "missing": {"CHUA"}, "due": set()}


def test_a_mast_one_rents_is_a_layer_of_its_own(vnpt, post, stand, client_of):
    stand(vnpt, "HD01", shared_with=(post,))

    answer = client_of(post).get(reverse("towers:map"))

    assert answer.context["masts"] == []
    assert [layer["id"] for layer in answer.context["options"]["layers"]] == ["masts", "rented"]


def test_the_page_counts_what_it_shows(vnpt, viettel, stand, client_of):
    stand(vnpt, "HD01", shared_with=(viettel,))
    stand(vnpt, "HD02")

    whole = client_of(vnpt).get(reverse("towers:map")).context["whole"]

    assert (whole.count, whole.shared) == (2, 1)
    assert whole.box[0] < PLACE[1] < whole.box[2]
