"""Forms and their versions: a department sees its own with drafts, an enterprise what was published."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotAllowed, NotVisible
from phoihop.clauses.briefings.models import (
    FormRule,
    FormSection,
    FormStatus,
    FormVersion,
    Indicator,
    ReportForm,
)
from phoihop.clauses.briefings.queries.forms.problems import Problem, problems_of
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm, shape_of
from phoihop.people.models import Party

Row = TypeVar("Row")


def _versions(actor: Actor) -> QuerySet[FormVersion]:
    """Versions that the actor may see; drafts are the department's alone."""
    own = Q(form__regulator_id__in=actor.party_ids)
    seen = FormVersion.objects.filter(form__in=ReportForm.objects.visible_to(actor))
    return seen.filter(own | ~Q(status=FormStatus.DRAFT)).select_related("form__regulator")


@dataclass(frozen=True, slots=True)
class Line:
    """A form in the list: the version in force, the draft if there is one, how much it asks, of how many."""

    form: ReportForm
    current: FormVersion | None
    draft: FormVersion | None
    indicators: int
    parties: tuple[Party, ...]


def forms(*, actor: Actor) -> list[Line]:
    """Every form that the actor may see, those in use first."""
    counted = _versions(actor).annotate(indicators=Count("sections__indicators")).order_by("-number")
    found = ReportForm.objects.visible_to(actor).select_related("regulator")
    found = found.prefetch_related(Prefetch("versions", counted, to_attr="seen"), _parties(actor))
    lines = [_line(form, actor.today) for form in found.order_by("code")]
    return sorted(lines, key=lambda line: line.form.retired_at is not None)


def _parties(actor: Actor) -> Prefetch[str, QuerySet[Party], str]:
    """Who fills a form in: all for the department, of an enterprise itself alone."""
    whole = Q(registered_by_id__in=actor.regulator_ids) | Q(pk__in=actor.party_ids)
    return Prefetch("parties", Party.objects.filter(whole).order_by("short_name"), to_attr="fillers")


def _line(form: ReportForm, day: dt.date) -> Line:
    versions: list[FormVersion] = form.seen  # type: ignore[attr-defined]
    current = next((one for one in versions if in_force(one, day)), None)
    draft = next((one for one in versions if one.status == FormStatus.DRAFT), None)
    shown = current or draft
    count: int = shown.indicators if shown is not None else 0  # type: ignore[attr-defined]
    return Line(form, current, draft, count, tuple(form.fillers))  # type: ignore[attr-defined]


