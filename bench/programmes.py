"""Opening one programme among 10,000 against opening the only one."""

from __future__ import annotations

from bench.setting import prepare
from bench.table import Row, pairs_of

PROGRAMMES, ROUNDS = 10_000, 30
GOAL = 1.5


def run() -> list[Row]:
    """Time the page of one programme when its neighbours are many, and when they are gone."""
    prepare()
    from django.test import Client  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from phoihop.base.access import Role  # noqa: PLC0415
    from phoihop.programme.models import Programme  # noqa: PLC0415
    from phoihop.testing.cast import seat  # noqa: PLC0415
    from phoihop.testing.factories import ProgrammeFactory, RegulatorFactory  # noqa: PLC0415

    lead, other = RegulatorFactory(), RegulatorFactory()
    programme = ProgrammeFactory(lead=lead)
    member = seat(lead, Role.OFFICER, "Chuyên viên", "bench-programmes@example.vn")
    client = Client()
    client.force_login(member.user, backend="phoihop.people.backends.AccountBackend")
    address = reverse("programme:programme_detail", args=[programme.pk])
    alone, bare = pairs_of(lambda: client.get(address), lambda: client.get("/bare/"), ROUNDS)
    Programme.objects.bulk_create(
        [Programme(lead=other, name=f"Chương trình {n}", place="tỉnh", first_year=2020) for n in range(PROGRAMMES)],
        batch_size=1000,
    )
    among, _bare = pairs_of(lambda: client.get(address), lambda: client.get("/bare/"), ROUNDS)
    ratio = among / alone
    what = f"one programme among {PROGRAMMES:,}"
    return [
        Row(
            what,
            f"{among * 1000:.1f} ms",
            f"alone {alone * 1000:.1f} ms, bare page {bare * 1000:.1f} ms",
            f"≤ {GOAL} × alone",
            ratio <= GOAL,
        )
    ]
