import mapbox_vector_tile
import pytest
from django.urls import reverse

from phoihop.base.access import Role
from phoihop.clauses.towers.cells import cell_of, key_of
from phoihop.clauses.towers.queries.map import tiles
from phoihop.clauses.towers.tests.map.conftest import PLACE, tile
from phoihop.testing.cast import seat
from phoihop.testing.factories import RegulatorFactory

CITY = (12, 3257, 1804)  # the tile of PLACE
COUNTRY = (5, 25, 14)


def test_the_owner_and_its_department_see_the_mast(regulator, vnpt, stand, client_of):
    mast = stand(vnpt, "HD01")

    for member in (regulator, vnpt):
        (point,) = tile(client_of(member), *CITY)["points"]
        assert (point["id"], point["name"], point["height"]) == (str(mast.pk), "HD01", 42)


@pytest.mark.parametrize("address", [CITY, COUNTRY])
def test_a_rival_and_its_tenant_get_the_tile_of_an_empty_country(viettel, vnpt, post, stand, client_of, address):
    stand(vnpt, "HD01", offered_for_sharing=True, shared_with=(post,))

    assert tile(client_of(viettel), *address) == {}
    assert tile(client_of(post), *address) == {}


def test_another_department_sees_nothing(vnpt, stand, client_of):
    stand(vnpt, "HD01")
    stranger = seat(RegulatorFactory(), Role.OFFICER, "Chuyên viên Sở khác", "khac@example.vn")

    assert tile(client_of(stranger), *COUNTRY) == {}


def test_from_afar_masts_are_counted_by_hexagon(regulator, vnpt, viettel, stand, client_of):
    for number, owner in enumerate((vnpt, vnpt, viettel)):
        stand(owner, f"HD{number}")

    assert [cell["count"] for cell in tile(client_of(regulator), *COUNTRY)["cells"]] == [3]
    assert [cell["count"] for cell in tile(client_of(vnpt), *COUNTRY)["cells"]] == [2]


def test_few_masts_are_drawn_one_by_one_from_afar_too(vnpt, stand, client_of):
    stand(vnpt, "HD01")

    assert "points" in tile(client_of(vnpt), *COUNTRY, near=0)


def test_a_hexagon_on_the_edge_is_whole_in_both_tiles(vnpt, stand, client_of):
    west, _south, _east, _north = tiles.box_of(*CITY)
    for number, shift in enumerate((-0.002, 0.002)):
        stand(vnpt, f"HD{number}", (PLACE[0], west + shift))

    left, right = tile(client_of(vnpt), 12, 3256, 1804, near=13), tile(client_of(vnpt), *CITY, near=13)

    assert sum(cell["count"] for cell in left["cells"]) == sum(cell["count"] for cell in right["cells"]) == 2


def test_the_filters_of_the_page_hold_for_tiles(vnpt, viettel, regulator, stand, client_of):
    stand(vnpt, "HD01", shared_with=(viettel,))
    stand(vnpt, "HD02", height_m=15)

    def names(**query):
        return {point["name"] for point in tile(client_of(regulator), *CITY, **query).get("points", [])}

    assert names(sharing="shared") == {"HD01"}
    assert names(sharing="alone") == {"HD02"}
    assert names(height_to=20) == {"HD02"}
    assert names(north=20) == set()


def test_removed_masts_are_not_drawn(vnpt, stand, client_of):
    stand(vnpt, "HD01", state="removed", removed_on="2026-01-01")

    assert tile(client_of(vnpt), *CITY) == {}


def test_a_mast_is_where_it_stands(vnpt, stand, client_of):
    stand(vnpt, "HD01")
    west, south, east, north = tiles.box_of(14, 13031, 7217)

    answer = client_of(vnpt).get(reverse("towers:map_tile", args=[14, 13031, 7217]))

    (feature,) = mapbox_vector_tile.decode(answer.content)["points"]["features"]
    across, up = (value / tiles.EXTENT for value in feature["geometry"]["coordinates"])
    assert west + across * (east - west) == pytest.approx(PLACE[1], abs=1e-5)
    assert south + up * (north - south) == pytest.approx(PLACE[0], abs=1e-5)


def test_too_many_points_become_hexagons(vnpt, stand, client_of, monkeypatch):
    monkeypatch.setattr(tiles, "POINTS_MOST", 1)
    stand(vnpt, "HD01")
    stand(vnpt, "HD02")

    assert [cell["count"] for cell in tile(client_of(vnpt), *CITY)["cells"]] == [2]


def test_a_tile_is_kept_for_nobody_else(vnpt, stand, client_of):
    stand(vnpt, "HD01")

    answer = client_of(vnpt).get(reverse("towers:map_tile", args=CITY))

    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "Cookie" in answer.headers["Vary"]


def test_answers_that_are_kept_are_kept_for_one_person(settings, vnpt, viettel, stand, client_of):
    settings.KEEP_ANSWERS = True
    stand(vnpt, "HD01")
    stand(viettel, "HD02")
    stand(viettel, "HD03")

    counts = [tile(client_of(member), *COUNTRY)["cells"][0]["count"] for member in (vnpt, viettel, vnpt)]

    assert counts == [1, 2, 1]


@pytest.mark.parametrize("address", [(15, 0, 0), (3, 8, 0), (3, 0, 8)])
def test_there_are_no_tiles_outside_the_pyramid(vnpt, client_of, address):
    assert client_of(vnpt).get(reverse("towers:map_tile", args=address)).status_code == 404


@pytest.mark.parametrize(("masts", "zoom"), [(10, 0), (2_001, 9), (100_000, 12)])
def test_the_fewer_masts_the_sooner_they_are_told_apart(masts, zoom):
    assert tiles.points_from(masts) == zoom


def test_the_database_shifts_cells_as_the_code_does(vnpt, stand):
    mast = stand(vnpt, "HD01")

    assert mast.site.cell == cell_of(*PLACE)
    assert tiles._far(vnpt, tiles.Narrow(), 6) == {key_of(mast.site.cell, 6): 1}
