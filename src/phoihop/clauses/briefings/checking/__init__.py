"""What must hold in a report: rules are parsed, figures are checked. Knows no rows; fast enough to run while typing.

    from phoihop.clauses.briefings.checking import Cell, check

    findings = check(form, {Cell("thue_bao"): Decimal(120), Cell("thue_bao", "4g"): None}, previous=earlier)
    blocking = [finding for finding in findings if finding.is_error]

- :class:`Cell` names one place for a figure: ``thue_bao`` is the total, ``thue_bao[4g]`` one value of a breakdown.
- :class:`FormShape` is a form as data, made once per version (``queries.forms.shapes.shape_of``).
- :func:`check` answers everything that is wrong; the same call runs while typing, in a workbook and at submission.
- :func:`parse` reads one side of a rule and raises :class:`ExpressionError` with the position of what it cannot read.

A blank is ``None`` or is absent from the mapping. It is never zero, unless a rule says so (``missing="never"``).
"""

from phoihop.clauses.briefings.checking.cells import EACH, Cell, cell_of
from phoihop.clauses.briefings.checking.evaluation import check
from phoihop.clauses.briefings.checking.expressions import Expression, ExpressionError, Term
from phoihop.clauses.briefings.checking.findings import Finding, worst
from phoihop.clauses.briefings.checking.parsing import parse
from phoihop.clauses.briefings.checking.shapes import Breakdown, FormShape, IndicatorShape, Member, RuleShape

__all__ = [
    "EACH",
    "Breakdown",
    "Cell",
    "Expression",
    "ExpressionError",
    "Finding",
    "FormShape",
    "IndicatorShape",
    "Member",
    "RuleShape",
    "Term",
    "cell_of",
    "check",
    "parse",
    "worst",
]
