import datetime as dt

import pytest

from phoihop.base.errors import Refused
from phoihop.clauses.briefings.actions.forms import dimensions, versions
from phoihop.clauses.briefings.models import FormVersion, ReportRound
from phoihop.clauses.briefings.queries.forms.shapes import codes_of
from phoihop.clauses.briefings.tests.forms.values import value
from phoihop.people.models import AdminUnit

JUNE, JULY = dt.date(2026, 6, 30), dt.date(2026, 7, 1)


@pytest.fixture
def asked(regulator, small, programme):
    """The small form in force, and asked of the first half of 2026."""
    versions.publish_version(actor=regulator, version=small.draft)
    version = FormVersion.objects.get(pk=small.draft.pk)
    ReportRound.objects.create(
        programme=programme, version=version, title="6 tháng", period="2026H1", starts_on=dt.date(2026, 1, 1),
        ends_on=JUNE, opens_on=JULY, due_on=JULY, lock_on=JULY, status="open",
    )  # fmt: skip
    return small


def _names(dimension, day):
    return [code.code for code in codes_of({dimension.pk}, day)[dimension.pk]]


def test_a_value_is_used_during_its_period(regulator, small):
    dimensions.save_code(actor=regulator, dimension=small.technology, **value("6g", valid_from=JULY))

    assert (_names(small.technology, JUNE), _names(small.technology, JULY)) == (["4g", "5g"], ["4g", "5g", "6g"])


def test_what_was_asked_stays_as_it_was(regulator, asked):
    four = asked.technology.codes.get(code="4g")
    save = dimensions.save_code

    for code, changes, field in (
        (None, value("6g"), "valid_from"),
        (None, value("6g", valid_from=JUNE), "valid_from"),
        (four, value("3g"), "code"),
        (four, value("4g", valid_from=dt.date(2026, 3, 1)), "valid_from"),
        (four, value("4g", valid_until=dt.date(2026, 6, 29)), "valid_until"),
    ):
        with pytest.raises(dimensions.Published) as told:
            save(actor=regulator, dimension=asked.technology, member=code, **changes)
        assert told.value.field == field
    save(actor=regulator, dimension=asked.technology, member=four, **value("4g", valid_until=JUNE, name="Bốn G"))
    save(actor=regulator, dimension=asked.technology, **value("6g", valid_from=JULY))

    assert (_names(asked.technology, JUNE), _names(asked.technology, JULY)) == (["4g", "5g"], ["5g", "6g"])


def test_a_breakdown_in_force_changes_its_name_alone(regulator, asked):
    change = {"actor": regulator, "regulator": regulator.party, "dimension": asked.technology}

    dimensions.save_dimension(**change, code="technology", name="Công nghệ vô tuyến", complete=True)

    for wrong in ({"code": "tech", "complete": True}, {"code": "technology", "complete": False}):
        with pytest.raises(dimensions.Published):
            dimensions.save_dimension(**change, name="Khác", **wrong)
    with pytest.raises(dimensions.Published):
        dimensions.remove_dimension(actor=regulator, dimension=asked.technology)
    with pytest.raises(dimensions.Published):
        dimensions.remove_code(actor=regulator, code=asked.technology.codes.get(code="5g"))


@pytest.mark.parametrize("code", ["4 g", "a]b", "*", "đ"])
def test_a_code_that_cannot_stand_in_brackets_is_refused(regulator, small, code):
    with pytest.raises(Refused) as told:
        dimensions.save_code(actor=regulator, dimension=small.technology, **value(code))

    assert told.value.field == "code"


def test_values_stand_at_most_one_below_another(regulator, small):
    four = small.technology.codes.get(code="4g")
    below = dimensions.save_code(actor=regulator, dimension=small.technology, **value("4g_plus", parent=four))

    for code, parent in ((None, below), (four, small.technology.codes.get(code="5g"))):
        changes = value("x" if code is None else "4g", parent=parent)
        with pytest.raises(Refused):
            dimensions.save_code(actor=regulator, dimension=small.technology, member=code, **changes)
    with pytest.raises(dimensions.Published):
        dimensions.remove_code(actor=regulator, code=four)


def test_administrative_units_become_values_once(regulator, small):
    places = dimensions.save_dimension(
        actor=regulator, regulator=regulator.party, code="district", name="Địa bàn", complete=True
    )
    AdminUnit.objects.create(level="district", code="290", name="Thành phố Chí Linh")
    AdminUnit.objects.create(level="district", code="289", name="Đã bỏ", valid_until=dt.date(2020, 1, 1))

    added = [dimensions.add_units(actor=regulator, dimension=places, level="district") for _turn in range(2)]

    assert (added, _names(places, JULY)) == ([1, 0], ["290"])


def test_a_breakdown_that_no_form_uses_is_removed(regulator, small):
    spare = dimensions.save_dimension(actor=regulator, regulator=regulator.party, code="x", name="X", complete=True)
    dimensions.save_code(actor=regulator, dimension=spare, **value("a"))
    dimensions.remove_code(actor=regulator, code=spare.codes.get())

    dimensions.remove_dimension(actor=regulator, dimension=spare)

    assert not regulator.party.dimensions.filter(code="x").exists()
