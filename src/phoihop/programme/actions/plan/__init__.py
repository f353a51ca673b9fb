"""Writes: the plan of a year."""

from phoihop.programme.actions.plan.agreement import (
    NothingToAgree,
    StillAwaited,
    answer_plan,
    freeze_plan,
    propose_plan,
    remind_parties,
    withdraw_plan,
)
from phoihop.programme.actions.plan.drafts import NoMemorandum, PlanExists, carry_unfinished, discard_plan, draft_plan
from phoihop.programme.actions.plan.items import add_item, edit_item, move_item, remove_item
from phoihop.programme.actions.plan.paper import draw_plan_paper
from phoihop.programme.actions.plan.targets import remove_target, set_target
from phoihop.programme.actions.plan.writing import NeedsReason, PlanClosed

__all__ = [
    "NeedsReason",
    "NoMemorandum",
    "NothingToAgree",
    "PlanClosed",
    "PlanExists",
    "StillAwaited",
    "add_item",
    "answer_plan",
    "carry_unfinished",
    "discard_plan",
    "draft_plan",
    "draw_plan_paper",
    "edit_item",
    "freeze_plan",
    "move_item",
    "propose_plan",
    "remind_parties",
    "remove_item",
    "remove_target",
    "set_target",
    "withdraw_plan",
]
