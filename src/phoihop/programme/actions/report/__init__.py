"""What is done to reports and commendations."""

from phoihop.programme.actions.report.commendations import (
    decide_commendation,
    propose_commendation,
    propose_from_figures,
    reject_commendation,
)
from phoihop.programme.actions.report.paper import draw_report
from phoihop.programme.actions.report.reports import (
    add_addendum,
    answer_report,
    circulate_report,
    freeze_report,
    gather_report,
    resolve_objection,
    write_remarks,
)

__all__ = [
    "add_addendum",
    "answer_report",
    "circulate_report",
    "decide_commendation",
    "draw_report",
    "freeze_report",
    "gather_report",
    "propose_commendation",
    "propose_from_figures",
    "reject_commendation",
    "resolve_objection",
    "write_remarks",
]
