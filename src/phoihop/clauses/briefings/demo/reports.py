"""The demo's rounds and reports: accepted half-years, and one that is being reported now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from phoihop.clauses.briefings.actions.reports import filling, letters, reviewing, rounds, submitting
from phoihop.clauses.briefings.actions.reports.filling import Change
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.demo.report_figures import Figures, invented
from phoihop.clauses.briefings.demo.stage import Stage
from phoihop.clauses.briefings.filling.figures import written
from phoihop.clauses.briefings.models import (
    Report,
    ReportForm,
    ReportRound,
    ReportStatus,
    ReportValue,
    RoundStatus,
    ValueEdition,
    ValueSource,
)
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm, shape_of, version_for
from phoihop.clauses.briefings.queries.reports.findings import judged
from phoihop.clauses.briefings.reporting.letter import letter_text
from phoihop.clauses.briefings.reporting.periods import Period, period_with
from phoihop.papers.actions.papers import submit_paper
from phoihop.people.models import Party
from phoihop.programme.facts import fact_of

LATE = {("FPT", 1), ("MBF", 2)}  # who was late, in which half-year
CORRECTED = "MBF"  # whose last accepted report was corrected once
FRESH_DAYS = 25  # so long after a half-year its reports are still coming in
SUBMITTED, ACCEPTED, RETURNED, HALF_DONE = ("VNPT", "BD"), ("VTL",), ("MBF",), ("FPT",)


def build(stage: Stage) -> None:
    """Every half-year since last year, of both forms."""
    now = _present(stage.now.date())
    for form in ReportForm.objects.filter(regulator=stage.regulator).order_by("code"):
        period, half = Period("half", stage.now.year - 1, 1), 0
        while period.ends_on < now.starts_on:
            _past(stage, form, period, half)
            period, half = period.next, half + 1
        _current(stage, form, now, half)


def _present(today: dt.date) -> Period:
    """The half-year that is reported now: the one just over, or the one that runs."""
    here = period_with("half", today)
    return here.previous if (today - here.previous.ends_on).days <= FRESH_DAYS else here


def _at(stage: Stage, day: dt.date, hour: int = 9) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), tzinfo=stage.now.tzinfo)


def _parties(stage: Stage, form: ReportForm) -> list[Party]:
    named = set(form.parties.values_list("pk", flat=True))
    return [party for party in stage.enterprises if party.pk in named]


def _known(stage: Stage, loaded: LoadedForm, party: Party, period: Period) -> dict[str, Decimal]:
    """What the product counts by itself, as of the end of the period."""
    actor = stage.focal(party, stage.now)
    found = {}
    for section in loaded.sections:
        for row in section.indicators.all():
            fact = fact_of(row.fact) if row.fact else None
            value = fact.ask(actor, party.pk, period.starts_on, period.ends_on) if fact else None
            if value is not None:
                found[row.code] = value
    return found


def _past(stage: Stage, form: ReportForm, period: Period, half: int) -> None:
    """A half-year that is over: rows with the times they would have had."""
    version = version_for(form, period.ends_on)
    if version is None:
        return
    loaded, dates = shape_of(version, period.ends_on), rounds.usual_dates(version, period)
    closed = _at(stage, dates.lock_on + dt.timedelta(days=2))
    row = ReportRound.objects.create(
        programme=stage.programme, version=version, title=rounds.title_of(version, period), period=period.code,
        starts_on=period.starts_on, ends_on=period.ends_on, opens_on=dates.opens_on, due_on=dates.due_on,
        lock_on=dates.lock_on, status=RoundStatus.CLOSED, opened_at=_at(stage, dates.opens_on), closed_at=closed,
    )  # fmt: skip
    last = _present(stage.now.date()).previous == period
    for number, party in enumerate(_parties(stage, form)):
        late = (party.code, half) in LATE
        day = dates.due_on + dt.timedelta(days=4 if late else -1 - number % 3)
        focal, officer = stage.focal(party, _at(stage, day, 14)), stage.officer(_at(stage, day + dt.timedelta(days=3)))
        report = Report.objects.create(
            round=row, party=party, status=ReportStatus.ACCEPTED, edition=2 if last and party.code == CORRECTED else 1,
            submitted_at=focal.at, first_submitted_at=focal.at, pressed_by_id=focal.user_id, accepted_at=officer.at,
            accepted_by_id=officer.user_id,
        )  # fmt: skip
        figures = invented(loaded.shape, party.code, half, _known(stage, loaded, party, period))
        _write(report, loaded, figures, focal.user_id, focal.at)


def _write(report: Report, loaded: LoadedForm, figures: Figures, user_id: UUID | None, at: dt.datetime) -> None:
    """The figures as they stand, and each accepted edition of them."""
    places = [(*loaded.row_ids[cell], value) for cell, value in figures.items()]
    ReportValue.objects.bulk_create(
        ReportValue(
            report=report, indicator_id=indicator, code_id=code, value=value, source=ValueSource.TYPED,
            changed_by_id=user_id, changed_at=at,
        )
        for indicator, code, value in places
    )  # fmt: skip
    changed = {loaded.row_ids[Cell(code)][0] for code in ("von_dau_tu", "khieu_nai") if Cell(code) in figures}
    for edition in range(1, report.edition + 1):
        first = edition < report.edition
        ValueEdition.objects.bulk_create(
            ValueEdition(
                report=report, edition=edition, indicator_id=indicator, code_id=code,
                value=value - 7 if first and indicator in changed else value,
            )
            for indicator, code, value in places
        )  # fmt: skip


def _current(stage: Stage, form: ReportForm, period: Period, half: int) -> None:
    """The round that runs: asked by letter, and each party at another point of its way."""
    version = version_for(form, period.ends_on)
    if version is None:
        return
    today = stage.now.date()
    asked = stage.officer(_at(stage, today - dt.timedelta(days=12)))
    dates = rounds.Dates(today - dt.timedelta(days=12), today + dt.timedelta(days=6), today + dt.timedelta(days=20))
    row = rounds.draft_round(actor=asked, programme=stage.programme, version=version, period=period, dates=dates)
    paper = letters.draw_letter(actor=asked, round_=row, text=letter_text(row))
    submit_paper(actor=asked, paper=paper)
    rounds.open_round(actor=asked, round_=row)
    loaded = shape_of(version, period.ends_on)
    by_party = {
        one.party.code: one for one in Report.objects.filter(round=row).select_related("round__version", "party")
    }
    for number, party in enumerate(_parties(stage, form)):
        figures = invented(loaded.shape, party.code, half, _known(stage, loaded, party, period))
        _played(stage, by_party[party.code], loaded, figures, today - dt.timedelta(days=5 - number % 3))


def _played(stage: Stage, report: Report, loaded: LoadedForm, figures: Figures, day: dt.date) -> None:
    code = report.party.code
    focal = stage.focal(report.party, _at(stage, day, 10))
    if code in HALF_DONE:
        known = [cell for cell in loaded.shape.cells if cell in figures]
        half_done = known[: len(known) // 2]
        filling.save_cells(actor=focal, report=report, changes=_changes(loaded, figures, half_done))
    if code not in (*SUBMITTED, *ACCEPTED, *RETURNED):
        return
    filling.save_cells(actor=focal, report=report, changes=_changes(loaded, figures, list(figures)))
    warned = judged(actor=focal, report=report, loaded=loaded).warnings
    said = {UUID(one.rule_id): "Số ước đến cuối kỳ, đơn vị đã đối chiếu." for one in warned if one.rule_id}
    note = "Số liệu ước thực hiện đến hết kỳ; số chính thức sẽ đính chính nếu chênh lệch đáng kể."
    submitting.explain(actor=focal, report=report, explanations=said, answers={}, note=note)
    report = submitting.submit_report(actor=focal, report=report)
    officer = stage.officer(_at(stage, day + dt.timedelta(days=1), 15))
    if code in ACCEPTED:
        reviewing.accept_report(actor=officer, report=report)
    elif code in RETURNED:
        reviewing.send_back(
            actor=officer, report=report, reason="Đề nghị đối chiếu số trạm và vốn đầu tư với sổ cột ăng ten.",
            remarks=[
                reviewing.Remark(Cell("tram_bts_moi", "5g"), "Cao hơn số vị trí mới đưa vào sử dụng, đề nghị xem lại."),
                reviewing.Remark(Cell("von_dau_tu"), "Đã gồm đầu tư cáp quang chưa?"),
            ],
        )  # fmt: skip


def _changes(loaded: LoadedForm, figures: Figures, cells: Sequence[Cell]) -> list[Change]:
    """As the party types them: figures that may be estimates are marked so."""
    allowed = {one.code for one in loaded.shape.indicators if one.estimate_allowed}
    return [Change(cell, written(figures[cell]), estimate=cell.indicator in allowed) for cell in cells]
