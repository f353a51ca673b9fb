from decimal import Decimal

import pytest

from phoihop.base.access import Role
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.clauses.briefings.actions.reports.filling import Change, NotOpen, save_cells
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import ReportValue
from phoihop.clauses.briefings.queries.reports.findings import findings_around
from phoihop.clauses.briefings.tests.reports.conftest import DATES, WHOLE, fill
from phoihop.testing.cast import seat

TOTAL, PART = Cell("thue_bao"), Cell("thue_bao", "4g")


def test_figures_are_read_the_vietnamese_way(report, vnpt):
    saved = fill(vnpt, report, thue_bao="1.923", doanh_thu="1.923,5")

    assert saved.kept[TOTAL].text == "1.923"
    assert ReportValue.objects.get(indicator__code="doanh_thu").value == Decimal("1923.5")


def test_a_blank_is_no_zero(report, vnpt):
    saved = fill(vnpt, report, thue_bao="1")

    fill(vnpt, report, {"thue_bao": saved.kept[TOTAL].version}, thue_bao="")

    row = ReportValue.objects.get()
    assert (row.value, row.version) == (None, 2)


def test_what_is_no_figure_is_kept_and_told(report, vnpt):
    saved = fill(vnpt, report, thue_bao="1.92x")

    row = ReportValue.objects.get()
    assert (row.value, row.typed) == (None, "1.92x")
    assert "1.923,5" in saved.kept[TOTAL].problem


def test_two_people_in_two_cells_lose_nothing(report, vnpt):
    colleague = seat(vnpt.party, Role.OFFICER, "Chuyên viên VNPT", "hai@example.vn")
    fill(vnpt, report, thue_bao="10")

    fill(colleague, report, thue_bao__4g="4")

    assert sorted(ReportValue.objects.values_list("value", flat=True)) == [4, 10]


def test_two_people_in_one_cell_see_both_figures(report, vnpt):
    colleague = seat(vnpt.party, Role.OFFICER, "Chuyên viên VNPT", "hai@example.vn")
    fill(vnpt, report, thue_bao="10")

    saved = fill(colleague, report, thue_bao="11", doanh_thu="5")

    conflict = saved.conflicts[TOTAL]
    assert (conflict.text, conflict.by) == ("10", "Đầu mối VNPT")
    assert ReportValue.objects.get(indicator__code="thue_bao").value == 10
    assert ReportValue.objects.get(indicator__code="doanh_thu").value == 5
    chosen = fill(colleague, report, {"thue_bao": conflict.version}, thue_bao="11")
    assert chosen.kept[TOTAL].version == 2


def test_the_same_figure_twice_is_no_conflict(report, vnpt):
    fill(vnpt, report, thue_bao="10")

    saved = fill(vnpt, report, thue_bao="10")

    assert (saved.conflicts, saved.written, saved.kept[TOTAL].version) == ({}, [], 1)


def test_a_pasted_block_is_read_in_its_own_style(report, vnpt):
    changes = [Change(TOTAL, "1,923"), Change(Cell("doanh_thu"), "1,923.5")]

    save_cells(actor=vnpt, report=report, changes=changes, pasted=True)

    assert {row.indicator.code: row.value for row in ReportValue.objects.all()} == {
        "thue_bao": Decimal(1923), "doanh_thu": Decimal("1923.5"),
    }  # fmt: skip


def test_an_unknown_cell_is_refused_whole(report, vnpt):
    with pytest.raises(Refused, match="khong_co"):
        fill(vnpt, report, thue_bao="1", khong_co="2")
    assert not ReportValue.objects.exists()


def test_a_rival_and_the_department_type_nothing(report, viettel, regulator):
    for other in (viettel, regulator):
        with pytest.raises(NotAllowed):
            fill(other, report, thue_bao="1")


def test_after_the_lock_nothing_is_taken(report, vnpt):
    with pytest.raises(NotOpen):
        fill(vnpt.on(DATES.lock_on.replace(month=7, day=1)), report, thue_bao="1")


def test_a_report_handed_in_takes_nothing(submitted, vnpt):
    with pytest.raises(NotOpen):
        fill(vnpt, submitted, thue_bao="1")


def test_the_history_names_cells_and_no_figure(report, vnpt):
    fill(vnpt, report, doanh_thu="987.654,3")

    entry = AuditEntry.objects.get(event="briefings.report.filled")
    assert entry.after["cells"] == ["doanh_thu"]
    assert "987" not in str((entry.before, entry.after, entry.object_text))


def test_saving_one_cell_asks_the_same_whatever_there_is(report, vnpt, django_assert_max_num_queries):
    fill(vnpt, report, **{name: text for name, text in WHOLE.items() if name != "doanh_thu"})

    with django_assert_max_num_queries(16):
        fill(vnpt, report, doanh_thu="1")


def test_findings_speak_of_what_changed(report, vnpt):
    fill(vnpt, report, thue_bao="10", thue_bao__4g="8", thue_bao__5g="1", doanh_thu="1,55")

    around = findings_around(actor=vnpt, report=report, indicators=["thue_bao"])

    assert [(one.check, one.cell) for one in around.findings] == [("sum", TOTAL)]
    assert around.indicators == {"thue_bao"}
