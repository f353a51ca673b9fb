import json

import pytest

from phoihop.base.sheets import SheetRefused, read_table
from phoihop.base.sheets.tests.tables import FIELDS


def features(*shapes, **more):
    return json.dumps({"type": "FeatureCollection", "features": list(shapes), **more}).encode()


def point(*at, kind="Point", **properties):
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": list(at)}}


def test_points_become_rows():
    data = features(point(106.3, 20.9, **{"Mã trạm": "A", "Chiều cao": 42}), point(106.4, 20.8, **{"Mã trạm": "B"}))

    table = read_table(data, FIELDS)

    assert table.columns["code"] == ["A", "B"]
    assert table.columns["longitude"].tolist() == [106.3, 106.4]
    assert table.lines.tolist() == [1, 2]


def test_the_id_of_a_feature_counts():
    table = read_table(features({**point(106.3, 20.9), "id": 7}), FIELDS)

    assert table.columns["code"] == ["7"]


def test_a_shape_that_is_no_point_is_told_by_its_number():
    table = read_table(features(point(106.3, 20.9, id="A"), point([0, 0], [1, 1], kind="LineString", id="B")), FIELDS)

    assert table.problems[0].sentence("vi").startswith("Đối tượng 2, cột “latitude”")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (features(point(106.3, 20.9))[:-20], "Line 1: The JSON file is wrong or ends"),
        (b'{"type": "Topology"}', "no GeoJSON"),
        (b"[" * 100_000, "no GeoJSON|wrong"),
        (features(), "no data"),
        (features("x"), "no GeoJSON"),
    ],
)
def test_what_is_no_geojson_is_refused(data, said):
    with pytest.raises(SheetRefused, match=said):
        read_table(data, FIELDS)
