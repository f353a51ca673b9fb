"""Figures of a report: each changed cell is kept as it is typed, and nothing of another's is overwritten unseen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.sheets.numbers import Style
from phoihop.clauses.briefings.actions.reports.cells import Place, places_of
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.filling.figures import Unread, read_figure, style_of_block, written
from phoihop.clauses.briefings.models import Report, ReportValue, ValueSource
from phoihop.clauses.briefings.reporting.standing import takes_figures

MOST_CELLS = 5000  # at once


class NotOpen(Refused):
    """The report takes no figures now."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was typed into a cell, and the version of the cell that the person saw; 0 where it was never filled."""

    cell: Cell
    text: str
    version: int = 0
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """A cell as it is kept now; ``problem`` where what was typed is no figure."""

    version: int
    text: str
    estimate: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else changed the cell meanwhile: what they left there, who and when."""

    version: int
    text: str
    estimate: bool
    by: str
    at: dt.datetime


@dataclass(slots=True)
class Saved:
    """What became of the changes."""

    kept: dict[Cell, Kept] = field(default_factory=dict)
    conflicts: dict[Cell, Conflict] = field(default_factory=dict)
    written: list[Cell] = field(default_factory=list)  # those that are different now


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A cell's new content."""

    value: Decimal | None
    typed: str
    estimate: bool
    problem: str

    def fits(self, row: ReportValue) -> bool:
        return (row.value, row.typed, row.estimate) == (self.value, self.typed, self.estimate)


def open_report(actor: Actor, report: Report) -> Report:
    """The report, locked for this transaction, if it takes figures from the actor.

    :raises NotAllowed: they do not fill in for its party
    :raises NotOpen: it takes none now
    """
    require(actor, Permission.FIGURES_FILL, party=report.party_id)
    locked = Report.objects.select_for_update(of=("self",)).select_related("round__version", "round__programme")
    row = locked.get(pk=report.pk)
    if not takes_figures(row, actor.today):
        raise NotOpen(_("Báo cáo này hiện không nhận số liệu: đã nộp, chưa mở hoặc đã khóa. Hãy liên hệ Sở nếu cần."))
    return row


def save_cells(*, actor: Actor, report: Report, changes: Sequence[Change], pasted: bool = False) -> Saved:
    """Keep what was typed into some cells; the time it takes does not depend on how many cells the report has.

    What is no figure is kept as text, so that nobody's work is lost, and stops the submission.

    :param pasted: the cells are one block of a spreadsheet, whose style of numbers is decided for all together
    :raises NotOpen: the report takes no figures now
    :raises Refused: the form has no such cell, or there are too many at once
    """
    if len(changes) > MOST_CELLS:
        raise Refused(_("Mỗi lần chỉ lưu được %(n)s ô. Hãy dán từng phần nhỏ hơn.") % {"n": MOST_CELLS})
    style = style_of_block(change.text for change in changes) if pasted else None
    with transaction.atomic():
        row = open_report(actor, report)
        places = places_of(row, [change.cell for change in changes])
        saved = _save(actor, row, {place: changes[number] for number, place in enumerate(places)}, style)
        if saved.written:
            record_filling(actor, row, saved.written, ValueSource.TYPED)
    return saved


def record_filling(actor: Actor, report: Report, cells: Iterable[Cell], source: ValueSource) -> None:
    """Note in the history which cells were filled, never with what: figures stay in the report."""
    named = sorted(map(str, cells))
    Report.objects.filter(pk=report.pk).update(changed_at=actor.at)
    after = {"cells": named[:50], "count": len(named), "source": source.value}
    audit.record(actor, "briefings.report.filled", report, party=report.party_id, after=after)


def _rows(report: Report, places: Iterable[Place]) -> dict[Place, ReportValue]:
    wanted = list(places)
    totals = Q(indicator_id__in=[one for one, part in wanted if part is None], code__isnull=True)
    parts = [(one, part) for one, part in wanted if part is not None]
    whole = Q(indicator_id__in={one for one, _part in parts}, code_id__in={part for _one, part in parts})
    rows = ReportValue.objects.filter(totals | whole, report=report).select_related("changed_by")
    return {(row.indicator_id, row.code_id): row for row in rows}


def _wanted(change: Change, style: Style | None) -> _Wanted:
    text = change.text.strip()
    try:
        value, typed, problem = read_figure(text, style), "", ""
    except Unread as unread:
        value, typed, problem = None, text[:60], str(unread)
    return _Wanted(value, typed, change.estimate and (value is not None or bool(typed)), problem)


def _save(actor: Actor, report: Report, changes: Mapping[Place, Change], style: Style | None) -> Saved:
    known, saved = _rows(report, changes), Saved()
    new: list[ReportValue] = []
    moved: list[ReportValue] = []
    for place, change in changes.items():
        row, wanted = known.get(place), _wanted(change, style)
        if row is not None and not wanted.fits(row) and row.version != change.version:
            saved.conflicts[change.cell] = _conflict(row)
            continue
        if row is None and (wanted.value is not None or wanted.typed):
            row = ReportValue(report=report, indicator_id=place[0], code_id=place[1], version=0)
            new.append(row)
        elif row is not None and not wanted.fits(row):
            moved.append(row)
        if row is not None and not wanted.fits(row):
            row.value, row.typed, row.estimate = wanted.value, wanted.typed, wanted.estimate
            row.source, row.version = ValueSource.TYPED, row.version + 1
            row.changed_by_id, row.changed_at = actor.user_id, actor.at
            saved.written.append(change.cell)
        text = wanted.typed or written(wanted.value)
        saved.kept[change.cell] = Kept(row.version if row else 0, text, wanted.estimate, wanted.problem)
    ReportValue.objects.bulk_create(new)
    changed = ["value", "typed", "estimate", "source", "version", "changed_by", "changed_at"]
    ReportValue.objects.bulk_update(moved, changed, batch_size=100)
    return saved


def _conflict(row: ReportValue) -> Conflict:
    by = row.changed_by.get_full_name() if row.changed_by else ""
    return Conflict(row.version, row.typed or written(row.value), row.estimate, by, row.changed_at)
