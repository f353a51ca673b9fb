"""The department's codes, rules, zones and targets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.forms import Form
from phoihop.base.ui import page, refused, saved
from phoihop.clauses.towers.actions.registry import codes as actions
from phoihop.clauses.towers.forms.registry.codes import ClassForm, RuleForm, TargetForm, ZoneForm, outline_text
from phoihop.clauses.towers.queries.registry import codes as queries

DESK = holding(Permission.MAST_REVIEW)


@open_to(SEATED)
@require_GET
def codes_page(request: ActorRequest) -> HttpResponse:
    """Classes, rules, zones, targets, districts: what whoever builds must know."""
    actor = request.actor
    regulator = queries.regulators(actor=actor).first()
    if regulator is None:
        raise Refused(_("Đơn vị của bạn chưa thuộc Sở nào."))
    return page(
        request, "towers/registry/codes.html", regulator=regulator,
        edits=actor.may(Permission.MAST_REVIEW, regulator),
        classes=queries.all_classes(actor=actor, regulator_id=regulator.pk),
        rules=queries.local_rules(actor=actor, regulator_id=regulator.pk),
        zones=queries.restricted_zones(actor=actor, regulator_id=regulator.pk),
        targets=queries.targets(actor=actor, regulator_id=regulator.pk), units=queries.units(actor=actor),
    )  # fmt: skip


def _regulator(request: ActorRequest) -> Any:
    regulator = queries.reviewed(actor=request.actor).first()
    if regulator is None:
        raise Refused
    return regulator


def _form_page(request: ActorRequest, form: Form, act: Callable[[dict[str, Any]], Any], heading: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, "towers:codes")
    return page(request, "towers/registry/code_form.html", form=form, heading=heading)


@open_to(DESK)
@require_POST
def samples_load(request: ActorRequest) -> HttpResponse:
    """Begin with the classes and rules in the package."""
    actions.load_samples(actor=request.actor, regulator=_regulator(request))
    return saved(request, "towers:codes", message=_("Đã nạp mẫu. Hãy rà lại theo quy định của tỉnh."))


@open_to(DESK)
def class_new(request: ActorRequest) -> HttpResponse:
    """Add a class."""
    form, regulator = ClassForm(request.POST or None), _regulator(request)
    return _form_page(
        request, form, lambda values: actions.save_class(actor=request.actor, regulator=regulator, **values),
        _("Thêm loại cột"),
    )  # fmt: skip


@open_to(DESK)
def class_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a class; a national one is replaced by the department's own."""
    row, regulator = queries.editable_class(actor=request.actor, pk=pk), _regulator(request)
    form = ClassForm(request.POST or None, initial={name: getattr(row, name) for name in actions.CLASS_FIELDS})
    return _form_page(
        request, form,
        lambda values: actions.save_class(actor=request.actor, regulator=regulator, mast_class=row, **values),
        _("Sửa loại cột"),
    )  # fmt: skip


@open_to(DESK)
def rule_new(request: ActorRequest) -> HttpResponse:
    """Add a spacing rule."""
    regulator = _regulator(request)
    form = RuleForm(request.POST or None, classes=queries.all_classes(actor=request.actor, regulator_id=regulator.pk))
    return _form_page(
        request, form, lambda values: actions.save_rule(actor=request.actor, regulator=regulator, **values),
        _("Thêm quy định khoảng cách"),
    )  # fmt: skip


@open_to(DESK)
def rule_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a spacing rule."""
    rule = queries.editable_rule(actor=request.actor, pk=pk)
    classes = queries.all_classes(actor=request.actor, regulator_id=rule.regulator_id)
    start = {name: getattr(rule, name) for name in actions.RULE_FIELDS}
    form = RuleForm(request.POST or None, initial=start, classes=classes)
    return _form_page(
        request, form,
        lambda values: actions.save_rule(actor=request.actor, regulator=rule.regulator, rule=rule, **values),
        _("Sửa quy định khoảng cách"),
    )  # fmt: skip


@open_to(DESK)
@require_POST
def rule_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a rule out."""
    actions.remove_rule(actor=request.actor, rule=queries.editable_rule(actor=request.actor, pk=pk))
    return saved(request, "towers:codes")


@open_to(DESK)
def zone_new(request: ActorRequest) -> HttpResponse:
    """Add a restricted zone."""
    form, regulator = ZoneForm(request.POST or None), _regulator(request)
    return _form_page(
        request, form, lambda values: actions.save_zone(actor=request.actor, regulator=regulator, **values),
        _("Thêm khu vực hạn chế"),
    )  # fmt: skip


@open_to(DESK)
def zone_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a restricted zone."""
    zone = queries.editable_zone(actor=request.actor, pk=pk)
    start = {name: getattr(zone, name) for name in actions.ZONE_FIELDS}
    start["outline"] = outline_text(zone.outline)
    form = ZoneForm(request.POST or None, initial=start)
    return _form_page(
        request, form,
        lambda values: actions.save_zone(actor=request.actor, regulator=zone.regulator, zone=zone, **values),
        _("Sửa khu vực hạn chế"),
    )  # fmt: skip


@open_to(DESK)
@require_POST
def zone_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a zone out."""
    zone = queries.editable_zone(actor=request.actor, pk=pk)
    try:
        actions.remove_zone(actor=request.actor, zone=zone)
    except Refused as refusal:
        return refused(request, refusal, "towers:codes")
    return saved(request, "towers:codes")


@open_to(DESK)
def target_set(request: ActorRequest) -> HttpResponse:
    """Set a year's target."""
    form = TargetForm(request.POST or None, initial={"year": request.actor.today.year})
    regulator = _regulator(request)
    return _form_page(
        request, form, lambda values: actions.set_target(actor=request.actor, regulator=regulator, **values),
        _("Đặt chỉ tiêu dùng chung"),
    )  # fmt: skip
