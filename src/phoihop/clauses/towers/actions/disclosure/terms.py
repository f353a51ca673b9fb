"""Setting how much an enterprise may see of its rivals."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.clauses.towers.models import DisclosureTerms
from phoihop.people.actions.checking import check_row
from phoihop.people.models import Party

FIELDS = ("cells_an_ask", "cells_a_period", "masts_a_cell", "masts_a_period", "period_months")


def set_terms(*, actor: Actor, regulator: Party, **values: Any) -> DisclosureTerms:
    """Set a department's limits; what was answered in the present period stays answered.

    :param values: columns of ``DisclosureTerms``, see ``FIELDS``
    :raises Refused: a limit breaks a rule
    """
    require(actor, Permission.MAST_REVIEW, party=regulator)
    with transaction.atomic():
        terms = DisclosureTerms.objects.select_for_update().filter(regulator=regulator).first()
        terms = terms or DisclosureTerms(regulator=regulator)
        before = {name: getattr(terms, name) for name in FIELDS}
        for name, value in values.items():
            setattr(terms, name, value)
        check_row(terms)
        terms.save()
        audit.record(
            actor, "towers.disclosure.limits_set", terms, party=regulator, before=before,
            after={name: getattr(terms, name) for name in FIELDS},
        )  # fmt: skip
    return terms
