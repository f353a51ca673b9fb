import datetime as dt

from phoihop.clauses.towers.queries.registry.codes import unit_at
from phoihop.people.models import AdminUnit, UnitLevel
from phoihop.people.places import UnitFinder
from phoihop.people.unit_loading import load_units, sample_units


def test_the_sample_units_are_loaded_once_with_their_parents(db):
    first = load_units(sample_units(), valid_until=None)

    assert (first, load_units(sample_units(), valid_until=None)) == (220, 0)
    districts = AdminUnit.objects.filter(level=UnitLevel.DISTRICT)
    assert sum(unit.population for unit in districts) == 1_892_254
    assert {unit.parent.name for unit in districts} == {"Tỉnh Hải Dương"}


def test_the_middle_of_the_city_lies_in_one_of_its_wards(vnpt):
    load_units(sample_units(), valid_until=None)

    found = unit_at(actor=vnpt, latitude=20.9385, longitude=106.3206)

    assert found.is_urban
    assert found.parent.name == "Thành phố Hải Dương"
    assert UnitFinder(AdminUnit.objects.filter(level=UnitLevel.COMMUNE)).at(20.9385, 106.3206) == found


def test_a_unit_that_has_ended_is_not_found(vnpt):
    load_units(sample_units(), valid_until=dt.date(2025, 6, 30))

    assert unit_at(actor=vnpt, latitude=20.9385, longitude=106.3206) is None
