import json

import numpy as np
import pyproj
import pytest

from phoihop.clauses.towers.reading import InputRefused, ReadingOptions, read_mast_case
from phoihop.clauses.towers.reading.columns import angle
from phoihop.clauses.towers.reading.land import near_land, provinces
from phoihop.clauses.towers.tests.reading.files import write
from phoihop.cores.towerplan.invented import invent

DEGREES = "id,longitude,latitude,owner,height\n"
CENTRE = (106.333, 20.94)


def read(tmp_path, *lines, head="id,longitude,latitude,owner,height", **options):
    path = write(tmp_path, "masts.csv", head, lines)
    return read_mast_case(path, options=ReadingOptions(**options))


def refused(tmp_path, *lines, **options):
    with pytest.raises(InputRefused) as found:
        read(tmp_path, *lines, **options)
    return [problem.sentence("en") for problem in found.value.problems]


def in_vn2000(epsg, count=200, province="hai duong"):
    area = provinces()[province]
    xy = invent(count, 1, seed=1, area=area).masts.points.xy
    return xy, np.column_stack(pyproj.Transformer.from_crs(4326, epsg, always_xy=True).transform(*xy.T))


def test_zero_is_no_position(tmp_path):
    said = refused(tmp_path, "A,106.3,20.9,X,30", "B,0,0,X,30")

    assert len(said) == 1
    assert said[0].startswith("Line 3, “longitude”: The position 0, 0 lies in the ocean")


def test_one_swapped_position_is_told(tmp_path):
    said = refused(tmp_path, "A,106.3,20.9,X,30", "B,106.3,20.8,X,30", "C,20.9,106.3,X,30")

    assert [line[:6] for line in said] == ["Line 4"]
    assert "Latitude and longitude are swapped here (20.9; 106.3)" in said[0]


def test_columns_that_are_swapped_throughout_are_read_the_right_way_round(tmp_path):
    masts, _, _, notes = read(tmp_path, "A,20.9,106.3,X,30", "B,20.8,106.4,X,30")

    assert masts.points.xy.tolist() == [[106.3, 20.9], [106.4, 20.8]]
    assert "are swapped in the whole file" in notes[0].problem.text("en")


def test_a_position_outside_the_country_is_told(tmp_path):
    said = refused(tmp_path, "A,106.3,20.9,X,30", "B,2.35,48.85,X,30")

    assert said[0].startswith("Line 3, “longitude”: The position 48.85; 2.35 lies outside Vietnam")


def test_a_position_in_the_sea_is_told(tmp_path):
    said = refused(tmp_path, "A,106.3,20.9,X,30", "B,107.9,19.5,X,30")

    assert said[0].startswith("Line 3, “longitude”: The position 19.5; 107.9 lies in the sea")


@pytest.mark.parametrize("place", [(112.3, 16.5), (114.3, 10.4), (106.6, 8.7), (107.0, 20.8), CENTRE])
def test_islands_of_the_country_are_no_sea(place):
    assert near_land(np.array([place[0]]), np.array([place[1]])).all()


def test_two_systems_in_one_file_are_told(tmp_path):
    said = refused(tmp_path, "A,106.3,20.9,X,30", "B,586720.5,2316000.2,X,30", "C,106.3,20.8,X,30")

    assert len(said) == 1
    assert said[0].startswith("Line 3")
    assert "in another system than most lines" in said[0]


@pytest.mark.parametrize("head", ["Mã,X,Y,Chủ sở hữu,Chiều cao", "Mã,Y,X,Chủ sở hữu,Chiều cao"])
def test_vn_2000_is_guessed_and_said_whichever_axis_comes_first(tmp_path, head):
    degrees, metres = in_vn2000(9209)
    north_first = head.startswith("Mã,X")
    lines = [
        f"M{n},{y if north_first else x:.2f},{x if north_first else y:.2f},A,30" for n, (x, y) in enumerate(metres)
    ]

    masts, _, _, notes = read(tmp_path, *lines, head=head)

    assert masts.points.xy == pytest.approx(degrees, abs=1e-6)
    said = " ".join(note.problem.text("en") for note in notes)
    assert "VN-2000 / TM-3 105-30 (EPSG:9209)" in said
    assert "“X” is north and “Y” is east" in said


def test_the_zone_of_hai_phong_is_told_from_that_of_hai_duong(tmp_path):
    degrees, metres = in_vn2000(9210, province="hai phong")
    lines = [f"M{n};{str(x).replace('.', ',')};{str(y).replace('.', ',')};A;30" for n, (x, y) in enumerate(metres)]

    masts, _, _, notes = read(tmp_path, *lines, head="Mã;Y;X;Chủ sở hữu;Chiều cao")

    assert masts.points.xy == pytest.approx(degrees, abs=1e-6)
    assert any(note.problem.values.get("epsg") == 9210 for note in notes)


