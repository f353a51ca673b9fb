"""A throw-away SQLite installation for the benchmarks."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from typing import Any

_ready = False


def prepare() -> None:
    """Set Django up on an empty database in a temporary folder, once a process."""
    global _ready  # noqa: PLW0603 - one process, one database
    if _ready:
        return
    os.environ["PHOIHOP_HOME"] = tempfile.mkdtemp(prefix="phoihop-bench-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0, run_syncdb=True)
    _ready = True


def programme_with(activities: int) -> tuple[Any, Any]:
    """A regulator's officer, and a programme with many activities of one plan."""
    from phoihop.programme.models import Activity, Plan, PlanItem  # noqa: PLC0415
    from phoihop.testing.cast import stage  # noqa: PLC0415
    from phoihop.testing.factories import ClauseFactory, MemorandumFactory  # noqa: PLC0415

    cast = stage()
    programme = cast["programme"]
    from django.utils import timezone  # noqa: PLC0415

    today = timezone.localdate()
    memorandum = MemorandumFactory(
        programme=programme, starts_on=dt.date(today.year, 1, 1), ends_on=dt.date(today.year, 12, 31)
    )
    clauses = [ClauseFactory(memorandum=memorandum, order=n) for n in range(1, 6)]
    plan = Plan.objects.create(programme=programme, memorandum=memorandum, year=today.year, status="frozen")
    start = dt.datetime(today.year, 1, 1, 8, tzinfo=dt.UTC)
    items, rows = [], []
    for number in range(activities):
        moment = start + dt.timedelta(minutes=number * 365 * 24 * 60 // activities)
        item = PlanItem(
            plan=plan,
            clause=clauses[number % 5],
            title=f"Hoạt động {number}",
            starts_on=moment.date(),
            ends_on=moment.date(),
            owner=programme.lead,
            order=number % 30000,
        )
        items.append(item)
        done = moment.date() < today
        rows.append(
            Activity(
                item=item,
                programme=programme,
                title=item.title,
                starts_at=moment,
                ends_at=moment + dt.timedelta(hours=2),
                status="closed" if done else "scheduled",
                closed_at=moment if done else None,
            )
        )
    PlanItem.objects.bulk_create(items, batch_size=1000)
    Activity.objects.bulk_create(rows, batch_size=1000)
    return cast["regulator"], programme
