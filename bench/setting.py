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


def programme_with(activities: int, years: int = 20) -> tuple[Any, Any]:
    """A regulator's officer, and a programme of many years with as many activities; ten of the past are left open."""
    from django.utils import timezone  # noqa: PLC0415

    from phoihop.programme.models import Activity, Plan, PlanItem  # noqa: PLC0415
    from phoihop.testing.cast import stage  # noqa: PLC0415
    from phoihop.testing.factories import ClauseFactory, MemorandumFactory  # noqa: PLC0415

    cast = stage()
    programme = cast["programme"]
    today = timezone.localdate()
    memorandum = MemorandumFactory(
        programme=programme, starts_on=dt.date(today.year, 1, 1), ends_on=dt.date(today.year, 12, 31)
    )
    clauses = [ClauseFactory(memorandum=memorandum, order=n) for n in range(1, 6)]
    items, rows = [], []
    for back in range(years):
        year = today.year - back
        plan = Plan.objects.create(programme=programme, memorandum=memorandum, year=year, status="frozen")
        for number in range(activities // years):
            day = dt.date(year, 1, 1) + dt.timedelta(days=number * 365 * years // activities)
            open_still = day >= today or (back == 0 and today - day < dt.timedelta(days=8))
            item, row = _pair(plan, clauses[number % 5], number, day, done=not open_still)
            items.append(item)
            rows.append(row)
    PlanItem.objects.bulk_create(items, batch_size=1000)
    Activity.objects.bulk_create(rows, batch_size=1000)
    return cast["regulator"], programme


def _pair(plan: Any, clause: Any, number: int, day: dt.date, *, done: bool) -> tuple[Any, Any]:
    """An item of a plan and its activity."""
    from phoihop.programme.models import Activity, PlanItem  # noqa: PLC0415

    lead = plan.programme.lead
    title = f"Hoạt động {number}"
    item = PlanItem(plan=plan, clause=clause, title=title, starts_on=day, ends_on=day, owner=lead, order=number)
    moment = dt.datetime.combine(day, dt.time(1), tzinfo=dt.UTC)
    row = Activity(
        item=item,
        programme=plan.programme,
        title=title,
        starts_at=moment,
        ends_at=moment + dt.timedelta(hours=2),
        status="closed" if done else "scheduled",
        closed_at=moment if done else None,
    )
    return item, row
