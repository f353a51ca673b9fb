"""The one page that the director reads before a briefing; the department's alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.clauses.briefings.agenda.lines import Agenda
from phoihop.clauses.briefings.models import (
    Briefing,
    Decision,
    Indicator,
    Nature,
    Report,
    ReportRound,
    ReportStatus,
    ReportValue,
    RoundStatus,
)
from phoihop.clauses.briefings.queries.meeting.agenda import agenda
from phoihop.clauses.briefings.queries.meeting.briefings import rounds_of
from phoihop.clauses.briefings.queries.meeting.open_business import OpenBusiness, open_business
from phoihop.people.models import Party
from phoihop.programme.models import Participation

GIVEN = (ReportStatus.SUBMITTED, ReportStatus.ACCEPTED)
MOST_FIGURES = 8


@dataclass(frozen=True, slots=True)
class BriefFigure:
    """A figure of all parties that gave one, beside the period before; nobody but the department reads it.

    The change compares those alone that gave a figure both times: a report still to come is no fall.
    """

    indicator: Indicator
    now: Decimal
    before: Decimal | None
    change: Decimal | None  # in per cent of the period before


@dataclass(frozen=True, slots=True)
class EnterpriseLine:
    """What there is to know of one party."""

    party: Party
    answer: str
    answer_label: str
    people: int
    reports: str  # "2/3": given of those asked
    obstacles: int
    confidential: int  # of them
    late: int


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole page."""

    business: OpenBusiness
    agenda: Agenda
    figures: list[BriefFigure] = field(default_factory=list)
    figures_of: ReportRound | None = None
    enterprises: list[EnterpriseLine] = field(default_factory=list)

    @property
    def late(self) -> list[Decision]:
        """Late by the day of the meeting, the confidential ones last."""
        return [*self.business.late, *self.business.private_late]


def director_brief(*, actor: Actor, briefing: Briefing) -> Brief:
    """What is open, the figures, each enterprise's line; ask only for a briefing that the actor's party leads."""
    business = open_business(actor=actor, briefing=briefing)
    rounds = list(rounds_of(actor=actor, briefing=briefing).select_related("version__form"))
    shown = rounds[0] if rounds else None
    return Brief(
        business, agenda(actor=actor, briefing=briefing), _figures(actor, shown) if shown else [], shown,
        _enterprises(actor, briefing, business, [row.pk for row in rounds]),
    )  # fmt: skip


def _figures(actor: Actor, shown: ReportRound) -> list[BriefFigure]:
    """Totals of what was given in a round, by indicator, beside those of the round before of the same form."""
    rounds = ReportRound.objects.visible_to(actor).filter(
        programme_id=shown.programme_id, version__form_id=shown.version.form_id, ends_on__lt=shown.starts_on
    )
    earlier = rounds.exclude(status=RoundStatus.CANCELLED).order_by("-ends_on").first()
    now, before = _given(shown), _given(earlier) if earlier else {}
    indicators = Indicator.objects.filter(section__version=shown.version_id).select_related("section")
    found = [
        _figure(one, now[one.code], before.get(one.code, {}))
        for one in indicators.order_by("section__position", "position")
        if one.code in now
    ]
    flows = [one for one in found if one.indicator.nature == Nature.FLOW]
    return (flows + [one for one in found if one.indicator.nature != Nature.FLOW])[:MOST_FIGURES]


def _figure(indicator: Indicator, now: dict[UUID, Decimal], before: dict[UUID, Decimal]) -> BriefFigure:
    both = now.keys() & before.keys()
    then, today = (sum((values[party] for party in both), Decimal(0)) for values in (before, now))
    change = round((today - then) * 100 / then, 1) if then else None
    return BriefFigure(indicator, sum(now.values(), Decimal(0)), sum(before.values(), Decimal(0)) or None, change)


def _given(row: ReportRound) -> dict[str, dict[UUID, Decimal]]:
    """Code → party → total, of what was handed in."""
    values = ReportValue.objects.filter(report__round=row, report__status__in=GIVEN, code=None, value__isnull=False)
    found: dict[str, dict[UUID, Decimal]] = {}
    for code, party, value in values.values_list("indicator__code", "report__party_id", "value"):
        if value is not None:
            found.setdefault(code, {})[party] = value
    return found


def _enterprises(actor: Actor, briefing: Briefing, business: OpenBusiness, rounds: list[UUID]) -> list[EnterpriseLine]:
    lead = briefing.activity.programme.lead_id
    rows = Participation.objects.filter(activity_id=briefing.activity_id).exclude(party_id=lead)
    reports = Report.objects.visible_to(actor).filter(round_id__in=rounds).values_list("party_id", "status")
    asked, given = Counter[UUID](), Counter[UUID]()
    for party_id, status in reports:
        asked[party_id] += 1
        given[party_id] += status in GIVEN
    raised = Counter(one.party_id for one in business.obstacles)
    hidden = Counter(one.party_id for one in business.private)
    late = Counter(one.owner_id for one in [*business.late, *business.private_late])
    return [
        EnterpriseLine(
            row.party, row.answer, row.get_answer_display(), row.expected,
            f"{given[row.party_id]}/{asked[row.party_id]}" if asked[row.party_id] else "–",
            raised[row.party_id], hidden[row.party_id], late[row.party_id],
        )
        for row in rows.select_related("party").order_by("party__short_name")
    ]  # fmt: skip
