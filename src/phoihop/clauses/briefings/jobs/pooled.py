"""Making pooled tables."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse

from phoihop.base.access import Actor
from phoihop.base.jobs import Progress, handler
from phoihop.clauses.briefings.actions.pooled.making import make_publication
from phoihop.clauses.briefings.queries.reports.rounds import visible_round


@handler("briefings.pool")
def make_table(actor: Actor, progress: Progress, **payload: Any) -> str:
    """Make and audit a table; cancelled on the way it leaves nothing."""
    round_ = visible_round(actor=actor, pk=UUID(payload["round"]))
    made = make_publication(actor=actor, round=round_, step=progress.step)
    return reverse("briefings:pooled_detail", args=[made.pk])
