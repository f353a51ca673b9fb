import datetime as dt

import pytest
from django.urls import reverse

from phoihop.programme.models import ActivityStatus
from phoihop.programme.queries.programmes import current_clauses, glance, plan_years
from phoihop.testing.factories import (
    ActivityFactory,
    ClauseFactory,
    MemorandumFactory,
    PlanFactory,
    PlanItemFactory,
    ProgrammeFactory,
)

LATER = dt.datetime(2026, 7, 1, 8, tzinfo=dt.timezone(dt.timedelta(hours=7)))


@pytest.fixture
def year(programme):
    """A memorandum in force, its plan, one activity late and one to come."""
    memorandum = MemorandumFactory(programme=programme)
    ClauseFactory(memorandum=memorandum, heading="Giao ban")
    plan = PlanFactory(programme=programme, memorandum=memorandum)
    for start in (LATER, LATER - dt.timedelta(days=60)):
        ActivityFactory(
            programme=programme, item=PlanItemFactory(plan=plan), status=ActivityStatus.SCHEDULED, starts_at=start,
            ends_at=start + dt.timedelta(hours=2),
        )  # fmt: skip
    return memorandum


def test_the_year_at_a_glance(regulator, programme, year):
    found = glance(actor=regulator, programme=programme)

    assert (found.memorandum, found.total, found.late, found.done) == (year, 2, 1, 0)
    assert [activity.starts_at for activity in found.coming] == [LATER]


def test_clauses_and_years_for_filters(vnpt, regulator, programme, year):
    assert [clause.heading for clause in current_clauses(actor=regulator, programme=programme)] == ["Giao ban"]
    assert plan_years(actor=regulator, programme=programme) == [2026]


@pytest.mark.parametrize("who", ["regulator", "vnpt", "auditor"])
def test_everybody_in_it_reads_the_page(client_of, cast, programme, year, who):
    page = client_of(cast[who]).get(reverse("programme:programme_detail", args=[programme.pk]))

    assert page.status_code == 200
    assert "Viettel Hải Dương" in page.content.decode()


def test_a_programme_of_others_does_not_exist(client_of, vnpt):
    other = ProgrammeFactory()

    assert client_of(vnpt).get(reverse("programme:programme_detail", args=[other.pk])).status_code == 404


def test_the_list_shows_ones_own(client_of, vnpt, programme):
    other = ProgrammeFactory(name="Chương trình tỉnh khác")

    body = client_of(vnpt).get(reverse("programme:programme_list")).content.decode()

    assert programme.name in body
    assert other.name not in body


def test_renaming(client_of, regulator, programme):
    data = {"name": "Tên mới", "place": "thành phố Hải Phòng", "first_year": "2024"}

    page = client_of(regulator).post(reverse("programme:programme_edit", args=[programme.pk]), data)

    programme.refresh_from_db()
    assert page.status_code == 302
    assert (programme.name, programme.place) == ("Tên mới", "thành phố Hải Phòng")


def test_an_officer_of_another_body_cannot_rename(client_of, regulator):
    other = ProgrammeFactory()

    assert client_of(regulator).get(reverse("programme:programme_edit", args=[other.pk])).status_code == 404


def test_nobody_joins_another_bodys_programme_by_the_page(client_of, regulator):
    other = ProgrammeFactory()

    page = client_of(regulator).post(reverse("programme:programme_join", args=[other.pk]), {})

    assert page.status_code == 404
