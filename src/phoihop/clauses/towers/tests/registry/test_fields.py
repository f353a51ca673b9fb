import pytest
from django.core.exceptions import ValidationError

from phoihop.clauses.towers.forms.registry.fields import DegreeField, MeasureField
from phoihop.clauses.towers.registry.same_place import alike
from phoihop.people.places import distance_m


@pytest.mark.parametrize(
    ("typed", "degrees"),
    [("20,9401", 20.9401), ("20.9401", 20.9401), ("20°56'24\"", 20.94), ("106°19'48\"Đ", 106.33), ("20°30'", 20.5)],
)
def test_degrees_as_people_write_them(typed, degrees):
    assert DegreeField().clean(typed) == pytest.approx(degrees)


@pytest.mark.parametrize("typed", ["", "abc", "200", "20,94; 106,33", "1.234.567"])
def test_what_is_no_angle_is_refused(typed):
    with pytest.raises(ValidationError):
        DegreeField().clean(typed)


@pytest.mark.parametrize(("typed", "metres"), [("42,5", "42.5"), ("42.5", "42.5"), ("42", "42"), (" 36 m ", "36")])
def test_metres_with_comma_or_point(typed, metres):
    assert float(MeasureField().clean(typed)) == float(metres)


def test_metres_are_shown_with_a_comma():
    assert MeasureField().prepare_value(MeasureField().clean("42,50")) == "42,5"


def test_names_are_alike_but_for_diacritics_and_numbers_of_two_digits():
    assert alike("Trạm Nam Sách 1", "NAM SACH 01")
    assert not alike("Trạm Nam Sách 1", "Thanh Hà")
    assert not alike("", "")


def test_a_thousandth_of_a_degree_of_latitude_is_111_metres():
    assert round(distance_m(20.94, 106.33, 20.941, 106.33)) == 111
