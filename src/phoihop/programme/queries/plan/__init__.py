"""Reads: the plan of a year."""

from phoihop.programme.queries.plan.agreement import (
    AgreementRow,
    agreement_rows,
    answering_parties,
    awaited_parties,
    parties_to_agree,
)
from phoihop.programme.queries.plan.amendments import AmendmentRow, amendments
from phoihop.programme.queries.plan.choices import ItemChoices, item_choices, target_parties
from phoihop.programme.queries.plan.items import ItemRow, PlanPicture, plan_picture, visible_item, visible_target
from phoihop.programme.queries.plan.plans import plan_list, visible_plan

__all__ = [
    "AgreementRow",
    "AmendmentRow",
    "ItemChoices",
    "ItemRow",
    "PlanPicture",
    "agreement_rows",
    "amendments",
    "answering_parties",
    "awaited_parties",
    "item_choices",
    "parties_to_agree",
    "plan_list",
    "plan_picture",
    "target_parties",
    "visible_item",
    "visible_plan",
    "visible_target",
]
