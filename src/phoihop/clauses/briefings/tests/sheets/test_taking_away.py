"""Templates and exports, and what nobody may take away."""

import json

import pytest

from phoihop.base.errors import NotAllowed, NotVisible
from phoihop.base.models import AuditEntry
from phoihop.clauses.briefings.actions.reports import reviewing, submitting
from phoihop.clauses.briefings.actions.sheets import exporting
from phoihop.clauses.briefings.exchange import adx_faults, json_faults
from phoihop.clauses.briefings.models import Report
from phoihop.clauses.briefings.tests.reports.conftest import WHOLE, fill, fresh
from phoihop.clauses.briefings.tests.sheets.conftest import kept, take
from phoihop.clauses.briefings.workbooks import open_book

SECRET = "98.765"


def report_of(member, report):
    """Another party's report of the same round."""
    return fresh(Report.objects.get(round=report.round, party=member.party))


@pytest.fixture
def handed_in(vnpt, viettel, report):
    """VNPT handed its report in; Viettel's, with a figure nobody else may read, is being typed."""
    fill(vnpt, report, **WHOLE)
    submitting.submit_report(actor=vnpt, report=report)
    fill(viettel, report_of(viettel, report), thue_bao=SECRET)
    return fresh(report)


def test_a_template_holds_what_is_there_and_comes_back(vnpt, report, send):
    fill(vnpt, report, thue_bao="1.923")

    made = exporting.template_of(actor=vnpt, report=report)

    assert made.name == "vt-01-vnpt-2026h1.xlsx"
    pages = {page.name: page for page in open_book(made.content).pages}
    assert list(pages) == ["Báo cáo", "Kiểm tra", "_phoihop"]
    pages["Báo cáo"].rows[8][6] = 7
    fill(vnpt, report, versions={"thue_bao": 1}, thue_bao="5")
    assert take(vnpt, send(report, made.content)) == 1
    assert kept(report) == {"thue_bao": (1923, False)}


def test_a_template_is_for_those_who_fill_it_in(viettel, regulator, report):
    for stranger in (viettel, regulator):
        with pytest.raises(NotAllowed):
            exporting.template_of(actor=stranger, report=report)


@pytest.mark.parametrize("form", list(exporting.FORMS))
def test_a_round_is_what_was_handed_in_for_the_department_and_ones_own_for_a_party(
    form, vnpt, viettel, regulator, handed_in
):
    texts = {
        member.party.code: _text(exporting.export_round(actor=member, round_=handed_in.round, form=form).content)
        for member in (vnpt, viettel, regulator)
    }

    assert ["1923" in texts[code] for code in ("VNPT", "VTL", "STTTT")] == [True, False, True]
    assert ["98765" in texts[code] for code in ("VNPT", "VTL", "STTTT")] == [False, True, False]


def _text(content):
    if not content.startswith(b"PK"):
        return content.decode("utf-8-sig")
    return " ".join(
        str(cell).removesuffix(".0") for page in open_book(content).pages for row in page.rows for cell in row
    )


def test_exports_are_as_published_and_told_in_the_history(regulator, handed_in):
    adx = exporting.export_report(actor=regulator, report=handed_in, form="adx")
    sets = exporting.export_report(actor=regulator, report=handed_in, form="json")

    assert adx_faults(adx.content) == json_faults(sets.content) == []
    assert json.loads(sets.content)["completeDate"] == "2026-06-15"
    told = AuditEntry.objects.filter(event="briefings.report.exported")
    assert [entry.after for entry in told.order_by("seq")] == [
        {"form": "adx", "figures": 4}, {"form": "json", "figures": 4},
    ]  # fmt: skip


def test_figures_that_are_being_typed_are_the_partys_own(viettel, regulator, vnpt, handed_in):
    theirs = report_of(viettel, handed_in)

    for stranger in (regulator, vnpt):
        with pytest.raises(NotVisible):
            exporting.export_report(actor=stranger, report=theirs, form="csv")


def test_the_department_takes_what_was_accepted_not_what_is_corrected(vnpt, regulator, handed_in):
    reviewing.accept_report(actor=regulator, report=handed_in)
    reviewing.reopen_report(actor=regulator, report=fresh(handed_in), reason="Sửa số")
    fill(vnpt, fresh(handed_in), versions={"thue_bao": 1}, thue_bao="4.444")

    taken = {
        member.party.code: exporting.export_report(actor=member, report=fresh(handed_in), form="csv").content
        for member in (vnpt, regulator)
    }

    assert (b"4444" in taken["VNPT"], b"4444" in taken["STTTT"]) == (True, False)
    assert b"1923" in taken["STTTT"]
