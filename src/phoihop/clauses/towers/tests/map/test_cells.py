import h3
from hypothesis import given
from hypothesis import strategies as st

from phoihop.clauses.towers import cells

COUNTRY = {"latitude": st.floats(8, 23.5), "longitude": st.floats(102, 117)}


@given(**COUNTRY, resolution=st.integers(2, 8))
def test_shifting_bits_finds_the_hexagon_around(latitude, longitude, resolution):
    cell = cells.cell_of(latitude, longitude)

    key = cells.key_of(cell, resolution)

    assert cells.name_of(key, resolution) == h3.cell_to_parent(h3.int_to_str(cell), resolution)
    assert cells.key_of_name(cells.name_of(key, resolution), resolution) == key


@given(**COUNTRY)
def test_cells_fit_into_a_signed_column(latitude, longitude):
    assert 0 < cells.cell_of(latitude, longitude) < 2**63


@given(**COUNTRY, radius_m=st.floats(1, 3000))
def test_a_circle_touches_the_hexagon_of_its_middle(latitude, longitude, radius_m):
    around = cells.cells_around(latitude, longitude, radius_m)

    middle = cells.key_of_name(h3.latlng_to_cell(latitude, longitude, cells.ASKED), cells.ASKED)
    assert middle in around
    assert len(around) == len(set(around))


def test_the_area_of_hexagons_adds_up():
    keys = cells.cells_around(20.94, 106.33, 1500)

    assert len(keys) * 5 < cells.area_km2(keys, cells.ASKED) < len(keys) * 6
