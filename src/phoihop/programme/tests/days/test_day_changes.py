"""Adding, changing and removing a regulator's own days."""

from __future__ import annotations

import pytest
from django.urls import reverse

from phoihop.base.models import AuditEntry
from phoihop.programme.day_loading import load_named_days
from phoihop.programme.models import NamedDay
from phoihop.testing.factories import RegulatorFactory

NEW = reverse("programme:day_new")


def typed(regulator, **values):
    return {
        "keeper_id": str(regulator.party.pk), "name_vi": "Ngày thành lập Sở", "name_en": "", "category": "founding",
        "rule": "solar", "day": 1, "month": 8, "year": "", "length_days": 1, "first_year": "", **values,
    }  # fmt: skip


def test_day_is_added_with_a_code_of_its_name(regulator, client_of):
    answer = client_of(regulator).post(NEW, typed(regulator))

    day = NamedDay.objects.get()
    assert answer.status_code == 302
    assert (day.code, day.keeper) == ("ngay-thanh-lap-so", regulator.party)
    assert AuditEntry.objects.filter(event="programme.day.added").exists()


def test_day_instead_of_a_national_one_keeps_its_code(regulator, client_of):
    load_named_days()
    national = NamedDay.objects.get(code="tet-nguyen-dan")

    client_of(regulator).post(
        f"{NEW}?instead={national.pk}",
        typed(regulator, rule="date", year=2027, month=2, day=4, length_days=7, category="holiday"),
    )

    assert NamedDay.objects.get(keeper=regulator.party).code == "tet-nguyen-dan"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"rule": "date"}, "year"),
        ({"day": 31, "month": 6}, "day"),
        ({"rule": "lunar", "day": 31}, "day"),
        ({"rule": "date", "year": 2027, "month": 2, "day": 29}, "day"),
    ],
)
def test_days_that_cannot_be_are_refused(regulator, client_of, values, field):
    answer = client_of(regulator).post(NEW, typed(regulator, **values))

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not NamedDay.objects.exists()


def test_day_is_changed_and_removed(regulator, client_of):
    client = client_of(regulator)
    client.post(NEW, typed(regulator))
    day = NamedDay.objects.get()

    client.post(reverse("programme:day_edit", args=[day.pk]), typed(regulator, day=2))
    day.refresh_from_db()
    assert day.day == 2

    client.post(reverse("programme:day_remove", args=[day.pk]))
    assert not NamedDay.objects.exists()


def test_national_day_is_not_changed(regulator, client_of):
    load_named_days()
    national = NamedDay.objects.get(code="bao-chi")

    client_of(regulator).post(reverse("programme:day_edit", args=[national.pk]), typed(regulator))
    client_of(regulator).post(reverse("programme:day_remove", args=[national.pk]))

    national.refresh_from_db()
    assert (national.name_vi, national.day) == ("Ngày Báo chí cách mạng Việt Nam", 21)


def test_another_regulators_day_does_not_exist(regulator, client_of):
    other = NamedDay.objects.create(
        keeper=RegulatorFactory(), code="la", name_vi="Ngày khác", month=8, day=1, category="founding"
    )

    for name in ("day_edit", "day_remove"):
        assert client_of(regulator).post(reverse(f"programme:{name}", args=[other.pk])).status_code == 404


def test_enterprise_adds_nothing(vnpt, regulator, client_of):
    assert client_of(vnpt).post(NEW, typed(regulator)).status_code == 403
