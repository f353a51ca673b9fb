"""A version of a form as data, in a constant number of questions; for other queries and actions, which ask who may.

    loaded = shape_of(round.version, round.ends_on)
    findings = check(loaded.shape, values, previous=earlier)
    indicator_id, code_id = loaded.row_ids[cell]

``shape_of`` takes the day for which the breakdowns are read: the last day of the period.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from phoihop.clauses.briefings.checking import (
    Breakdown,
    Cell,
    ExpressionError,
    FormShape,
    IndicatorShape,
    Member,
    RuleShape,
    parse,
)
from phoihop.clauses.briefings.models import (
    Dimension,
    DimensionCode,
    FormRule,
    FormSection,
    FormStatus,
    FormVersion,
    Indicator,
    ReportForm,
)


@dataclass(frozen=True)
class LoadedForm:
    """A version with its rows, for grids and for sheets.

    :ivar sections: in order, with ``.indicators.all()`` read already, and of each ``.dimensions.all()``
    :ivar row_ids: for each cell, the ids of its indicator and of its value of a breakdown (None: the total)
    :ivar codes: for each dimension, its values on that day, in order
    """

    version: FormVersion
    day: dt.date
    shape: FormShape
    sections: tuple[FormSection, ...]
    row_ids: Mapping[Cell, tuple[UUID, UUID | None]]
    codes: Mapping[UUID, tuple[DimensionCode, ...]] = field(repr=False)

    def cells_by_row(self) -> dict[tuple[UUID, UUID | None], Cell]:
        """The cell of a pair of ids, as ``ReportValue`` keeps them."""
        return {ids: cell for cell, ids in self.row_ids.items()}


def shape_of(version: FormVersion, day: dt.date, only: Collection[str] | None = None) -> LoadedForm:
    """A version with its breakdowns as they stand on ``day``.

    :param only: codes of the indicators that matter, with the rules that speak of these alone; None: the whole form
    """
    wanted = Indicator.objects.all() if only is None else Indicator.objects.filter(code__in=only)
    indicators = Prefetch("indicators", wanted.order_by("position", "created_at"))
    found = FormSection.objects.filter(version=version).order_by("position", "created_at")
    sections = tuple(found.prefetch_related(indicators, "indicators__dimensions"))
    codes = codes_of(
        {one.pk for section in sections for row in section.indicators.all() for one in row.dimensions.all()}, day
    )
    shapes: list[IndicatorShape] = []
    row_ids: dict[Cell, tuple[UUID, UUID | None]] = {}
    for section in sections:
        for row in section.indicators.all():
            shapes.append(_indicator(row, codes))
            row_ids[Cell(row.code)] = (row.pk, None)
            for dimension in row.dimensions.all():
                row_ids |= {Cell(row.code, code.code): (row.pk, code.pk) for code in codes[dimension.pk]}
    rules = tuple(_rules(FormRule.objects.filter(version=version).order_by("position", "created_at")))
    if only is not None:
        rules = tuple(rule for rule in rules if all(cell.indicator in only for cell in rule.cells))
    return LoadedForm(version, day, FormShape(tuple(shapes), rules), sections, row_ids, codes)


def codes_of(dimension_ids: set[UUID], day: dt.date) -> Mapping[UUID, tuple[DimensionCode, ...]]:
    """The values of breakdowns that are in use on ``day``, in order."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    found = DimensionCode.objects.filter(begun, lasting, dimension_id__in=dimension_ids).select_related("parent")
    grouped: dict[UUID, list[DimensionCode]] = defaultdict(list)
    for code in found.order_by("position", "name"):
        grouped[code.dimension_id].append(code)
    return {pk: tuple(grouped[pk]) for pk in dimension_ids}


def version_for(form: ReportForm, day: dt.date) -> FormVersion | None:
    """The published version that is in force on ``day``, the last day of a period."""
    lasting = Q(effective_until__isnull=True) | Q(effective_until__gte=day)
    published = form.versions.filter(lasting, status=FormStatus.PUBLISHED, effective_from__lte=day)
    return published.order_by("-effective_from").first()


def _indicator(row: Indicator, codes: Mapping[UUID, tuple[DimensionCode, ...]]) -> IndicatorShape:
    return IndicatorShape(
        row.code, row.name, unit=row.unit, decimals=row.decimals, required=row.required,
        negative_allowed=row.negative_allowed, estimate_allowed=row.estimate_allowed,
        breakdowns=tuple(_breakdown(dimension, codes[dimension.pk]) for dimension in row.dimensions.all()),
    )  # fmt: skip


def _breakdown(dimension: Dimension, codes: tuple[DimensionCode, ...]) -> Breakdown:
    members = (Member(row.code, row.name, row.parent.code if row.parent else None) for row in codes)
    return Breakdown(dimension.code, dimension.name, tuple(members), complete=dimension.complete)


def _rules(rows: QuerySet[FormRule]) -> list[RuleShape]:
    """Rules that can be read; one that a later change of a draft broke is told where the draft is looked through."""
    made: list[RuleShape] = []
    for row in rows:
        try:
            made.append(rule_shape(row))
        except ExpressionError:
            continue
    return made


def rule_shape(row: FormRule, known: Mapping[str, Collection[str]] | None = None) -> RuleShape:
    """One rule as data.

    :raises ExpressionError: one of its sides cannot be read, or names what ``known`` does not have
    """
    left, right = parse(row.left, known), parse(row.right, known) if row.right else None
    return RuleShape(
        str(row.pk), row.kind, left, row.operator, right, row.least_percent, row.most_percent, row.missing,
        row.severity, row.message,
    )  # fmt: skip
