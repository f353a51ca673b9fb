"""One cell saved on the grid of a small, a large and a huge report: it takes the same whatever there is beside it."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import statistics
from decimal import Decimal
from typing import Any

from bench.setting import prepare
from bench.table import Row, seconds_of

PARTS, ROUNDS = 40, 25  # cells of an indicator: its total, and the values of its breakdown
SIZES = (200, 2_000, 20_000)
GOAL = 1.5  # the slowest of them against the smallest


def run() -> list[Row]:
    """The request of the page: one cell is kept, and the rules that speak of it are looked at."""
    prepare()
    from phoihop.testing.cast import stage  # noqa: PLC0415

    cast = stage()
    calls = {size: _saving(cast, size) for size in SIZES}
    for call in calls.values():
        seconds_of(call, 1)
    rounds: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(ROUNDS):  # in turns, so that the machine's moods hit all alike
        for size, call in calls.items():
            rounds[size] += seconds_of(call, 1, warm=0)
    took = {size: statistics.median(times) for size, times in rounds.items()}
    first = took[SIZES[0]]
    return [
        Row(
            f"one cell of {size:,} saved and checked",
            f"{took[size] * 1000:.1f} ms ({took[size] / first:.2f} ×)",
            f"one of {SIZES[0]:,}: {first * 1000:.1f} ms",
            f"≤ {GOAL} ×" if size != SIZES[0] else "–",
            took[size] / first <= GOAL if size != SIZES[0] else None,
        )
        for size in SIZES
    ]


def _saving(cast: Any, size: int) -> Any:
    """A call that saves another figure in the middle of a full report of ``size`` cells."""
    from django.test import Client  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    report = _full_report(cast, size)
    client = Client()
    client.force_login(cast["vnpt"].user, backend="phoihop.people.backends.AccountBackend")
    address = reverse("briefings:report_cells", args=[report.pk])
    cell, figures = f"chi_tieu_{size // PARTS // 2}[h7]", itertools.count(1)

    def save() -> None:
        number = next(figures)
        cells = json.dumps({cell: {"text": str(number + 7), "version": number}})
        response = client.post(address, {"cells": cells})
        if response.status_code != 200 or response.json()["kept"][cell]["version"] != number + 1:
            raise RuntimeError(response.content.decode()[:300])

    return save


def _full_report(cast: Any, size: int) -> Any:
    from phoihop.clauses.briefings.models import ReportValue  # noqa: PLC0415

    report, indicators, codes = _report(cast, size)
    ReportValue.objects.bulk_create(
        (
            ReportValue(
                report=report, indicator=indicator, code=code, value=Decimal(7), changed_at=cast["vnpt"].at, version=1
            )
            for indicator in indicators
            for code in [None, *codes]
        ),
        batch_size=1000,
    )  # fmt: skip
    return report


def _report(cast: Any, size: int) -> tuple[Any, list[Any], list[Any]]:
    """A form of so many indicators, each broken down by the same values; the rules are as many whatever the size."""
    from phoihop.clauses.briefings import models  # noqa: PLC0415

    officer, vnpt = cast["regulator"], cast["vnpt"]
    form = models.ReportForm.objects.create(regulator=officer.party, code=f"B{size}", title="Biểu")
    version = models.FormVersion.objects.create(
        form=form, number=1, status="published", effective_from=dt.date(2020, 1, 1), published_at=officer.at
    )
    section = models.FormSection.objects.create(version=version, title="Mục")
    by = models.Dimension.objects.create(regulator=officer.party, code=f"huyen{size}", name="Huyện")
    codes = [
        models.DimensionCode.objects.create(dimension=by, code=f"h{n}", name=f"Huyện {n}") for n in range(PARTS - 1)
    ]
    indicators = models.Indicator.objects.bulk_create(
        models.Indicator(section=section, code=f"chi_tieu_{n}", name=f"Chỉ tiêu {n}", unit="thuê bao")
        for n in range(size // PARTS)
    )
    through = models.Indicator.dimensions.through
    through.objects.bulk_create(through(indicator=one, dimension=by) for one in indicators)
    middle = size // PARTS // 2
    models.FormRule.objects.create(
        version=version, kind="compare", left=f"chi_tieu_{middle}[*]", operator="<=", message="Nhiều hơn.",
        right=f"chi_tieu_{middle + 1}[*]", severity="warning",
    )  # fmt: skip
    round_ = models.ReportRound.objects.create(
        programme=cast["programme"], version=version, title="Kỳ", period="2026H1", starts_on=dt.date(2026, 1, 1),
        ends_on=dt.date(2026, 6, 30), opens_on=dt.date(2026, 1, 1), due_on=dt.date(2198, 1, 1),
        lock_on=dt.date(2199, 1, 1), status="open",
    )  # fmt: skip
    return models.Report.objects.create(round=round_, party=vnpt.party), list(indicators), codes
