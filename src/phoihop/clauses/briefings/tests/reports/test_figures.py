from decimal import Decimal

import pytest
from django.utils import translation

from phoihop.clauses.briefings.filling.figures import Unread, change_percent, read_figure, signed_percent, written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.923,5", "1923.5"),
        (" 1 923,5 ", "1923.5"),
        ("−12", "-12"),
        ("92,2 %", "92.2"),
        ("0", "0"),
        ("-", None),
        ("", None),
    ],
)
def test_figures_are_read_as_people_write_them(text, value):
    assert read_figure(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize("text", ["92.2", "1e5", "12x", "1.2345,6", "0,12345", "9" * 19])
def test_what_is_not_clear_is_refused(text):
    with pytest.raises(Unread):
        read_figure(text)


def test_english_writes_points_before_decimals():
    with translation.override("en"):
        assert read_figure("1,923.5") == Decimal("1923.5")
        assert written(Decimal("1923.5000")) == "1,923.5"


def test_changes_carry_their_sign():
    assert signed_percent(change_percent(Decimal(105), Decimal(100))) == "+5,0 %"
    assert signed_percent(change_percent(Decimal(95), Decimal(100))) == "−5,0 %"
    assert signed_percent(change_percent(Decimal(95), Decimal(0))) == ""
