"""The board of reporting rates."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from phoihop.base.access import REGULATOR, ActorRequest, open_to
from phoihop.base.ui import page
from phoihop.clauses.briefings.queries.reports import board as queries
from phoihop.clauses.briefings.views.reports import charts


@open_to(REGULATOR)
@require_GET
def report_board(request: ActorRequest) -> HttpResponse:
    """For the department: expected, came, in time, by party and period."""
    found = queries.boards(actor=request.actor)
    drawn = [
        (
            board,
            charts.rates(
                [rate.label for rate in board.rates], [rate.on_time for rate in board.rates],
                [rate.arrived - rate.on_time for rate in board.rates],
                [rate.expected - rate.arrived for rate in board.rates],
            ),
        )
        for board in found
    ]  # fmt: skip
    return page(request, "briefings/reports/board.html", boards=drawn)
