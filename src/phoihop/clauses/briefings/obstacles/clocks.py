"""Until when the department answers, and until when an enterprise says whether an answer solved it."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import ObstacleTopic
from phoihop.cores.viet import add_working_days
from phoihop.programme.queries.days import holidays

ANSWER_DAYS = 15  # working days, while nobody has said what it is about
CONFIRM_DAYS = 7  # working days after the answer, until the enterprise is reminded
FORWARD_DAYS = 10  # working days that another body is given unless the department says otherwise
LINK_GRACE_DAYS = 14  # days that a link lives on after its day, for a late answer


def working_day_after(*, actor: Actor, lead_id: UUID, start: dt.date, days: int) -> dt.date:
    """The day so many working days after ``start``, as the department keeps its days off."""
    off = holidays(actor=actor, lead_id=lead_id, first_year=start.year, last_year=start.year + 1)
    return add_working_days(start, days, off)


def answer_due(*, actor: Actor, lead_id: UUID, raised_on: dt.date, topic: ObstacleTopic | None) -> dt.date:
    """Until when the department owes an answer."""
    days = topic.answer_days if topic is not None else ANSWER_DAYS
    return working_day_after(actor=actor, lead_id=lead_id, start=raised_on, days=days)
