"""Days and instants of years that nobody means."""

import pytest

from phoihop.base.forms import DateField, DateTimeField, Form


class Typed(Form):
    day = DateField(required=False)
    moment = DateTimeField(required=False)


@pytest.mark.parametrize("day", ["0001-01-01", "31/12/1899", "2200-01-01", "9999-12-31"])
def test_a_year_that_nobody_means_is_refused(day):
    form = Typed({"day": day})

    assert not form.is_valid()
    assert list(form.errors) == ["day"]


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "1899-12-31T23:59", "9999-12-31T23:59"])
def test_an_instant_that_nobody_means_is_refused(moment):
    form = Typed({"moment": moment})

    assert not form.is_valid()
    assert list(form.errors) == ["moment"]


def test_years_of_our_time_are_taken():
    form = Typed({"day": "08/04/2026", "moment": "2026-04-08T07:30"})

    assert form.is_valid()
    assert form.cleaned_data["day"].isoformat() == "2026-04-08"
