"""A rule as it was typed, held against the draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from phoihop.base.errors import Refused
from phoihop.clauses.briefings.checking import Expression, ExpressionError, FormShape, parse
from phoihop.clauses.briefings.models import FormVersion, RuleKind
from phoihop.clauses.briefings.queries.forms.shapes import shape_of

AGAINST_EARLIER = {RuleKind.PREVIOUS, RuleKind.LAST_YEAR}
PAIRS = {RuleKind.TOGETHER, RuleKind.EXCLUSIVE}


class BadRule(Refused):
    """A rule that cannot be kept; ``field`` says which part."""


def checked_rule(draft: FormVersion, values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a rule that its kind asks, and no others.

    :raises BadRule: a side cannot be read, or something is missing
    """
    kept = dict(values)
    shape = shape_of(draft, draft.effective_from).shape
    left = _side(kept["left"], shape, "left")
    if not left.cells:
        raise BadRule(_("Vế trái phải có ít nhất một chỉ tiêu."), field="left")
    if kept["kind"] in AGAINST_EARLIER:
        kept |= {"operator": "", "right": ""}
        if kept["least_percent"] is None and kept["most_percent"] is None:
            raise BadRule(_("Hãy nhập mức giảm hoặc mức tăng nhiều nhất."), field="least_percent")
        _check_sign(kept)
        return kept
    kept |= {"least_percent": None, "most_percent": None}
    right = _side(kept["right"], shape, "right")
    if kept["kind"] in PAIRS:
        kept["operator"] = ""
        if not right.cells:
            raise BadRule(_("Vế phải phải có ít nhất một chỉ tiêu."), field="right")
    elif not kept["operator"]:
        raise BadRule(_("Hãy chọn phép so sánh."), field="operator")
    return kept


def _check_sign(values: Mapping[str, Any]) -> None:
    for name in ("least_percent", "most_percent"):
        if values[name] is not None and values[name] < 0:
            raise BadRule(_("Hãy nhập một số từ 0 trở lên."), field=name)


def _side(text: str, shape: FormShape, field: str) -> Expression:
    try:
        return parse(text, shape.known)
    except ExpressionError as problem:
        raise BadRule(str(problem), field=field) from problem
