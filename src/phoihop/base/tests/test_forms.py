"""Fields that read what people type, the way they type it."""

import datetime as dt

import pytest
from django.utils import translation

from phoihop.base.forms import DateField, DateTimeField, Form, LongTextField, TextField


class Sample(Form):
    text = TextField(required=False)
    long = LongTextField(required=False)
    day = DateField(required=False)
    at = DateTimeField(required=False)


def _read(name: str, value: str):
    form = Sample({name: value})
    assert form.is_valid(), form.errors
    return form.cleaned_data[name]


@pytest.mark.parametrize("typed", ["2026-04-08", "08/04/2026", "8/4/2026", "08-04-2026", "08.04.2026"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_day_is_day_month_year_in_both_languages(typed, language):
    with translation.override(language):
        assert _read("day", typed) == dt.date(2026, 4, 8)


@pytest.mark.parametrize("typed", ["2026-04-08T13:30", "08/04/2026 13:30", "13:30 08/04/2026"])
def test_an_instant_is_of_the_installations_zone(typed):
    assert _read("at", typed) == dt.datetime(2026, 4, 8, 6, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(("name", "typed"), [("day", "31/02/2026"), ("day", "04/31/2026"), ("at", "hôm qua")])
def test_an_error_shows_an_example(name, typed):
    form = Sample({name: typed})

    assert "Hãy nhập" in form.errors[name][0]


def test_text_is_composed():
    assert _read("text", "Bie\u0302n ba\u0309n") == "Biên bản"
    assert _read("long", "e\u0302\n\ne\u0302") == "ê\n\nê"


def test_a_day_is_given_back_as_browsers_want_it():
    drawn = str(Sample(initial={"day": dt.date(2026, 4, 8)})["day"])

    assert 'type="date"' in drawn
    assert 'value="2026-04-08"' in drawn


def test_widgets_carry_their_looks():
    drawn = str(Sample()["long"])

    assert "form-control" in drawn
    assert 'rows="4"' in drawn


def test_an_error_is_tied_to_its_field():
    class Asked(Form):
        name = TextField(label="Tên")

    drawn = str(Asked({}))

    assert 'aria-invalid="true"' in drawn
    assert 'for="id_name"' in drawn
    assert 'aria-describedby="' in drawn


@pytest.mark.parametrize("sign", ["\r\n", "\n", " \x00\t", "\u2028"])
def test_one_line_stays_one_line(sign):
    assert _read("text", f"Họp{sign}Bcc: a@b.vn") == "Họp Bcc: a@b.vn"


def test_a_long_text_keeps_its_lines_and_no_null_character():
    assert _read("long", "Một\nhai\x00\n\nba") == "Một\nhai\n\nba"
