"""What must be put right in a draft before it can be published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from phoihop.clauses.briefings.checking import ExpressionError
from phoihop.clauses.briefings.models import FormRule, FormStatus, FormVersion, Indicator, RuleKind
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm, rule_shape, shape_of


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right, and the row where it is done."""

    text: str
    indicator_id: UUID | None = None
    rule_id: UUID | None = None


def problems_of(version: FormVersion) -> list[Problem]:
    """Everything that stops a draft from being published; for actions and queries that have asked who may."""
    loaded = shape_of(version, version.effective_from)
    return [*_of_days(version), *_of_indicators(loaded), *_of_rules(loaded)]


def _of_days(version: FormVersion) -> Iterator[Problem]:
    later = version.form.versions.filter(
        status=FormStatus.PUBLISHED, effective_from__gte=version.effective_from
    ).order_by("effective_from")
    clash = later.first()
    if clash is not None:
        words = _("Ngày áp dụng phải sau ngày %(day)s, là ngày áp dụng của phiên bản %(n)s.")
        yield Problem(words % {"day": clash.effective_from.strftime("%d/%m/%Y"), "n": clash.number})


def _of_indicators(loaded: LoadedForm) -> Iterator[Problem]:
    rows = [row for section in loaded.sections for row in section.indicators.all()]
    if not rows:
        yield Problem(_("Biểu chưa có chỉ tiêu nào. Hãy thêm mục, rồi thêm chỉ tiêu."))
    twice = [code for code, count in Counter(row.code for row in rows).items() if count > 1]
    for row in rows:
        words = {"name": row.name, "code": row.code}
        if row.code in twice:
            yield Problem(_("Mã “%(code)s” dùng cho nhiều chỉ tiêu. Hãy đổi mã của “%(name)s”.") % words, row.pk)
        yield from _of_breakdowns(loaded, row)


def _of_breakdowns(loaded: LoadedForm, row: Indicator) -> Iterator[Problem]:
    dimensions = list(row.dimensions.all())
    for dimension in dimensions:
        if not loaded.codes[dimension.pk]:
            words = _("Phân tổ “%(by)s” của “%(name)s” chưa có giá trị nào dùng được vào ngày áp dụng.")
            yield Problem(words % {"by": dimension.name, "name": row.name}, row.pk)
    codes = Counter(code.code for dimension in dimensions for code in loaded.codes[dimension.pk])
    twice = sorted(code for code, count in codes.items() if count > 1)
    if twice:
        words = _("Các phân tổ của “%(name)s” có chung mã “%(code)s”. Hãy đổi mã hoặc bỏ bớt phân tổ.")
        yield Problem(words % {"name": row.name, "code": twice[0]}, row.pk)


def _of_rules(loaded: LoadedForm) -> Iterator[Problem]:
    for number, row in enumerate(FormRule.objects.filter(version=loaded.version), start=1):
        try:
            rule_shape(row, loaded.shape.known)
        except ExpressionError as problem:
            yield Problem(_("Kiểm tra số %(n)s: %(what)s") % {"n": number, "what": problem}, rule_id=row.pk)
            continue
        if not is_whole(row):
            yield Problem(
                _("Kiểm tra số %(n)s còn thiếu vế phải, phép so sánh hoặc giới hạn.") % {"n": number}, rule_id=row.pk
            )


def is_whole(row: FormRule) -> bool:
    """Whether a rule says everything that its kind asks."""
    if row.kind in {RuleKind.PREVIOUS, RuleKind.LAST_YEAR}:
        return row.least_percent is not None or row.most_percent is not None
    return bool(row.right) and (row.kind != RuleKind.COMPARE or bool(row.operator))
