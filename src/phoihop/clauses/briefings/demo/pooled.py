"""The demo's pooled tables: of every round whose reports are in, the newest still to be made."""

from __future__ import annotations

import datetime as dt

from phoihop.clauses.briefings.actions.pooled.making import FEWEST, make_publication
from phoihop.clauses.briefings.actions.pooled.publishing import publish
from phoihop.clauses.briefings.demo.stage import Stage
from phoihop.clauses.briefings.models import ReportRound
from phoihop.clauses.briefings.queries.pooled.basis import editions_of

SOON = dt.timedelta(days=35)  # after the end of a period


def build(stage: Stage) -> None:
    """Make and publish a table of each past round with enough accepted reports."""
    rounds = ReportRound.objects.filter(programme=stage.programme).select_related(
        "programme", "version__form"
    )  # fmt: skip
    for round_ in rounds.order_by("ends_on"):
        moment = dt.datetime.combine(round_.ends_on, dt.time(9), tzinfo=stage.now.tzinfo) + SOON
        if moment < stage.now and len(editions_of(round_)) >= FEWEST:
            officer = stage.officer(moment)
            publish(actor=officer, publication=make_publication(actor=officer, round=round_))
