"""Who reported, and when: lines of a round, and the board of all periods for the department."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import Report, ReportForm
from phoihop.clauses.briefings.queries.reports.rounds import GIVEN
from phoihop.clauses.briefings.queries.reports.trends import short_label
from phoihop.clauses.briefings.reporting.standing import Standing, standing_of, was_on_time
from phoihop.people.models import Party

IN = (Standing.SUBMITTED, Standing.ACCEPTED, Standing.RETURNED)


@dataclass(frozen=True, slots=True)
class Line:
    """One report, where it stands, and whether it came in time (None: it has not come)."""

    report: Report
    standing: Standing
    on_time: bool | None

    @property
    def tone(self) -> str:
        """How the cell of the board is coloured; its words say the same."""
        if self.on_time is None:
            return {Standing.NOT_YET: "wait", Standing.DUE: "wait"}.get(self.standing, "missing")
        return "in-time" if self.on_time else "late"


@dataclass(frozen=True, slots=True)
class Rate:
    """How many reports of a period were expected, came, and came in time."""

    label: str
    expected: int
    arrived: int
    on_time: int

    @property
    def share(self) -> float | None:
        """Came in time, of those expected."""
        return self.on_time / self.expected if self.expected else None


@dataclass(frozen=True, slots=True)
class Board:
    """One form: parties down, periods across, newest last."""

    form: ReportForm
    rates: tuple[Rate, ...]
    rows: tuple[tuple[Party, tuple[Line | None, ...]], ...]


def lines_of(*, actor: Actor, reports: Iterable[Report]) -> list[Line]:
    """Where reports stand today."""
    return [Line(one, standing_of(one, actor.today), was_on_time(one)) for one in reports]


def boards(*, actor: Actor, periods: int = 8) -> list[Board]:
    """For each form of the actor's department the last periods."""
    found = Report.objects.visible_to(actor).filter(
        round__programme__lead_id__in=actor.regulator_ids, round__status__in=GIVEN
    )
    grouped: dict[UUID, list[Report]] = defaultdict(list)
    for report in found.select_related("round__version__form", "party").order_by("round__ends_on", "party__short_name"):
        grouped[report.round.version.form_id].append(report)
    return [_board(actor, rows, periods) for rows in grouped.values()]


def _board(actor: Actor, reports: list[Report], periods: int) -> Board:
    rounds = list({report.round_id: report.round for report in reports}.values())[-periods:]
    lines = {(one.report.round_id, one.report.party_id): one for one in lines_of(actor=actor, reports=reports)}
    parties = sorted({report.party for report in reports}, key=lambda party: party.short_name)
    rates = []
    for round_ in rounds:
        mine = [line for line in lines.values() if line.report.round_id == round_.pk]
        arrived = sum(line.on_time is not None for line in mine)
        rates.append(Rate(short_label(round_.period), len(mine), arrived, sum(line.on_time is True for line in mine)))
    rows = tuple((party, tuple(lines.get((round_.pk, party.pk)) for round_ in rounds)) for party in parties)
    return Board(reports[0].round.version.form, tuple(rates), rows)
