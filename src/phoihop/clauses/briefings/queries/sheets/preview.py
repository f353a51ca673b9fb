"""What taking a file over would do: read anew each time, so that it is true of the moment it is looked at."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from phoihop.base import files
from phoihop.base.access import Actor
from phoihop.clauses.briefings.checking import Finding, check
from phoihop.clauses.briefings.exchange import read_exchange
from phoihop.clauses.briefings.models import Report, ReportUpload, ReportValue
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm, shape_of
from phoihop.clauses.briefings.queries.reports.earlier import earlier_figures
from phoihop.clauses.briefings.queries.sheets import sayings
from phoihop.clauses.briefings.queries.sheets.forms import newest_version, sheet_form
from phoihop.clauses.briefings.queries.sheets.targets import Targets, Values
from phoihop.clauses.briefings.queries.sheets.uploads import remembered
from phoihop.clauses.briefings.reporting.periods import Period, read_period
from phoihop.clauses.briefings.workbooks import Figure, Identity, Reading, SheetForm
from phoihop.people.models import Party


@dataclass(frozen=True, slots=True)
class Change:
    """One figure of a file beside what is there."""

    figure: Figure
    label: str
    unit: str
    old: ReportValue | None
    ids: tuple[UUID, UUID | None]

    @property
    def estimate(self) -> bool:
        """Estimate or final: what the file says, or what stood there, where the number stays."""
        if self.figure.estimate is not None:
            return self.figure.estimate
        return bool(self.old and self.old.value == self.figure.value and self.old.estimate)

    @property
    def kind(self) -> str:
        """``new``, ``changed`` or ``same``."""
        if self.old is None or (self.old.value is None and not self.old.typed):
            return "new"
        same = self.old.value == self.figure.value and self.old.estimate == self.estimate
        return "same" if same else "changed"


@dataclass(slots=True)
class Part:
    """The figures of a file for one party and period."""

    period: Period
    party: Party
    report: Report | None  # None: the department opens the period as it takes the file over
    loaded: LoadedForm
    values: Values = field(default_factory=dict, repr=False)
    changes: list[Change] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """How many changes are of a kind."""
        return sum(change.kind == kind for change in self.changes)

    @property
    def fresh(self) -> int:
        """Figures where nothing stood."""
        return self.count("new")

    @property
    def changed(self) -> int:
        """Figures that replace others."""
        return self.count("changed")

    @property
    def same(self) -> int:
        """Figures that stand there already."""
        return self.count("same")


@dataclass(slots=True)
class Preview:
    """What a file says, and what taking it over would do."""

    reading: Reading
    form: SheetForm
    parts: list[Part] = field(default_factory=list)

    @property
    def takeable(self) -> bool:
        """Whether it can be taken over now."""
        return self.reading.takeable and any(part.fresh or part.changed for part in self.parts)

    @property
    def figures(self) -> int:
        """How many figures would be written."""
        return sum(part.fresh + part.changed for part in self.parts)

    @property
    def token(self) -> str:
        """Names what was there when the preview was made: nothing that changed since is overwritten unseen."""
        told = [
            [part.period.code, str(part.party.pk), part.report.status if part.report else "",
             sorted((str(one.ids), str(one.old.value), one.old.typed, one.old.estimate, one.old.version)
                    for one in part.changes if one.old is not None)]
            for part in self.parts
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def read_upload(*, actor: Actor, upload: ReportUpload, data: bytes | None = None) -> tuple[Reading, SheetForm]:
    """Read a file with the answers that were given.

    :raises SheetRefused: it cannot be opened, or holds no figures
    """
    return _read(upload, sheet_form(_form_of(upload)), Targets(actor, upload), data)


def _form_of(upload: ReportUpload) -> LoadedForm:
    if upload.round is not None:
        return shape_of(upload.round.version, upload.round.ends_on)
    version = newest_version(upload.form)
    if version is None:
        raise sayings.refused(sayings.NO_VERSION)
    return shape_of(version, version.effective_from if version.effective_until else upload.created_at.date())


def _read(upload: ReportUpload, form: SheetForm, targets: Targets, data: bytes | None) -> tuple[Reading, SheetForm]:
    content = files.read(upload.file) if data is None else data
    party = upload.party.code if upload.party else ""
    period = upload.round.period if upload.round else ""
    reading = read_exchange(
        content, form, mapping=remembered(upload), answers=upload.plan.get("answers", {}),
        expected=Identity(form.code, str(form.version), period, party), parties=list(targets.parties),
    )  # fmt: skip
    return reading, form


def preview(*, actor: Actor, upload: ReportUpload) -> Preview:
    """Read a file, and set it beside what is there.

    :raises SheetRefused: it cannot be opened, or holds no figures
    """
    targets = Targets(actor, upload)
    reading, form = _read(upload, sheet_form(_form_of(upload)), targets, None)
    found = Preview(reading, form)
    if reading.errors:
        return found
    grouped: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in reading.figures:
        grouped[(figure.period, figure.party)].append(figure)
    targets.look_up(grouped)
    for (period, party), figures in sorted(grouped.items()):
        target = targets.target(read_period(period), party, figures[0], reading)
        if target is not None:
            part = Part(read_period(period), target.party, target.report, target.loaded, target.values)
            _compare(part, figures, reading)
            found.parts.append(part)
    return found


def _compare(part: Part, figures: Iterable[Figure], reading: Reading) -> None:
    labels, known = part.loaded.shape.labels, part.loaded.row_ids
    by_code = part.loaded.shape.by_code
    for figure in figures:
        ids = known.get(figure.cell)
        if ids is None:
            reading.wrong(
                sayings.NOT_IN_VERSION, figure.place, cell=str(figure.cell), period=part.period.label,
                number=part.loaded.version.number,
            )  # fmt: skip
            continue
        unit = by_code[figure.cell.indicator].unit
        part.changes.append(Change(figure, labels[figure.cell], unit, part.values.get(ids), ids))


def findings_after(*, actor: Actor, part: Part) -> list[Finding]:
    """What the form's rules would say of a report once the file is taken over; for its own party alone."""
    report = part.report
    if report is None or report.party_id not in actor.party_ids:
        return []
    cells = part.loaded.cells_by_row()
    values = {cells[ids]: row.value for ids, row in part.values.items() if ids in cells}
    estimates = {cells[ids] for ids, row in part.values.items() if ids in cells and row.estimate}
    for change in part.changes:
        values[change.figure.cell] = change.figure.value
        (estimates.add if change.estimate else estimates.discard)(change.figure.cell)
    earlier = earlier_figures(report)
    return check(part.loaded.shape, values, previous=earlier.previous, last_year=earlier.last_year, estimates=estimates)