def in_force(version: FormVersion, day: dt.date) -> bool:
    """Whether a version is published and ``day`` lies in its period."""
    begun = version.status == FormStatus.PUBLISHED and version.effective_from <= day
    return begun and (version.effective_until is None or version.effective_until >= day)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a version stands on a day, as a code of ``badge`` and in words."""

    code: str
    label: str


def standing(*, actor: Actor, version: FormVersion) -> Standing:
    """Draft, still to come, in force, over or withdrawn, today."""
    if version.status != FormStatus.PUBLISHED:
        return Standing(version.status, version.get_status_display())
    if version.effective_from > actor.today:
        return Standing("scheduled", _("Sắp áp dụng"))
    if not in_force(version, actor.today):
        return Standing("ended", _("Đã hết áp dụng"))
    return Standing("in_force", _("Đang áp dụng"))


def form(*, actor: Actor, pk: UUID) -> Line:
    """One form.

    :raises NotVisible: there is none for this actor
    """
    counted = _versions(actor).annotate(indicators=Count("sections__indicators")).order_by("-number")
    found = ReportForm.objects.visible_to(actor).select_related("regulator").filter(pk=pk)
    row = found.prefetch_related(Prefetch("versions", counted, to_attr="seen"), _parties(actor)).first()
    if row is None:
        raise NotVisible
    return _line(row, actor.today)


def versions_of(*, actor: Actor, line: Line) -> list[tuple[FormVersion, FormVersion | None, Standing]]:
    """The versions that the actor may see, newest first, each with the one before it and how it stands."""
    seen: list[FormVersion] = list(line.form.seen)  # type: ignore[attr-defined]
    allowed = [one for one in seen if one.status != FormStatus.DRAFT or line.form.regulator_id in actor.party_ids]
    pairs = zip(allowed, [*allowed[1:], None], strict=False)
    return [(one, earlier, standing(actor=actor, version=one)) for one, earlier in pairs]


def written_form(*, actor: Actor, pk: UUID) -> ReportForm:
    """A form that the actor writes.

    :raises NotAllowed: the actor sees it, and does not write it
    """
    row = form(actor=actor, pk=pk).form
    if not actor.may(Permission.FORM_WRITE, row.regulator_id):
        raise NotAllowed
    return row


def version(*, actor: Actor, pk: UUID) -> FormVersion:
    """One version.

    :raises NotVisible: there is none for this actor
    """
    row = _versions(actor).filter(pk=pk).first()
    if row is None:
        raise NotVisible
    return row


def written_version(*, actor: Actor, pk: UUID) -> FormVersion:
    """A version that the actor writes, or could write while it was a draft.

    :raises NotAllowed: the actor sees it, and does not write it
    """
    row = version(actor=actor, pk=pk)
    if not actor.may(Permission.FORM_WRITE, row.form.regulator_id):
        raise NotAllowed
    return row


def written_section(*, actor: Actor, pk: UUID) -> FormSection:
    """A section of a version that the actor writes."""
    found = FormSection.objects.filter(version__in=_versions(actor)).select_related("version__form__regulator")
    row = found.filter(pk=pk).first()
    return _written(actor, row, row.version if row else None)


def written_indicator(*, actor: Actor, pk: UUID) -> Indicator:
    """An indicator of a version that the actor writes."""
    found = Indicator.objects.filter(section__version__in=_versions(actor))
    row = found.select_related("section__version__form__regulator").filter(pk=pk).first()
    return _written(actor, row, row.section.version if row else None)


def written_rule(*, actor: Actor, pk: UUID) -> FormRule:
    """A rule of a version that the actor writes."""
    found = FormRule.objects.filter(version__in=_versions(actor)).select_related("version__form__regulator")
    row = found.filter(pk=pk).first()
    return _written(actor, row, row.version if row else None)


def _written(actor: Actor, row: Row | None, version: FormVersion | None) -> Row:
    if row is None or version is None:
        raise NotVisible
    if not actor.may(Permission.FORM_WRITE, version.form.regulator_id):
        raise NotAllowed
    return row


def content(*, actor: Actor, version: FormVersion, day: dt.date | None = None) -> LoadedForm:
    """What a version asks, with its breakdowns as they stand on ``day``; by default on its first day, or today."""
    if not _versions(actor).filter(pk=version.pk).exists():
        raise NotVisible
    usual = max(version.effective_from, min(actor.today, version.effective_until or actor.today))
    return shape_of(version, day or usual)


def rules(*, actor: Actor, version: FormVersion) -> list[FormRule]:
    """The rules of a version, in order."""
    return list(FormRule.objects.filter(version__in=_versions(actor), version=version).order_by("position"))


def problems(*, actor: Actor, version: FormVersion) -> list[Problem]:
    """What must be put right before a draft can be published; nothing for whoever does not write it."""
    if version.status != FormStatus.DRAFT or not actor.may(Permission.FORM_WRITE, version.form.regulator_id):
        return []
    return problems_of(version)


def writes(*, actor: Actor, form: ReportForm) -> bool:
    """Whether the actor writes a form."""
    return actor.may(Permission.FORM_WRITE, form.regulator_id)


def sections(*, actor: Actor, version: FormVersion) -> QuerySet[FormSection]:
    """The sections of a version, in order."""
    return FormSection.objects.filter(version__in=_versions(actor), version=version).order_by("position")


def writing_regulators(*, actor: Actor) -> QuerySet[Party]:
    """The departments whose forms the actor writes."""
    return Party.objects.filter(pk__in=actor.parties_with(Permission.FORM_WRITE)).order_by("short_name")


def possible_parties(*, actor: Actor, regulator: Party) -> QuerySet[Party]:
    """Enterprises of a department that could fill a form in."""
    found = Party.objects.visible_to(actor).filter(registered_by=regulator, kind=PartyKind.ENTERPRISE.value)
    return found.valid_on(actor.today).order_by("short_name")
