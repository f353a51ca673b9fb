"""Pages of plans."""

from phoihop.programme.views.plan.agreement import (
    plan_amendments,
    plan_answer,
    plan_freeze,
    plan_propose,
    plan_remind,
    plan_withdraw,
)
from phoihop.programme.views.plan.items import plan_item_edit, plan_item_move, plan_item_new, plan_item_remove
from phoihop.programme.views.plan.pages import (
    plan_calendar,
    plan_carry,
    plan_detail,
    plan_discard,
    plan_gantt,
    plan_list,
    plan_new,
    plan_paper,
)
from phoihop.programme.views.plan.targets import plan_target_new, plan_target_remove

__all__ = [
    "plan_amendments",
    "plan_answer",
    "plan_calendar",
    "plan_carry",
    "plan_detail",
    "plan_discard",
    "plan_freeze",
    "plan_gantt",
    "plan_item_edit",
    "plan_item_move",
    "plan_item_new",
    "plan_item_remove",
    "plan_list",
    "plan_new",
    "plan_paper",
    "plan_propose",
    "plan_remind",
    "plan_target_new",
    "plan_target_remove",
    "plan_withdraw",
]
