"""A closed round in which three enterprises reported subscribers, their technologies and revenue."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from phoihop.clauses.briefings.models import (
    DimensionCode,
    Indicator,
    Report,
    ReportRound,
    ValueEdition,
)
from phoihop.clauses.briefings.tests.reports.conftest import make_form
from phoihop.testing.cast import NOON

# Revenue of VNPT is its secret: the others must not come near to it.
FIGURES = {"vnpt": (3000, 2000, 1000, 987654), "viettel": (2800, 1800, 1000, 20), "post": (2600, 1800, 800, 10)}
AT = dt.date(2026, 6, 30)


def accept(report: Report, values: tuple[int, ...], edition: int = 1) -> None:
    """As if the department had accepted these figures."""
    subscribers, revenue = Indicator.objects.order_by("position")[:2]
    codes = {code.code: code for code in DimensionCode.objects.all()}
    cells = ((subscribers, None), (subscribers, codes["4g"]), (subscribers, codes["5g"]), (revenue, None))
    ValueEdition.objects.bulk_create(
        ValueEdition(report=report, edition=edition, indicator=indicator, code=code, value=Decimal(value))
        for (indicator, code), value in zip(cells, values, strict=True)
    )
    Report.objects.filter(pk=report.pk).update(status="accepted", edition=edition, accepted_at=NOON)


def make_round(programme, version, **values) -> ReportRound:
    usual = {"title": "6 tháng đầu năm 2026", "period": "2026H1", "starts_on": dt.date(2026, 1, 1), "ends_on": AT}
    dates = {"opens_on": dt.date(2026, 6, 1), "due_on": dt.date(2026, 6, 10), "lock_on": dt.date(2026, 6, 12)}
    return ReportRound.objects.create(
        programme=programme, version=version, status="closed", **(usual | dates | values)
    )  # fmt: skip


@pytest.fixture
def version(regulator):
    return make_form(regulator)


@pytest.fixture
def round_(programme, version, vnpt, viettel, post):
    row = make_round(programme, version)
    for member, name in ((vnpt, "vnpt"), (viettel, "viettel"), (post, "post")):
        accept(Report.objects.create(round=row, party=member.party), FIGURES[name])
    return row
