"""Who stands on a mast, with which stations; photos and documents."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, open_to
from phoihop.base.ui import saved
from phoihop.clauses.towers.actions.registry import files
from phoihop.clauses.towers.actions.registry import tenancies as actions
from phoihop.clauses.towers.forms.registry.masts import DayForm, SiteFileForm, StationForm, TenancyForm
from phoihop.clauses.towers.queries.registry import masts as queries
from phoihop.clauses.towers.views.registry.masts import KEEPERS, form_page


@open_to(KEEPERS)
def tenancy_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Record an operator on one's own mast."""
    mast = queries.own_mast(actor=request.actor, pk=pk)
    form = TenancyForm(request.POST or None, operators=queries.possible_tenants(actor=request.actor, mast=mast))
    return form_page(
        request, form, lambda values: actions.add_tenancy(actor=request.actor, mast=mast, **values),
        _("Thêm doanh nghiệp trên cột"), mast=mast,
    )  # fmt: skip


@open_to(KEEPERS)
def tenancy_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a tenancy on one's own mast."""
    tenancy = queries.own_tenancy(actor=request.actor, pk=pk)
    start = {name: getattr(tenancy, name) for name in actions.FIELDS}
    form = TenancyForm(request.POST or None, initial=start)
    heading = _("Sửa việc dùng cột của %(name)s") % {"name": tenancy.operator.short_name}
    return form_page(
        request, form, lambda values: actions.edit_tenancy(actor=request.actor, tenancy=tenancy, **values), heading,
        mast=tenancy.mast,
    )  # fmt: skip


@open_to(KEEPERS)
def tenancy_end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The operator has left the mast."""
    tenancy = queries.own_tenancy(actor=request.actor, pk=pk)
    form = DayForm(request.POST or None, initial={"on": request.actor.today})
    heading = _("%(name)s thôi dùng cột") % {"name": tenancy.operator.short_name}
    return form_page(
        request, form, lambda values: actions.end_tenancy(actor=request.actor, tenancy=tenancy, until=values["on"]),
        heading, mast=tenancy.mast,
    )  # fmt: skip


@open_to(KEEPERS)
def station_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Record one's own station, on one's own mast or a rented one."""
    tenancy = queries.operated_tenancy(actor=request.actor, pk=pk)
    form = StationForm(request.POST or None)
    return form_page(
        request, form, lambda values: actions.set_station(actor=request.actor, tenancy=tenancy, **values),
        _("Trạm gốc trên cột"), mast=tenancy.mast, stations=queries.stations(actor=request.actor, tenancy=tenancy),
    )  # fmt: skip


@open_to(KEEPERS)
@require_POST
def station_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take out a station entered by mistake."""
    station = queries.operated_station(actor=request.actor, pk=pk)
    actions.remove_station(actor=request.actor, station=station)
    return saved(request, "towers:mast_detail", station.tenancy.mast_id)


@open_to(KEEPERS)
def file_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add a photo or a document."""
    mast = queries.own_mast(actor=request.actor, pk=pk)
    form = SiteFileForm(request.POST or None, request.FILES or None)
    return form_page(
        request, form,
        lambda values: files.add_file(
            actor=request.actor, site=mast.site, upload=values["file"], caption=values["caption"]
        ),
        _("Thêm ảnh hoặc tài liệu"), mast=mast, with_file=True,
    )  # fmt: skip


@open_to(KEEPERS)
@require_POST
def file_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a photo or document out."""
    kept = queries.own_file(actor=request.actor, pk=pk)
    mast = queries.first_mast(actor=request.actor, site=kept.site)
    files.remove_file(actor=request.actor, kept=kept)
    return saved(request, "towers:mast_detail", mast.pk)
