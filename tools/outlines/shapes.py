"""The country from its coast and borders, and its units from their communes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import shapely
from shapely import LineString, MultiPoint, MultiPolygon, Point, Polygon, STRtree
from shapely.ops import nearest_points, polygonize, unary_union

from tools.outlines.sources import Commune

Shapes = dict[tuple[str, str], shapely.Geometry]  # by code of province and of district, or by name and code
GAP = 0.06  # degrees: Natural Earth's lines end this much short of each other
LEAST = 4e-5  # square degrees, about half a km²: smaller islands are not drawn
STRAY = 0.2  # a part of a district smaller than this share of it comes from a misplaced commune


def country(lines: Sequence[LineString], communes: Sequence[Commune]) -> MultiPolygon:
    """Vietnam's land: the faces between the lines in which most communes lie."""
    net = unary_union([*lines, *_bridges(unary_union(lines))])
    faces = list(polygonize(net))
    places = shapely.points([(row.lon, row.lat) for row in communes])
    inside = Counter(STRtree(faces).query(places, predicate="within")[1].tolist())
    land = unary_union([faces[index] for index in inside])
    kept = [part for part in getattr(land, "geoms", [land]) if part.area >= LEAST]
    return MultiPolygon(kept)


def _bridges(net: shapely.Geometry) -> list[LineString]:
    """Short lines from loose ends to what is nearest, so that faces close."""
    pieces = list(net.geoms)
    ends = Counter(end for piece in pieces for end in (piece.coords[0], piece.coords[-1]))
    tree = STRtree(pieces)
    found = []
    for end in (end for end, times in ends.items() if times == 1):
        place = Point(end)
        near = [pieces[index] for index in tree.query(place.buffer(GAP))]
        others = [piece for piece in near if end not in (piece.coords[0], piece.coords[-1])]
        if not others:
            continue
        target = nearest_points(place, min(others, key=place.distance))[1]
        away = max(place.distance(target), 1e-12)
        beyond = 1 + 1e-4 / away
        found.append(LineString([end, (end[0] + (target.x - end[0]) * beyond, end[1] + (target.y - end[1]) * beyond)]))
    return found


def units(land: MultiPolygon, communes: Sequence[Commune]) -> dict[tuple[str, str], shapely.Geometry]:
    """Each former district: what lies nearer to one of its communes than to any other, cut at coast and border."""
    owned = _cells(land, communes)
    strays = {row for cells in owned.values() for row in _strays(cells)}
    owned = _cells(land, [row for row in communes if row not in strays])
    cut = {key: unary_union(list(cells.values())).intersection(land) for key, cells in owned.items()}
    return {key: _areas(shape) for key, shape in cut.items() if not shape.is_empty}


def _cells(land: MultiPolygon, communes: Sequence[Commune]) -> dict[tuple[str, str], dict[Commune, Polygon]]:
    """Of each district, its communes' Voronoi cells."""
    by_place = {(row.lon, row.lat): row for row in communes}
    places = MultiPoint(list(by_place))
    cells = shapely.voronoi_polygons(places, extend_to=land, ordered=True)
    owned: defaultdict[tuple[str, str], dict[Commune, Polygon]] = defaultdict(dict)
    for place, cell in zip(places.geoms, cells.geoms, strict=True):
        row = by_place[place.x, place.y]
        owned[row.province_code, row.district_code][row] = cell
    return owned


def _strays(cells: dict[Commune, Polygon]) -> list[Commune]:
    """Communes that lie apart from the rest of their district."""
    whole = unary_union(list(cells.values()))
    apart = [part for part in getattr(whole, "geoms", [whole]) if part.area < STRAY * whole.area]
    return [row for row, cell in cells.items() if any(part.contains(cell.representative_point()) for part in apart)]


def _areas(shape: shapely.Geometry) -> shapely.Geometry:
    """Only what has an area; splinters go."""
    parts = [part for part in getattr(shape, "geoms", [shape]) if isinstance(part, Polygon) and part.area > 2e-6]
    return MultiPolygon(parts)


def simplified(shapes: Shapes, tolerance: float) -> Shapes:
    """The same with fewer corners; neighbours keep their common borders.

    :param tolerance: degrees
    """
    fewer = shapely.coverage_simplify(list(shapes.values()), tolerance)
    return dict(zip(shapes, fewer, strict=True))
