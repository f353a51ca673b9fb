"""The map of masts: one page, its tiles, and the table of what is inside."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import SEATED, ActorRequest, open_to
from phoihop.base.errors import NotVisible
from phoihop.base.ui import ROWS_A_PAGE, page
from phoihop.clauses.towers.forms.map.narrowing import MapForm
from phoihop.clauses.towers.queries.map import places, tiles
from phoihop.clauses.towers.queries.map.narrowing import Narrow
from phoihop.clauses.towers.queries.map.tones import tones

TILE = "application/vnd.mapbox-vector-tile"
FAR, NO_MAST = (0, 0, 0), UUID(int=0)  # what addresses are written with before the browser puts in its own


def _narrow(form: MapForm) -> Narrow:
    form.is_valid()
    return Narrow(**form.narrow())


def _form(request: ActorRequest) -> MapForm:
    return MapForm(request.GET, offered=places.choices(actor=request.actor), auto_id="f-%s")


@open_to(SEATED)
@require_GET
def map_page(request: ActorRequest) -> HttpResponse:
    """The masts that one keeps, on a map and as a table."""
    form = _form(request)
    by = _narrow(form)
    whole = places.summary(actor=request.actor, by=by)
    shown = _page(request, places.ids_inside(actor=request.actor, by=by), None if by.area else whole.count)
    return page(
        request, "towers/map/page.html", form=form, whole=whole, shown=shown, by=by, several="owner" in form.fields,
        narrowed=bool(set(request.GET) - {"page"}),
        masts=places.facts_of(actor=request.actor, ids=list(shown.object_list)), options=_options(request, by, whole),
    )  # fmt: skip


def _page(request: ActorRequest, found: Any, count: int | None) -> Page[Any]:
    """The page of the table that is asked for; what was counted already is not counted again."""
    pages = Paginator(found, ROWS_A_PAGE)
    if count is not None:
        pages.__dict__["count"] = count
    return pages.get_page(request.GET.get("page"))


def _options(request: ActorRequest, by: Narrow, whole: places.Summary) -> dict[str, Any]:
    """The layers: what one keeps, what one rents, what one was shown."""
    actor = request.actor
    asked = {name: value for name, value in request.GET.items() if name not in {"page", "area"} and value}
    tile = reverse("towers:map_tile", args=FAR).replace("0/0/0", "{z}/{x}/{y}")
    mast = reverse("towers:mast_detail", args=[NO_MAST]).replace(str(NO_MAST), "{id}")
    masts: dict[str, Any] = {
        "id": "masts", "kind": "tiles", "label": _("Cột ăng ten"), "key": tones(actor=actor).key(), "link": mast,
        "tiles": f"{tile}?{urlencode(asked | {'near': whole.points_from})}",
        "facts": [
            {"label": _("Chủ cột"), "of": "owner"}, {"label": _("Loại"), "of": "class"},
            {"label": _("Cao"), "of": "height", "unit": " m"}, {"label": _("Số đơn vị sử dụng"), "of": "tenants"},
        ],
    }  # fmt: skip
    layers = [masts]
    for name, label, kind, tone, found in (
        ("rented", _("Cột đơn vị đang thuê"), "points", 4, places.rented_places(actor=actor)),
        ("disclosed", _("Khu vực có cột được giới thiệu"), "areas", 3, places.disclosed_places(actor=actor)),
    ):
        if found:
            data = {"type": "FeatureCollection", "features": found}
            layers.append({"id": name, "label": label, "kind": kind, "tone": tone, "data": data})
    return {"layers": layers, "bounds": by.box or whole.box, "wheel": "zoom", "draw": {"input": "f-area"}}


@open_to(SEATED)
@require_GET
def map_tile(request: ActorRequest, zoom: int, x: int, y: int) -> HttpResponse:
    """One tile for this person; no cache, neither shared nor in the browser, hands it to the next one.

    :raises NotVisible: the pyramid has no such tile
    """
    if zoom > tiles.DEEPEST or x >= 2**zoom or y >= 2**zoom:
        raise NotVisible
    near = request.GET.get("near", "")
    start = int(near) if near.isdecimal() and len(near) < 3 else tiles.POINTS_FROM
    drawn = tiles.tile(actor=request.actor, zoom=zoom, x=x, y=y, by=_narrow(_form(request)), near=start)
    headers = {"Cache-Control": "private, no-store", "Vary": "Cookie"}
    return HttpResponse(drawn, status=200 if drawn else 204, content_type=TILE, headers=headers)
