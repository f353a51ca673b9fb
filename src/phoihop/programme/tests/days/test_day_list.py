"""The year of named days."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phoihop.programme.day_loading import load_named_days
from phoihop.programme.models import NamedDay
from phoihop.testing.factories import RegulatorFactory

URL = reverse("programme:day_list")


@pytest.fixture
def founding(regulator):
    return NamedDay.objects.create(
        keeper=regulator.party, code="thanh-lap", name_vi="Ngày thành lập Sở", month=8, day=1, category="founding"
    )


def test_enterprise_sees_the_days_of_its_lead(vnpt, client_of, founding):
    load_named_days()

    answer = client_of(vnpt).get(URL, {"year": 2026})

    assert answer.status_code == 200
    assert "Ngày thành lập Sở" in answer.content.decode()
    assert reverse("programme:day_new") not in answer.content.decode()


def test_officer_may_edit(regulator, client_of, founding):
    text = client_of(regulator).get(URL).content.decode()

    assert reverse("programme:day_edit", args=[founding.pk]) in text


def test_days_of_a_stranger_are_not_shown(vnpt, client_of):
    NamedDay.objects.create(
        keeper=RegulatorFactory(), code="la", name_vi="Ngày nơi khác", month=8, day=1, category="founding"
    )

    assert "Ngày nơi khác" not in client_of(vnpt).get(URL).content.decode()


@pytest.mark.parametrize("year", ["", "abc", "99999", "-1"])
def test_odd_years_show_this_one(regulator, client_of, year):
    assert client_of(regulator).get(URL, {"year": year}).status_code == 200


def test_queries_do_not_grow(regulator, client_of, founding):
    client = client_of(regulator)
    client.get(URL)

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(URL)
        return len(captured)

    few = count()
    load_named_days()

    assert count() == few
