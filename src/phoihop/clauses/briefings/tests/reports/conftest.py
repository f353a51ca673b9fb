"""A form of two indicators, one broken down by technology; a round of it that is open on the cast's day."""

import datetime as dt

import pytest

from phoihop.clauses.briefings.actions.reports import filling, reviewing, rounds, submitting
from phoihop.clauses.briefings.actions.reports.filling import Change
from phoihop.clauses.briefings.checking import cell_of
from phoihop.clauses.briefings.models import (
    Dimension,
    DimensionCode,
    FormRule,
    FormSection,
    FormVersion,
    Indicator,
    Report,
    ReportForm,
)
from phoihop.clauses.briefings.reporting.periods import read_period
from phoihop.testing.cast import NOON

DATES = rounds.Dates(dt.date(2026, 6, 1), dt.date(2026, 6, 20), dt.date(2026, 6, 30))


def make_form(regulator, code="VT-01"):
    """Subscribers, of which on 4G and 5G; revenue. A rule warns where subscribers fall by more than half."""
    form = ReportForm.objects.create(regulator=regulator.party, code=code, title="Số liệu viễn thông")
    version = FormVersion.objects.create(
        form=form, number=1, status="published", effective_from=dt.date(2020, 1, 1), published_at=NOON
    )
    section = FormSection.objects.create(version=version, title="Thuê bao, doanh thu")
    network = Dimension.objects.create(regulator=regulator.party, code="cong_nghe", name="Theo công nghệ")
    for position, tech in enumerate(("4g", "5g")):
        DimensionCode.objects.create(dimension=network, code=tech, name=tech.upper(), position=position)
    subscribers = Indicator.objects.create(
        section=section, code="thue_bao", name="Thuê bao di động", unit="thuê bao", nature="stock"
    )
    subscribers.dimensions.add(network)
    Indicator.objects.create(
        section=section, code="doanh_thu", name="Doanh thu", unit="triệu đồng", decimals=1, position=1
    )
    FormRule.objects.create(
        version=version, kind="previous", left="thue_bao", least_percent=50, severity="warning",
        message="Thuê bao giảm quá nửa so với kỳ trước.",
    )  # fmt: skip
    return version


@pytest.fixture
def version(regulator):
    return make_form(regulator)


@pytest.fixture
def round_(regulator, programme, version):
    row = rounds.draft_round(
        actor=regulator, programme=programme, version=version, period=read_period("2026H1"), dates=DATES
    )
    return rounds.open_round(actor=regulator, round_=row)


@pytest.fixture
def report(round_, vnpt):
    return fresh(Report.objects.get(round=round_, party=vnpt.party))


def fresh(report):
    """The report as it is in the database."""
    return Report.objects.select_related("round__version__form", "round__programme__lead", "party").get(pk=report.pk)


def fill(actor, report, versions=None, **texts):
    """Type into cells; ``thue_bao__4g`` names a cell of a breakdown."""
    cells = {cell_of(name.replace("__", "[") + "]" * ("__" in name)): name for name in texts}
    changes = [Change(cell, texts[name], (versions or {}).get(name, 0)) for cell, name in cells.items()]
    return filling.save_cells(actor=actor, report=report, changes=changes)


WHOLE = {"thue_bao": "1.923", "thue_bao__4g": "1.900", "thue_bao__5g": "23", "doanh_thu": "12,5"}


@pytest.fixture
def submitted(report, vnpt):
    fill(vnpt, report, **WHOLE)
    submitting.submit_report(actor=vnpt, report=report)
    return fresh(report)


@pytest.fixture
def accepted(submitted, regulator):
    reviewing.accept_report(actor=regulator, report=submitted)
    return fresh(submitted)
