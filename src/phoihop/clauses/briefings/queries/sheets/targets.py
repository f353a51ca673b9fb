"""Into which reports the figures of a file would go, and whether they may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from phoihop.base.access import Actor
from phoihop.base.sheets import Saying
from phoihop.clauses.briefings.models import FormVersion, Report, ReportRound, ReportStatus, ReportUpload, ReportValue
from phoihop.clauses.briefings.models import RoundStatus as Round
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm, shape_of, version_for
from phoihop.clauses.briefings.queries.sheets import sayings
from phoihop.clauses.briefings.queries.sheets.uploads import parties_of
from phoihop.clauses.briefings.reporting.periods import Period
from phoihop.clauses.briefings.reporting.standing import takes_figures
from phoihop.clauses.briefings.workbooks import Figure, Reading
from phoihop.people.models import Party

Values = dict[tuple[UUID, UUID | None], ReportValue]


@dataclass(frozen=True, slots=True)
class Target:
    """A report that figures go into, or that would be made for them."""

    party: Party
    report: Report | None
    loaded: LoadedForm
    values: Values


@dataclass(slots=True)
class Targets:
    """Looks the reports of a file up, all at once."""

    actor: Actor
    upload: ReportUpload
    parties: Mapping[str, Party] = field(init=False)
    rounds: dict[str, ReportRound] = field(default_factory=dict)
    reports: dict[tuple[str, UUID], Report] = field(default_factory=dict)
    values: dict[UUID, Values] = field(default_factory=dict)
    loaded: dict[tuple[UUID, object], LoadedForm] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.upload.party is not None:
            self.parties = {self.upload.party.code: self.upload.party}
        else:
            found = parties_of(actor=self.actor, programme=self.upload.programme)
            self.parties = {party.code: party for party in found}

    def look_up(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Read the rounds, the reports and their figures; a party's own, or the department's."""
        periods = {period for period, _party in wanted}
        rounds = ReportRound.objects.visible_to(self.actor).filter(
            programme=self.upload.programme, version__form=self.upload.form, period__in=periods
        )
        for row in rounds.exclude(status=Round.CANCELLED).select_related("version__form", "programme__lead"):
            self.rounds[row.period] = row
        reports = Report.objects.visible_to(self.actor).filter(
            round__in=self.rounds.values(), party__in=self.parties.values()
        )
        for report in reports.select_related("round__version__form", "round__programme", "party"):
            self.reports[(report.round.period, report.party_id)] = report
            self.values[report.pk] = {}
        for value in ReportValue.objects.filter(report_id__in=self.values):
            self.values[value.report_id][(value.indicator_id, value.code_id)] = value

    def target(self, period: Period, party_code: str, first: Figure, reading: Reading) -> Target | None:
        """Where the figures of one party and period go; None, with the reason told, where they may not."""
        party = self.parties.get(party_code) if party_code else self.upload.party
        if party is None:
            reading.wrong(sayings.NO_PARTY, first.place)
            return None
        round_ = self.rounds.get(period.code)
        report = self.reports.get((period.code, party.pk))
        version = round_.version if round_ is not None else version_for(self.upload.form, period.ends_on)
        reason = self._reason(period, round_, report, version)
        if reason is not None:
            reading.wrong(reason, first.place, period=period.label, party=party.short_name)
            return None
        assert version is not None  # noqa: S101 - a period without a version was refused
        if first.version is not None and first.version != version.number:
            reading.wrong(
                sayings.OTHER_VERSION, first.place, period=period.label, found=first.version, wanted=version.number
            )
            return None
        return Target(party, report, self._shape(version, period), self.values.get(report.pk, {}) if report else {})

    def _reason(
        self, period: Period, round_: ReportRound | None, report: Report | None, version: FormVersion | None
    ) -> Saying | None:
        if self.upload.by_department:
            return self._reason_for_department(period, round_, report, version)
        if round_ is None:
            return sayings.NO_ROUND
        if report is None:
            return sayings.NO_REPORT
        return None if takes_figures(report, self.actor.today) else sayings.CLOSED

    def _reason_for_department(
        self, period: Period, round_: ReportRound | None, report: Report | None, version: FormVersion | None
    ) -> Saying | None:
        """The department brings in the past, and only where the party has not begun to tell it itself."""
        if version is None:
            return sayings.NO_FORM_THEN
        if period.ends_on >= self.actor.today:
            return sayings.NOT_OVER
        if round_ is not None and round_.status != Round.OPEN:
            return sayings.CLOSED
        if round_ is not None and report is None:
            return sayings.NO_REPORT
        if report is None:
            return None
        if report.status != ReportStatus.DRAFT or report.first_submitted_at is not None:
            return sayings.CLOSED
        return sayings.BEGUN if self.values.get(report.pk) else None

    def _shape(self, version: FormVersion, period: Period) -> LoadedForm:
        asked = (version.pk, period.ends_on)
        if asked not in self.loaded:
            self.loaded[asked] = shape_of(version, period.ends_on)
        return self.loaded[asked]
