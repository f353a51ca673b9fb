import json

import pytest

from phoihop.clauses.towers.reading import InputRefused, read_case
from phoihop.clauses.towers.reading.rules import RuleSheet, read_rules
from phoihop.clauses.towers.tests.reading.files import masts, needs
from phoihop.cores.towerplan.model import ZoneKind

WHOLE = """
max_operators = 3
band_m = 4
years = 5
discount_percent = 10
assumed_slots = 0
rent_vnd = 30_000_000
extra_tenant_vnd = 1_000_000
concealed = ["A1b"]
zones = "zones.geojson"

[[spacing]]
class = "A2b"
zone = "town"
metres = 300

[[price]]
class = "A2b"
height_m = 42
build_vnd = 700_000_000

[[veto]]
owner = "viettel"
tenant = "VNPT"

[[veto]]
operators = ["VNPT", "MobiFone"]

[[veto]]
need = "N1"
mast = "M1"

[[veto]]
needs = ["N3", "N2"]

[[agreed]]
needs = ["N2"]
at = [106.37, 20.96]
class = "A2b"
"""
RING = [[106.3, 20.9], [106.4, 20.9], [106.4, 21.0], [106.3, 20.9]]


def zones(folder, kind="spacing", shape="Polygon"):
    feature = {
        "type": "Feature",
        "properties": {"code": "town", "kind": kind},
        "geometry": {"type": shape, "coordinates": [RING]},
    }
    (folder / "zones.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))


def rules(folder, text):
    path = folder / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_rule_is_read(tmp_path):
    zones(tmp_path)

    case = read_case(masts(tmp_path), needs(tmp_path), rules(tmp_path, WHOLE))

    assert (case.rules.max_operators, case.rules.band_m, case.rules.years, case.rules.discount) == (3, 4, 5, 0.1)
    assert case.rules.spacing("A2b", "town") == 300
    assert case.rules.zones[0].kind == ZoneKind.SPACING
    assert case.rules.vetoes.owner_tenant == {(1, 2)}
    assert case.rules.vetoes.operators == {(0, 2)}
    assert case.rules.vetoes.need_mast == {("N1", "M1")}
    assert case.rules.vetoes.need_need == {("N2", "N3")}
    assert case.rules.fixed[0].xy == (106.37, 20.96)
    assert case.costs.rent_vnd == 30_000_000
    assert case.costs.mast_class("A2b").extra_tenant_vnd == 1_000_000
    assert case.masts.free[2].sum() == 0


def test_without_a_file_the_defaults_hold():
    sheet = read_rules(None)

    assert sheet == RuleSheet()
    assert sheet.book.for_core() == {("*", "town"): 100, ("*", "elsewhere"): 400}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("max_operators = ", "is no TOML"),
        ("max_operator = 3", "no rule “max_operator”"),
        ('max_operators = "3"', "“max_operators” must be a whole number"),
        ("max_operators = 0", "must be 1 or more"),
        ("years = true", "must be a whole number"),
        ("discount_percent = -1", "must be 0 or more"),
        ("discount_percent = nan", "must be 0 or more"),
        ("spacing = 100", r"must be tables \[\[spacing\]\]"),
        ('[[spacing]]\nclass = "*"', "must be given with metres, zone"),
        ('[[price]]\nclas = "A2b"\nheight_m = 1\nbuild_vnd = 1\nclass = "A2b"', "no rule “price.clas”"),
        ('[[veto]]\nowner = "VNPT"', "must be owner and tenant"),
        ('[[veto]]\nowner = "Nobody"\ntenant = "VNPT"', "speak of “Nobody”"),
        ('[[agreed]]\nneeds = ["N1"]', "must be a mast, or at"),
        ('zones = "none.geojson"', "must be GeoJSON polygons"),
        ('concealed = "A1b"', "must be a list of texts"),
    ],
)
def test_a_rule_that_cannot_be_meant_is_refused(tmp_path, text, said):
    with pytest.raises(InputRefused, match=said):
        read_case(masts(tmp_path), needs(tmp_path), rules(tmp_path, text))


@pytest.mark.parametrize(("kind", "shape"), [("lawn", "Polygon"), ("spacing", "LineString")])
def test_zones_that_are_none_are_refused(tmp_path, kind, shape):
    zones(tmp_path, kind, shape)

    with pytest.raises(InputRefused, match="must be GeoJSON polygons"):
        read_case(masts(tmp_path), needs(tmp_path), rules(tmp_path, 'zones = "zones.geojson"'))
