import pytest
from django.core.exceptions import ImproperlyConfigured

from phoihop.config.maps import origins_of, tiles_of


def test_without_a_setting_outlines_alone_are_drawn():
    assert tiles_of("") is None
    assert origins_of(None) == []


def test_a_file_is_served_by_the_installation_itself(tmp_path):
    file = tmp_path / "nen.pmtiles"
    file.touch()

    tiles = tiles_of(str(file), "Sở")

    assert tiles == {"kind": "pmtiles", "file": str(file), "attribution": "Sở"}
    assert origins_of(tiles) == []


@pytest.mark.parametrize(
    ("given", "kind"),
    [("https://ban-do.vn:8443/nen.pmtiles", "pmtiles"), ("https://ban-do.vn:8443/{z}/{x}/{y}.png?k=1", "raster")],
)
def test_a_server_is_let_in_by_its_origin_alone(given, kind):
    tiles = tiles_of(given)

    assert tiles is not None
    assert tiles["kind"] == kind
    assert origins_of(tiles) == ["https://ban-do.vn:8443"]


@pytest.mark.parametrize("given", ["/khong/co.pmtiles", "https://ban-do.vn/nen.png", "https://ban-do.vn/{z}/{x}.png"])
def test_what_cannot_serve_stops_the_start(given):
    with pytest.raises(ImproperlyConfigured):
        tiles_of(given)
