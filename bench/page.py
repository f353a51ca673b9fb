"""The dashboard of a programme with 10,000 activities against a bare Django page in the same process."""

from __future__ import annotations

from typing import Any

from bench.setting import prepare, programme_with
from bench.table import Row, pairs_of

ACTIVITIES, ROUNDS = 10_000, 30
GOAL = 3.0


def run() -> list[Row]:
    """Time a person's first page, the director's page and the list of activities."""
    prepare()
    from django.test import Client  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    officer, programme = programme_with(ACTIVITIES)
    client = Client()
    client.force_login(officer.user, backend="phoihop.people.backends.AccountBackend")
    pages = {
        "first page": reverse("home"),
        "director's page": reverse("programme:overview", args=[programme.pk]),
        "list of activities": reverse("programme:activity_list", args=[programme.pk]),
    }
    rows = [_after_an_action(client, officer)]
    for name, address in pages.items():
        if client.get(address).status_code != 200:
            raise RuntimeError(f"{address} did not answer 200")
        ours, bare = pairs_of(lambda a=address: client.get(a), lambda: client.get("/bare/"), ROUNDS)  # type: ignore[misc]
        ratio = ours / bare
        goal = f"≤ {GOAL:.0f} × bare"
        rows.append(
            Row(
                f"{name}, {ACTIVITIES:,} activities",
                f"{ours * 1000:.1f} ms ({ratio:.1f} ×)",
                f"bare page {bare * 1000:.1f} ms",
                goal,
                ratio <= GOAL,
            )
        )
    return rows


def _after_an_action(client: Any, officer: Any) -> Row:
    """The first page when somebody has just done something, so that everything due is asked anew."""
    from phoihop.base import audit  # noqa: PLC0415

    def changed() -> None:
        audit.record(officer, "bench.nothing.done", officer.party)
        client.get("/")

    ours, bare = pairs_of(changed, lambda: client.get("/bare/"), ROUNDS)
    told = f"{ours * 1000:.1f} ms ({ours / bare:.1f} ×)"
    return Row("first page after an action, the action with it", told, f"bare page {bare * 1000:.1f} ms", "–", None)
