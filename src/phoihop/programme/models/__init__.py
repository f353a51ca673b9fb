"""Rows of the spine."""

from phoihop.programme.models.activity import (
    ACTIVITY_TRANSITIONS,
    Activity,
    ActivityStatus,
    Answer,
    Attendee,
    Evidence,
    Outcome,
    Participation,
)
from phoihop.programme.models.days import DayCategory, DayRule, NamedDay
from phoihop.programme.models.memorandum import (
    MEMORANDUM_TRANSITIONS,
    SECTIONS,
    Cadence,
    Clause,
    Memorandum,
    MemorandumParty,
    MemorandumStatus,
)
from phoihop.programme.models.plan import (
    PLAN_TRANSITIONS,
    Plan,
    PlanItem,
    PlanStatus,
    PlanTarget,
)
from phoihop.programme.models.plan_answers import PlanAgreement, PlanAmendment
from phoihop.programme.models.programme import Programme, ProgrammeParty
from phoihop.programme.models.report import (
    REPORT_TRANSITIONS,
    Commendation,
    CommendationStatus,
    ReportAddendum,
    ReportAnswer,
    ReportPeriod,
    ReportStatus,
    YearReport,
)
from phoihop.programme.models.revision import ClauseComment, Revision, RevisionAnswer

__all__ = [
    "ACTIVITY_TRANSITIONS",
    "MEMORANDUM_TRANSITIONS",
    "PLAN_TRANSITIONS",
    "REPORT_TRANSITIONS",
    "SECTIONS",
    "Activity",
    "ActivityStatus",
    "Answer",
    "Attendee",
    "Cadence",
    "Clause",
    "ClauseComment",
    "Commendation",
    "CommendationStatus",
    "DayCategory",
    "DayRule",
    "Evidence",
    "Memorandum",
    "MemorandumParty",
    "MemorandumStatus",
    "NamedDay",
    "Outcome",
    "Participation",
    "Plan",
    "PlanAgreement",
    "PlanAmendment",
    "PlanItem",
    "PlanStatus",
    "PlanTarget",
    "Programme",
    "ProgrammeParty",
    "ReportAddendum",
    "ReportAnswer",
    "ReportPeriod",
    "ReportStatus",
    "Revision",
    "RevisionAnswer",
    "YearReport",
]
