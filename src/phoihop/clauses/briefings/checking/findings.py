"""What checking says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from phoihop.clauses.briefings.checking.cells import Cell

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or asks for a word of explanation.

    :ivar cells: the figures it speaks of; the first one is where it is shown
    :ivar severity: ``error`` stops the submission, ``warning`` asks for an explanation
    :ivar rule_id: the rule of the form; None for what every form asks (required, decimals, sums …)
    :ivar check: the kind of the rule, or ``number``, ``required``, ``decimals``, ``negative``, ``sum``, ``estimate``
    :ivar message: what to do, in the reader's language; of a rule, the words of the department
    :ivar detail: the two sides as they were reckoned, where a rule compares them; may be empty
    """

    cells: tuple[Cell, ...]
    severity: str
    rule_id: str | None
    check: str
    message: str
    detail: str = ""

    @property
    def cell(self) -> Cell | None:
        """Where it is shown."""
        return self.cells[0] if self.cells else None

    @property
    def is_error(self) -> bool:
        """Whether it stops the submission."""
        return self.severity == ERROR


def worst(findings: Iterable[Finding]) -> dict[Cell, str]:
    """For each cell that is spoken of, ``error`` or ``warning``: how it is to be marked."""
    marks: dict[Cell, str] = {}
    for finding in findings:
        for cell in finding.cells:
            if finding.is_error or cell not in marks:
                marks[cell] = finding.severity
    return marks
