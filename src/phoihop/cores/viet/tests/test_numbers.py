"""Numbers written and read the Vietnamese way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.cores.viet import NotANumber, format_number, format_percent, parse_number


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_written_numbers_read_back(value):
    assert parse_number(format_number(value)) == value


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (0, None, "0"),
        (100, None, "100"),
        (1923, None, "1.923"),
        (-1_234_567, None, "-1.234.567"),
        (Decimal("92.20"), None, "92,2"),
        (Decimal("1E+3"), None, "1.000"),
        (0.1, None, "0,1"),
        (0.25, 1, "0,3"),
        (Decimal("-0.04"), 1, "0,0"),
        (Decimal("999.95"), 1, "1.000,0"),
        (5, 2, "5,00"),
        (1950, 0, "1.950"),
        (Decimal("2.5"), 0, "3"),
    ],
)
def test_known_writings(value, places, text):
    assert format_number(value, places) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity"), Decimal("1E+999999")])
def test_what_cannot_be_written_is_refused(value):
    with pytest.raises(NotANumber) as refusal:
        format_number(value)

    assert refusal.value.value is value


def test_percent_sign_stays_on_the_line():
    assert format_percent(Decimal("92.2")) == "92,2\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.923,5", "1923.5"),
        ("1.923", "1923"),
        ("1923", "1923"),
        ("0,123", "0.123"),
        (" 12 000 ", "12000"),
        ("-5", "-5"),
        ("\N{MINUS SIGN}5", "-5"),
        ("+5", "5"),
        ("007", "7"),
    ],
)
def test_known_readings(text, value):
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "mười",
        "92.2",
        "0.123",
        "1.92.3",
        "1.2345",
        "1,2,3",
        "1,923.5",
        ",5",
        "5,",
        "--1",
        "1e5",
        "NaN",
        "٣",
        "9" * 2000,
    ],
)
def test_what_is_no_number_or_could_be_two_is_refused(text):
    with pytest.raises(NotANumber):
        parse_number(text)
