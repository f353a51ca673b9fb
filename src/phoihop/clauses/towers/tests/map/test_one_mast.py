from django.urls import reverse

from phoihop.clauses.towers.mapping import map_of
from phoihop.clauses.towers.tests.map.conftest import PLACE


def test_a_mast_is_drawn_with_the_distance_that_others_must_keep(vnpt, stand):
    options = map_of(stand(vnpt, "HD01"), 400)

    ring, mast = (layer["data"]["features"][0] for layer in options["layers"])
    assert ring["properties"]["radius_m"] == 400
    assert mast["geometry"]["coordinates"] == [PLACE[1], PLACE[0]]


def test_without_a_rule_there_is_no_ring(vnpt, stand):
    assert [layer["id"] for layer in map_of(stand(vnpt, "HD01"), None)["layers"]] == ["mast"]


def test_the_page_of_a_mast_has_the_map(vnpt, viettel, stand, client_of):
    address = reverse("towers:mast_detail", args=[stand(vnpt, "HD01").pk])

    assert 'data-map="mast-map"' in client_of(vnpt).get(address).content.decode()
    assert client_of(viettel).get(address).status_code == 404
