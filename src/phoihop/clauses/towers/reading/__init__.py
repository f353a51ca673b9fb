"""Masts, needs and rules from tables as people send them, into the arrays of the planner. Knows no Django.

``read_case(masts, needs, rules, options)`` reads files of any kind that ``base.sheets`` knows, with Vietnamese or
English headings, in VN-2000 or WGS 84, and refuses with every problem and its line (``InputRefused``).
"""

from phoihop.clauses.towers.reading.case import Case, Note, read_case, read_mast_case
from phoihop.clauses.towers.reading.columns import MAST_FIELDS, NEED_FIELDS
from phoihop.clauses.towers.reading.options import InputRefused, ReadingOptions
from phoihop.clauses.towers.reading.rules import RuleSheet, read_rules

__all__ = [
    "MAST_FIELDS",
    "NEED_FIELDS",
    "Case",
    "InputRefused",
    "Note",
    "ReadingOptions",
    "RuleSheet",
    "read_case",
    "read_mast_case",
    "read_rules",
]
