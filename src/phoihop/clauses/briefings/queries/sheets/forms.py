"""Forms as workbooks and exchange files know them."""

from __future__ import annotations

from phoihop.clauses.briefings.models import FormStatus, FormVersion, ReportForm
from phoihop.clauses.briefings.queries.forms.shapes import LoadedForm
from phoihop.clauses.briefings.workbooks import Section, SheetForm


def sheet_form(loaded: LoadedForm) -> SheetForm:
    """A version of a form, without its rows."""
    version = loaded.version
    rows = [(section, list(section.indicators.all())) for section in loaded.sections]
    notes = {
        row.code: "; ".join(filter(None, [row.definition.strip(), row.statutory_note.strip()]))
        for _section, indicators in rows
        for row in indicators
    }
    return SheetForm(
        version.form.code, version.form.title, version.number, version.period_type, loaded.shape,
        tuple(Section(section.title, tuple(row.code for row in some), section.guidance) for section, some in rows),
        notes, version.form.voluntary,
    )  # fmt: skip


def newest_version(form: ReportForm) -> FormVersion | None:
    """The published version that came last: by it a file of several periods is read."""
    found = FormVersion.objects.filter(form=form, status=FormStatus.PUBLISHED).select_related("form")
    return found.order_by("-effective_from", "-number").first()
