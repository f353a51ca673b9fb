"""The page of one mast, and the forms that change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.forms import Form
from phoihop.base.ui import page, refused, saved
from phoihop.clauses.towers.actions.registry import masts as actions
from phoihop.clauses.towers.actions.registry import sites
from phoihop.clauses.towers.drawing import draw_mast
from phoihop.clauses.towers.forms.registry.masts import BandForm, DayForm, MastForm, SiteFileForm, SiteForm
from phoihop.clauses.towers.mapping import map_of
from phoihop.clauses.towers.queries.registry import codes, vetoes
from phoihop.clauses.towers.queries.registry import masts as queries

KEEPERS = holding(Permission.MAST_MANAGE)
NEAR = 0.02  # degrees; about two kilometres


@open_to(SEATED)
@require_GET
def mast_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Everything about one mast that the reader may know."""
    actor = request.actor
    mast = queries.visible_mast(actor=actor, pk=pk)
    keeps = queries.keeps(actor=actor, mast=mast)
    manages = actor.may(Permission.MAST_MANAGE, mast.site.owner_id)
    sheet = queries.mast_sheet(actor=actor, mast=mast)
    context: dict[str, Any] = {
        "mast": mast,
        "site": mast.site,
        "sheet": sheet,
        "keeps": keeps,
        "manages": manages,
        "own_ids": actor.party_ids,
        "operates": actor.parties_with(Permission.MAST_MANAGE),
        "drawing": draw_mast(mast, sheet.current, [line.band for line in sheet.bands]),
        "late": mast.certificate_expires_on is not None and mast.certificate_expires_on < actor.today,
        "rule": codes.spacing_rule(
            actor=actor, regulator_id=mast.site.regulator_id, zone=mast.site.zone, class_id=mast.mast_class_id,
            height_m=float(mast.height_m),
        ),
    }  # fmt: skip
    context["place"] = map_of(mast, context["rule"].spacing_m if context["rule"] else None)
    if keeps:
        context["map_url"] = f"{reverse('towers:map')}?{urlencode(_around(mast.site.latitude, mast.site.longitude))}"
        context["veto"] = vetoes.veto_of(actor=actor, mast=mast)
        context["reviews"] = actor.may(Permission.MAST_REVIEW, mast.site.regulator_id)
    if manages:
        context |= {"band_form": BandForm(), "file_form": SiteFileForm()}
    return page(request, "towers/registry/detail.html", **context)


def _around(latitude: float, longitude: float) -> dict[str, str]:
    """A window of the map around a position."""
    edges = {"west": longitude - NEAR, "east": longitude + NEAR, "south": latitude - NEAR, "north": latitude + NEAR}
    return {name: f"{edge:.5f}" for name, edge in edges.items()}


@open_to(KEEPERS)
def site_new(request: ActorRequest) -> HttpResponse:
    """Add a site with its first mast."""
    actor = request.actor
    owner = queries.own_parties(actor=actor).first()
    if owner is None:
        raise Refused(_("Chỉ doanh nghiệp ghi được sổ cột ăng ten của mình."))
    classes = codes.mast_classes(actor=actor, regulator_id=owner.audit_lead_id)
    form = SiteForm(request.POST or None)
    mast_form = MastForm(request.POST or None, classes=classes, prefix="mast")
    if request.method == "POST" and form.is_valid() & mast_form.is_valid():
        values = dict(mast_form.cleaned_data)
        own_use = values.pop("own_use")
        try:
            mast = sites.add_site(actor=actor, owner=owner, mast=values, own_use=own_use, **form.cleaned_data)
        except Refused as refusal:
            _show(refusal, form, mast_form)
        else:
            return saved(request, "towers:mast_detail", mast.pk, message=_("Đã ghi cột vào sổ."))
    status = 422 if request.method == "POST" else 200
    return page(
        request, "towers/registry/new.html", status=status, form=form, mast_form=mast_form, owner=owner,
        no_classes=not classes.exists(),
    )  # fmt: skip


