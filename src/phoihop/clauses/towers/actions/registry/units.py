"""Administrative units of the whole platform: brought in by its keeper when they change."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, require_keeper
from phoihop.base.errors import Refused
from phoihop.clauses.towers.models import AdminUnit, Site, UnitLevel
from phoihop.people.places import UnitFinder
from phoihop.people.unit_loading import load_units

MOST_BYTES = 20 * 1024 * 1024
LEVELS = {level.value for level in UnitLevel}
BATCH = 500


class NoUnits(Refused):
    """The file holds no units that can be taken."""


def bring_units(*, actor: Actor, upload: UploadedFile[Any], valid_from: dt.date | None, source: str) -> tuple[int, int]:
    """Take in units from a GeoJSON file; those that they name as predecessors end on the day before.

    Each feature is a Polygon or MultiPolygon in WGS 84 with the properties ``level`` (province, district, commune),
    ``code``, ``name``, and perhaps ``parent`` (code), ``is_urban``, ``population``, ``population_year``,
    ``predecessors`` (codes of the same level, separated by semicolons). Sites whose commune has ended are given the
    one in which they lie now.

    :returns: how many units were added, and how many sites changed their unit
    :raises NoUnits: the file is none, or a feature lacks something
    """
    require_keeper(actor)
    if upload.size is not None and upload.size > MOST_BYTES:
        raise NoUnits(_("Tệp lớn hơn 20 MB. Hãy chia thành nhiều tệp nhỏ hơn."), field="file")
    rows = _rows(upload.read())
    with transaction.atomic():
        try:
            added = load_units({"source": source, "units": rows}, valid_until=None, valid_from=valid_from)
        except IntegrityError as problem:
            raise NoUnits(_("Có mã đơn vị ghi hai lần trong tệp. Hãy sửa rồi gửi lại."), field="file") from problem
        _end_predecessors(rows, valid_from or actor.today)
        moved = _place_anew(actor)
        first = AdminUnit.objects.filter(level=rows[0]["level"], code=rows[0]["code"]).latest("created_at")
        audit.record(actor, "towers.unit.loaded", first, after={"added": added, "sites": moved, "source": source})
    return added, moved


def _rows(content: bytes) -> list[dict[str, Any]]:
    try:
        features = json.loads(content)["features"]
        rows = [_row(feature, number) for number, feature in enumerate(features, start=1)]
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise NoUnits(_("Tệp không phải GeoJSON FeatureCollection. Hãy xuất lại tệp."), field="file") from problem
    if not rows:
        raise NoUnits(_("Tệp không có đơn vị hành chính nào."), field="file")
    return rows


def _row(feature: dict[str, Any], number: int) -> dict[str, Any]:
    known, shape = feature["properties"], feature["geometry"]
    outline = {"Polygon": [shape["coordinates"]], "MultiPolygon": shape["coordinates"]}.get(shape["type"])
    if known.get("level") not in LEVELS or not known.get("code") or not known.get("name") or not outline:
        message = _("Đối tượng %(n)s thiếu level, code, name, hoặc không phải Polygon, MultiPolygon.")
        raise NoUnits(message % {"n": number}, field="file")
    return {
        "level": known["level"], "code": str(known["code"])[:10], "name": str(known["name"])[:100],
        "parent": str(known.get("parent") or ""), "is_urban": bool(known.get("is_urban")),
        "population": known.get("population"), "population_year": known.get("population_year"), "outline": outline,
        "predecessors": [code.strip() for code in str(known.get("predecessors") or "").split(";") if code.strip()],
    }  # fmt: skip


def _end_predecessors(rows: list[dict[str, Any]], day: dt.date) -> None:
    for row in rows:
        if row["predecessors"]:
            new = AdminUnit.objects.filter(level=row["level"], code=row["code"]).latest("created_at")
            old = AdminUnit.objects.filter(level=row["level"], code__in=row["predecessors"], valid_until=None)
            old.exclude(pk=new.pk).update(successor=new, valid_until=day - dt.timedelta(days=1))


def _place_anew(actor: Actor) -> int:
    """Give sites whose unit has ended, or that have none, the commune in which they lie; their zone stays."""
    now = AdminUnit.objects.valid_on(actor.today).filter(level=UnitLevel.COMMUNE)
    finder, changed = UnitFinder(now), []
    current = set(now.values_list("pk", flat=True))
    for site in Site.objects.exclude(unit_id__in=current).only("latitude", "longitude", "unit_id").iterator():
        unit = finder.at(site.latitude, site.longitude)
        if unit is not None:
            site.unit = unit
            changed.append(site)
    Site.objects.bulk_update(changed, ["unit"], batch_size=BATCH)
    return len(changed)
