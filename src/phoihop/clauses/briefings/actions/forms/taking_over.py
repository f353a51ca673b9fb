"""What of the forms moves when one party takes over from another: who fills them in, and the department's own."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Manager

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import Dimension, ReportForm
from phoihop.people.models import Party


def take_over_forms(predecessor: Party, successor: Party, on: dt.date, actor: Actor) -> None:
    """The successor fills in what the predecessor did; a department's forms and breakdowns go to its successor.

    A code that the successor uses already gets a number.
    """
    for form in ReportForm.objects.filter(parties=predecessor):
        form.parties.remove(predecessor)
        form.parties.add(successor)
        told = {"before": {"parties": [predecessor.short_name]}, "after": {"parties": [successor.short_name]}}
        audit.record(actor, "briefings.form.parties_set", form, party=form.regulator_id, **told)
    for manager in (ReportForm.objects, Dimension.objects):
        _hand_over(manager, predecessor, successor)


def _hand_over(manager: Manager[Any], predecessor: Party, successor: Party) -> None:
    taken = set(manager.filter(regulator=successor).values_list("code", flat=True))
    for row in manager.filter(regulator=predecessor):
        code, number = row.code, 2
        while code in taken:
            code, number = f"{row.code[:25]}-{number}", number + 1
        manager.filter(pk=row.pk).update(regulator=successor, code=code)