def _show(refusal: Refused, *forms: Form) -> None:
    """Say it at the field that it names, in whichever form has it."""
    for form in forms:
        if refusal.field in form.fields:
            form.add_error(refusal.field, str(refusal))
            return
    forms[0].add_error(None, str(refusal))


def form_page(
    request: ActorRequest, form: Form, act: Callable[[dict[str, Any]], Any], heading: str, **context: Any
) -> HttpResponse:
    """Show a form, act on it, go to the mast; ``context`` holds the mast and what else the page shows."""
    mast = context["mast"]
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            _show(refusal, form)
        else:
            return saved(request, "towers:mast_detail", mast.pk)
    return page(request, "towers/registry/form.html", form=form, heading=heading, **context)


@open_to(KEEPERS)
def site_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change the site of a mast."""
    mast = queries.own_mast(actor=request.actor, pk=pk)
    start = {name: getattr(mast.site, name) for name in sites.FIELDS}
    form = SiteForm(request.POST or None, initial=start)
    return form_page(
        request, form, lambda values: sites.edit_site(actor=request.actor, site=mast.site, **values),
        _("Sửa vị trí"), mast=mast,
    )  # fmt: skip


@open_to(KEEPERS)
def mast_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add another mast beside one."""
    mast = queries.own_mast(actor=request.actor, pk=pk)
    classes = codes.mast_classes(actor=request.actor, regulator_id=mast.site.regulator_id)
    form = MastForm(request.POST or None, classes=classes)
    return form_page(
        request, form, lambda values: actions.add_mast(actor=request.actor, site=mast.site, **values),
        _("Thêm cột tại vị trí này"), mast=mast,
    )  # fmt: skip


@open_to(KEEPERS)
def mast_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change what a mast is."""
    mast = queries.own_mast(actor=request.actor, pk=pk)
    classes = codes.all_classes(actor=request.actor, regulator_id=mast.site.regulator_id)
    start = {name: getattr(mast, name) for name in actions.FIELDS}
    form = MastForm(request.POST or None, initial=start, classes=classes, is_new=False)
    return form_page(
        request, form, lambda values: actions.edit_mast(actor=request.actor, mast=mast, **values), _("Sửa cột"),
        mast=mast,
    )  # fmt: skip


@open_to(KEEPERS)
def mast_use(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A planned mast stands now."""
    mast = queries.own_mast(actor=request.actor, pk=pk)
    form = DayForm(request.POST or None, initial={"on": request.actor.today})
    return form_page(
        request, form, lambda values: actions.put_into_use(actor=request.actor, mast=mast, in_use_since=values["on"]),
        _("Đưa cột vào sử dụng"), mast=mast,
    )  # fmt: skip


@open_to(KEEPERS)
def mast_take_down(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The mast is gone."""
    mast = queries.own_mast(actor=request.actor, pk=pk)
    form = DayForm(request.POST or None, initial={"on": request.actor.today})
    return form_page(
        request, form, lambda values: actions.take_down(actor=request.actor, mast=mast, removed_on=values["on"]),
        _("Ghi nhận tháo dỡ cột"), mast=mast,
    )  # fmt: skip


@open_to(KEEPERS)
@require_POST
def mast_delete(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take out a mast entered by mistake."""
    mast = queries.own_mast(actor=request.actor, pk=pk)
    try:
        actions.delete_mast(actor=request.actor, mast=mast)
    except Refused as refusal:
        return refused(request, refusal, "towers:mast_detail", pk)
    return saved(request, "towers:mast_list", message=_("Đã xóa cột khỏi sổ."))


@open_to(KEEPERS)
def band_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add a height band."""
    mast = queries.own_mast(actor=request.actor, pk=pk)
    form = BandForm(request.POST or None)
    return form_page(
        request, form, lambda values: actions.add_band(actor=request.actor, mast=mast, **values),
        _("Thêm khoảng độ cao"), mast=mast,
    )  # fmt: skip


@open_to(KEEPERS)
@require_POST
def band_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a height band back."""
    band = queries.own_band(actor=request.actor, pk=pk)
    actions.remove_band(actor=request.actor, band=band)
    return saved(request, "towers:mast_detail", band.mast_id)
