"""The national days in the package."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.programme.day_loading import load_named_days
from phoihop.programme.models import NamedDay
from phoihop.programme.queries import days as queries

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing():
    first = load_named_days()
    before = list(NamedDay.objects.order_by("code").values())
    second = load_named_days()

    assert first == second == NamedDay.objects.count()
    assert list(NamedDay.objects.order_by("code").values()) == before


def test_a_change_of_the_file_reaches_the_database():
    load_named_days()
    NamedDay.objects.filter(code="bao-chi").update(day=1)

    load_named_days()

    assert NamedDay.objects.get(code="bao-chi").day == 21


def test_a_regulators_own_day_is_left_alone(regulator):
    own = NamedDay.objects.create(
        keeper=regulator.party, code="bao-chi", name_vi="Riêng", month=6, day=20, category="industry"
    )

    load_named_days()

    own.refresh_from_db()
    assert own.name_vi == "Riêng"


def test_every_day_has_both_names_and_stands_where_it_should(regulator):
    load_named_days()

    found = {day.code: day.starts_on for day in queries.named_days(actor=regulator, lead_id=None, year=2026)}

    assert not NamedDay.objects.filter(name_en="").exists()
    assert found["buu-dien"] == dt.date(2026, 8, 15)
    assert found["nganh-tttt"] == dt.date(2026, 8, 28)
    assert found["van-hoa"] == dt.date(2026, 11, 24)
    assert found["tet-nguyen-dan"] == dt.date(2026, 2, 17)
