"""A published table in which VNPT's revenue is hidden, and one that only the department knows of."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from phoihop.clauses.briefings.actions.pooled.making import make_publication
from phoihop.clauses.briefings.actions.pooled.publishing import publish
from phoihop.clauses.briefings.models import (
    FormSection,
    FormVersion,
    Indicator,
    Report,
    ReportForm,
    ReportRound,
    ValueEdition,
)
from phoihop.testing.cast import NOON
from tests.access.markers import FIGURE

if TYPE_CHECKING:
    from tests.access.world import World

NAMES = ("vnpt", "viettel", "post")
SUBSCRIBERS = ("31000", "29000", "28000")
REVENUE = (FIGURE, "20", "10")  # one among two small ones: nothing of it may be shown


def pooled(world: World) -> None:
    """Three accepted reports of a year ago; two tables, of which one is published."""
    officer = world.people["regulator"]
    form = ReportForm.objects.create(regulator=officer.party, code="GB-00", title="Số liệu giao ban")
    version = FormVersion.objects.create(
        form=form, number=1, status="published", effective_from=dt.date(2020, 1, 1), published_at=NOON
    )
    section = FormSection.objects.create(version=version, title="Số liệu chung")
    indicators = [
        Indicator.objects.create(section=section, code=code, name=name, unit="đơn vị", nature="stock", position=at)
        for at, (code, name) in enumerate((("thue_bao", "Thuê bao"), ("doanh_thu", "Doanh thu")))
    ]
    row = ReportRound.objects.create(
        programme=world.programme, version=version, status="closed", title="6 tháng đầu năm 2025", period="2025H1",
        starts_on=dt.date(2025, 1, 1), ends_on=dt.date(2025, 6, 30), opens_on=dt.date(2025, 6, 1),
        due_on=dt.date(2025, 7, 10), lock_on=dt.date(2025, 7, 25),
    )  # fmt: skip
    for name, *values in zip(NAMES, SUBSCRIBERS, REVENUE, strict=True):
        report = Report.objects.create(
            round=row, party=world.people[name].party, status="accepted", edition=1, accepted_at=NOON
        )
        ValueEdition.objects.bulk_create(
            ValueEdition(report=report, edition=1, indicator=indicator, value=Decimal(value))
            for indicator, value in zip(indicators, values, strict=True)
        )
    shown = publish(actor=officer, publication=make_publication(actor=officer, round=row))
    waiting = make_publication(actor=officer, round=row)
    world.args |= {
        "pooled": (shown.pk,), "pooled_waiting": (waiting.pk,), "pooled_round": (row.pk,),
        "pooled_csv": (shown.pk, "csv"), "pooled_xlsx": (waiting.pk, "xlsx"),
    }  # fmt: skip
