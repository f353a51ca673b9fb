"""Sections, indicators and rules of a draft."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, open_to
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.actions.forms import content as actions
from phoihop.clauses.briefings.actions.forms import ordering
from phoihop.clauses.briefings.forms.forms import IndicatorForm, RuleForm, SectionForm
from phoihop.clauses.briefings.queries.forms import dimensions as breakdowns
from phoihop.clauses.briefings.queries.forms import reading as queries
from phoihop.clauses.briefings.views.forms.acting import (
    DESK,
    form_page,
    posted_order,
    press,
    step_of,
    version_address,
)

FIND = {
    "section": queries.written_section, "indicator": queries.written_indicator, "rule": queries.written_rule,
}  # fmt: skip
REMOVE: dict[str, Any] = {
    "section": lambda actor, row: actions.remove_section(actor=actor, section=row),
    "indicator": lambda actor, row: actions.remove_indicator(actor=actor, indicator=row),
    "rule": lambda actor, row: actions.remove_rule(actor=actor, rule=row),
}


@open_to(DESK)
def section_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add a section to a draft."""
    version = queries.written_version(actor=request.actor, pk=pk)

    def create(values: dict[str, Any]) -> str:
        row = actions.save_section(actor=request.actor, version=version, **values)
        return version_address(pk, f"section-{row.pk}")

    form = SectionForm(request.POST or None)
    return form_page(request, form, create, heading=_("Thêm mục"), back=version_address(pk), version=version)


@open_to(DESK)
def section_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a section of a draft."""
    row = queries.written_section(actor=request.actor, pk=pk)
    form = SectionForm(request.POST or None, initial={name: getattr(row, name) for name in actions.SECTION_FIELDS})
    return form_page(
        request, form,
        lambda values: actions.save_section(actor=request.actor, version=row.version, section=row, **values),
        heading=_("Sửa mục"), back=version_address(row.version_id, f"section-{pk}"), version=row.version,
    )  # fmt: skip


@open_to(DESK)
def indicator_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add an indicator to a section of a draft."""
    section = queries.written_section(actor=request.actor, pk=pk)

    def create(values: dict[str, Any]) -> str:
        row = actions.save_indicator(actor=request.actor, **values)
        return version_address(section.version_id, f"indicator-{row.pk}")

    form = _indicator_form(request, section.version, {"section": section.pk})
    back = version_address(section.version_id, f"section-{pk}")
    return form_page(request, form, create, heading=_("Thêm chỉ tiêu"), back=back, version=section.version)


@open_to(DESK)
def indicator_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change an indicator of a draft."""
    row = queries.written_indicator(actor=request.actor, pk=pk)
    version = row.section.version
    start = {name: getattr(row, name) for name in actions.INDICATOR_FIELDS}
    start |= {"section": row.section_id, "dimensions": [one.pk for one in row.dimensions.all()]}
    return form_page(
        request, _indicator_form(request, version, start),
        lambda values: actions.save_indicator(actor=request.actor, indicator=row, **values),
        heading=_("Sửa chỉ tiêu"), back=version_address(version.pk, f"indicator-{pk}"), version=version,
    )  # fmt: skip


def _indicator_form(request: ActorRequest, version: Any, start: dict[str, Any]) -> IndicatorForm:
    return IndicatorForm(
        request.POST or None, initial=start, sections=queries.sections(actor=request.actor, version=version),
        dimensions=breakdowns.dimensions(actor=request.actor).filter(regulator_id=version.form.regulator_id),
    )  # fmt: skip


@open_to(DESK)
def rule_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add a rule to a draft."""
    version = queries.written_version(actor=request.actor, pk=pk)
    return form_page(
        request, RuleForm(request.POST or None),
        lambda values: actions.save_rule(actor=request.actor, version=version, **values),
        heading=_("Thêm kiểm tra"), back=version_address(pk, "rules"), template="briefings/forms/rule.html",
        version=version, loaded=queries.content(actor=request.actor, version=version),
    )  # fmt: skip


@open_to(DESK)
def rule_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a rule of a draft."""
    row = queries.written_rule(actor=request.actor, pk=pk)
    form = RuleForm(request.POST or None, initial={name: getattr(row, name) for name in actions.RULE_FIELDS})
    return form_page(
        request, form,
        lambda values: actions.save_rule(actor=request.actor, version=row.version, rule=row, **values),
        heading=_("Sửa kiểm tra"), back=version_address(row.version_id, f"rule-{pk}"),
        template="briefings/forms/rule.html", version=row.version,
        loaded=queries.content(actor=request.actor, version=row.version),
    )  # fmt: skip


def _part(request: ActorRequest, kind: str, pk: UUID) -> Any:
    if kind not in FIND:
        raise NotVisible
    return FIND[kind](actor=request.actor, pk=pk)


def _version_id(row: Any) -> UUID:
    found: UUID = row.section.version_id if hasattr(row, "section_id") else row.version_id
    return found


@open_to(DESK)
@require_POST
def part_remove(request: ActorRequest, kind: str, pk: UUID) -> HttpResponse:
    """Take a section, an indicator or a rule of a draft out."""
    row = _part(request, kind, pk)
    place = "rules" if kind == "rule" else "content"
    to = version_address(_version_id(row), place)
    return press(request, lambda: REMOVE[kind](request.actor, row), to, _("Đã bỏ khỏi dự thảo."))


@open_to(DESK)
@require_POST
def part_move(request: ActorRequest, kind: str, pk: UUID, direction: str) -> HttpResponse:
    """One place up or down."""
    row, step = _part(request, kind, pk), step_of(direction)
    to = version_address(_version_id(row), f"{kind}-{pk}")
    return press(request, lambda: ordering.move_part(actor=request.actor, part=row, step=step), to, _("Đã đổi thứ tự."))


@open_to(DESK)
@require_POST
def part_order(request: ActorRequest, kind: str, pk: UUID) -> HttpResponse:
    """The order after dragging: of a version's sections or rules, of a section's indicators."""
    order = posted_order(request)
    if kind == "indicator":
        section = queries.written_section(actor=request.actor, pk=pk)
        ordering.order_indicators(actor=request.actor, section=section, order=order)
        return HttpResponse(status=204)
    if kind not in FIND:
        raise NotVisible
    version = queries.written_version(actor=request.actor, pk=pk)
    put = ordering.order_rules if kind == "rule" else ordering.order_sections
    put(actor=request.actor, version=version, order=order)
    return HttpResponse(status=204)
