"""Taking figures away: a template to fill in, one report, or a whole round; the history says who took what."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import override

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.clauses.briefings import exchange
from phoihop.clauses.briefings.exchange import Group
from phoihop.clauses.briefings.models import Report, ReportRound
from phoihop.clauses.briefings.queries.forms.shapes import shape_of
from phoihop.clauses.briefings.queries.reports.earlier import earlier_figures
from phoihop.clauses.briefings.queries.reports.reports import reads_figures
from phoihop.clauses.briefings.queries.sheets.figures import current_figures, groups_of
from phoihop.clauses.briefings.queries.sheets.forms import sheet_form
from phoihop.clauses.briefings.reporting.periods import read_period
from phoihop.clauses.briefings.workbooks import Identity, SheetForm, write_template
from phoihop.clauses.briefings.workbooks.amounts import Unreadable
from phoihop.clauses.briefings.workbooks.template import Columns
from phoihop.cores.viet import slug

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS = {
    "csv": ("csv", "text/csv; charset=utf-8"), "xlsx": ("xlsx", XLSX),
    "adx": ("xml", "application/xml; charset=utf-8"), "json": ("json", "application/json; charset=utf-8"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Export:
    """A file to take away."""

    name: str
    media_type: str
    content: bytes


def template_of(*, actor: Actor, report: Report) -> Export:
    """The workbook to be filled in for a report, with what is there already and the figures of earlier periods.

    :raises NotAllowed: the actor does not fill in for the party
    """
    require(actor, Permission.FIGURES_FILL, party=report.party_id)
    loaded = shape_of(report.round.version, report.round.ends_on)
    earlier = earlier_figures(report)
    now, estimates = current_figures(report)
    form, period = sheet_form(loaded), read_period(report.round.period)
    columns = Columns(now, earlier.previous or {}, earlier.last_year or {}, frozenset(estimates))
    identity = Identity(form.code, str(form.version), period.code, report.party.code)
    with override("vi"):  # a template is Vietnamese whoever takes it, as its headings are
        content = write_template(form, identity, period, report.party.name, columns)
    return Export(f"{slug(form.code)}-{report.party.code}-{period.code}.xlsx".lower(), XLSX, content)


def export_report(*, actor: Actor, report: Report, form: str, language: str = "vi") -> Export:
    """The figures of one report: for its party as they are, for the department as they were handed in.

    :param form: ``csv``, ``xlsx``, ``adx`` or ``json``
    :raises NotVisible: the actor may not read the figures
    """
    if not reads_figures(actor=actor, report=report):
        raise NotVisible
    groups = groups_of(actor=actor, reports=[report])
    name = f"{slug(report.round.version.form.code)}-{report.party.code}-{report.round.period}"
    made = _made(actor, form, name, groups, report.round, language)
    with transaction.atomic():
        after = {"form": form, "figures": sum(len(group.data) for group in groups)}
        audit.record(actor, "briefings.report.exported", report, after=after)
    return made


def export_round(*, actor: Actor, round_: ReportRound, form: str, language: str = "vi") -> Export:
    """The figures of a round: of every party that handed its report in, for the department; else one's own.

    :param form: ``csv``, ``xlsx``, ``adx`` or ``json``
    """
    reports = Report.objects.visible_to(actor).filter(round=round_).select_related("round__version__form", "party")
    readable = [one for one in reports.order_by("party__code") if reads_figures(actor=actor, report=one)]
    groups = groups_of(actor=actor, reports=readable)
    name = f"{slug(round_.version.form.code)}-{round_.period}"
    made = _made(actor, form, name, groups, round_, language)
    with transaction.atomic():
        after = {"form": form, "reports": len(groups)}
        audit.record(actor, "briefings.round.exported", round_, after=after)
    return made


def _made(actor: Actor, form: str, name: str, groups: list[Group], round_: ReportRound, language: str) -> Export:
    ending, media_type = FORMS[form]
    shape = sheet_form(shape_of(round_.version, round_.ends_on))
    try:
        content = _written(actor, form, groups, shape)
    except Unreadable as problem:
        raise Refused(problem.saying.text(language, problem.values)) from problem
    return Export(f"{name}.{ending}".lower(), media_type, content)


def _written(actor: Actor, form: str, groups: list[Group], shape: SheetForm) -> bytes:
    if form == "adx":
        return exchange.write_adx(groups, shape, exported=actor.at)
    if form == "json":
        return exchange.write_json(groups, shape)
    return exchange.write_table_csv(groups, shape) if form == "csv" else exchange.write_table_xlsx(groups, shape)