def test_a_zone_that_is_given_is_not_guessed(tmp_path):
    degrees, metres = in_vn2000(9210, count=5)
    lines = [f"M{n},{x},{y},A,30" for n, (x, y) in enumerate(metres)]

    masts, _, _, _ = read(tmp_path, *lines, head="id,easting,northing,owner,height", epsg=9210)

    assert masts.points.xy == pytest.approx(degrees, abs=1e-7)


def test_a_zone_that_could_be_another_is_asked_for(tmp_path):
    _, metres = in_vn2000(5897, province="ha noi")
    lines = [f"M{n},{x},{y},A,30" for n, (x, y) in enumerate(metres)]

    said = refused(tmp_path, *lines, head="id,x,y,owner,height")

    assert "their zone is not clear" in said[0]
    assert "Give --epsg" in said[0]


def test_a_file_in_degrees_is_read_as_such_whatever_zone_was_given(tmp_path):
    masts, _, _, notes = read(tmp_path, "A,106.333,20.94,X,30", epsg=9209)

    assert masts.points.xy.tolist() == [[106.333, 20.94]]
    assert "read as WGS 84, not as EPSG:9209" in notes[0].problem.text("en")


def test_degrees_of_another_datum_are_moved(tmp_path):
    masts, *_ = read(tmp_path, "A,106.333,20.94,X,30", epsg=4756)  # VN-2000 in degrees

    east, north = (masts.points.xy[0] - CENTRE) * 111_000
    assert 100 < np.hypot(east, north) < 300


def test_metres_under_a_code_of_degrees_are_told(tmp_path):
    said = refused(tmp_path, "A,586720,2316000,X,30", epsg=4326)

    assert "is in another system than most lines (°)" in said[0]


def test_the_system_that_a_geojson_file_names_is_used(tmp_path):
    _, metres = in_vn2000(9210, count=3)
    features = [
        {"type": "Feature", "properties": {"id": f"M{n}", "owner": "A", "height": 30},
         "geometry": {"type": "Point", "coordinates": xy}}
        for n, xy in enumerate(metres.tolist())
    ]  # fmt: skip
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::9210"}}
    path = tmp_path / "masts.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))

    masts, *_ = read_mast_case(path)

    assert masts.points.xy == pytest.approx(in_vn2000(9210, count=3)[0], abs=1e-6)


def test_a_system_that_nobody_knows_is_told(tmp_path):
    assert refused(tmp_path, "A,1,2,X,30", epsg=999_999) == ["There is no system EPSG:999999. Check the code."]


def test_a_network_elsewhere_is_read_where_that_is_said(tmp_path):
    lines = [f"M{n},{-9 + n / 10},{52 + n / 20},X,30" for n in range(20)]

    masts, *_ = read(tmp_path, *lines, anywhere=True)
    said = refused(tmp_path, *lines, "S,52.5,-8.5,X,30", "Z,0,0,X,30", anywhere=True)

    assert len(masts) == 20
    assert ["swapped" in said[0], "0, 0" in said[1]] == [True, True]


def test_missing_positions_are_told(tmp_path):
    said = refused(tmp_path, "A,106.3,,X,30")
    columns = refused(tmp_path, "A,X,30", head="id,owner,height")

    assert said == ["Line 2, “longitude”: The position is missing. Fill in both values."]
    assert "Positions are missing: the columns longitude and latitude are needed" in columns[0]


@pytest.mark.parametrize(
    ("text", "degrees"),
    [("20°56'24\"N", 20.94), ("106° 19′ 58,8″ Đ", 106.333), ("T 10°30'", -10.5), ("200°", None), ("10°70'", None)],
)
def test_angles_in_minutes_and_seconds(text, degrees):
    assert angle(text) == degrees


@pytest.mark.parametrize(
    "cell",
    [
        "20.94, 106.333",
        "20.94,106.333",
        "20,94; 106,333",
        "(20.94; 106.333)",
        "106.333, 20.94",
        "20°56'24\"N 106°19'58.8\"E",
    ],
)
def test_both_values_may_stand_in_one_cell(tmp_path, cell):
    quoted = '"' + cell.replace('"', '""') + '"'

    masts, *_ = read(tmp_path, f"A,{quoted},X,30", head="Mã cột,Tọa độ,Chủ sở hữu,Chiều cao")

    assert masts.points.xy.tolist() == [[106.333, 20.94]]


def test_a_cell_that_holds_no_position_is_told(tmp_path):
    said = refused(tmp_path, "A,somewhere,X,30", head="id,Tọa độ,owner,height")

    assert said == ["Line 2, “Tọa độ”: The position is missing. Fill in both values."]


def test_axes_in_brackets_are_told_apart(tmp_path):
    masts, *_ = read(tmp_path, "A,2316000,586720,X,30", head="id,Tọa độ (X),Tọa độ (Y),owner,height", epsg=9209)

    assert masts.points.xy[0] == pytest.approx([106.33, 20.93], abs=0.02)


def test_a_column_of_angles_is_read(tmp_path):
    masts, *_ = read(tmp_path, "A;106°19'58.8\"E;20°56'24\"N;X;30", head="id;longitude;latitude;owner;height")

    assert masts.points.xy[0].tolist() == [106.333, 20.94]
