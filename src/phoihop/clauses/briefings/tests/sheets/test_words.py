"""Periods and units as people write them."""

import doctest
from decimal import Decimal

import pytest

from phoihop.clauses.briefings.workbooks import encodings, matching, parts, periods, units


@pytest.mark.parametrize("module", [encodings, matching, parts, periods, units])
def test_what_the_docstrings_say_is_true(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("6 tháng đầu năm 2026", "2026H1"), ("6T cuối năm 2025", "2025H2"), ("Thực hiện 6 tháng năm 2026", "2026H1"),
        ("2026S2", "2026H2"), ("2026h1", "2026H1"), ("Quý IV năm 2025", "2025Q4"), ("Q1/2026", "2026Q1"),
        ("Tháng 5/2026", "2026-05"), ("05/2026", "2026-05"), ("202605", "2026-05"), ("Năm 2025", "2025"),
        ("2025", "2025"), ("từ 01/01/2026 đến 30/6/2026", "2026H1"), ("2026-07-01/P6M", "2026H2"),
        ("2026-01-01/2026-03-31", "2026Q1"), ("2026-01-01T00:00:00/P1Y", "2026"),
        ("Số liệu", None), ("2025 và 2026", None), ("quý I/2026 và quý II/2026", None), ("2026-02-01/P6M", None),
        ("ngày 30/6/2026", None), ("2026-13-01/P1M", None), ("tháng 13/2026", None), ("92.000", None),
    ],
)  # fmt: skip
def test_a_period_is_heard(text, code):
    found = periods.period_said(text)

    assert (found.code if found else None) == code


@pytest.mark.parametrize("code", ["2026H1", "2026Q3", "2026-05", "2026"])
def test_a_period_survives_the_way_there_and_back(code):
    period = periods.read_period(code)

    assert periods.from_dhis2(periods.to_dhis2(period)) == period
    assert periods.from_iso(periods.to_iso(period)) == period


@pytest.mark.parametrize(
    ("found", "wanted", "times"),
    [
        ("triệu đồng", "triệu đồng", "1"), ("Tỷ đồng", "triệu đồng", "1000"), ("đồng", "triệu đồng", "0.000001"),
        ("nghìn", "thuê bao", "1000"), ("VNĐ", "đồng", "1"), ("km", "trạm", None),
    ],
)  # fmt: skip
def test_a_unit_is_compared(found, wanted, times):
    assert units.factor(found, wanted) == (None if times is None else Decimal(times))
