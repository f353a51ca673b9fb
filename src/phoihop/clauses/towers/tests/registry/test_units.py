import datetime as dt
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.base.errors import NotAllowed
from phoihop.clauses.towers.actions.registry.units import NoUnits, bring_units
from phoihop.clauses.towers.models import AdminUnit, UnitLevel
from phoihop.testing.cast import NOON, CastMember
from phoihop.testing.factories import UserFactory

FIRST = dt.date(2026, 6, 1)


@pytest.fixture
def keeper(db):
    user = UserFactory(full_name="Quản trị", is_keeper=True)
    return CastMember(user_id=user.pk, is_keeper=True, at=NOON, user=user)


def file_of(**properties):
    ring = [[106.3, 20.9], [106.5, 20.9], [106.5, 21.0], [106.3, 21.0], [106.3, 20.9]]
    known = {"level": "commune", "code": "99999", "name": "Phường Hải Dương", "is_urban": True} | properties
    feature = {"type": "Feature", "properties": known, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    made = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    return SimpleUploadedFile("xa.geojson", made)


def test_a_merged_commune_ends_its_predecessors_and_takes_their_sites(keeper, vnpt, mast_of, communes):
    site = mast_of(vnpt, site={"longitude": 106.35}).site

    upload = file_of(predecessors="10507; 10660")
    answer = bring_units(actor=keeper, upload=upload, valid_from=FIRST, source="Nghị quyết")

    new = AdminUnit.objects.get(code="99999")
    site.refresh_from_db()
    assert (answer, site.unit) == ((1, 1), new)
    ended = set(
        AdminUnit.objects.filter(level=UnitLevel.COMMUNE).exclude(pk=new.pk).values_list("valid_until", "successor")
    )
    assert ended == {(dt.date(2026, 5, 31), new.pk)}


def test_the_same_code_may_come_back_with_another_period(keeper, communes):
    bring_units(actor=keeper, upload=file_of(code="10507", predecessors="10507"), valid_from=FIRST, source="x")

    old, new = AdminUnit.objects.filter(code="10507").order_by("created_at")
    assert (old.successor, old.valid_until, new.valid_from) == (new, dt.date(2026, 5, 31), FIRST)


@pytest.mark.parametrize("properties", [{"level": "hamlet"}, {"code": ""}, {"name": None}])
def test_a_feature_that_lacks_something_is_told(keeper, properties):
    with pytest.raises(NoUnits, match="Đối tượng 1"):
        bring_units(actor=keeper, upload=file_of(**properties), valid_from=FIRST, source="x")

    assert not AdminUnit.objects.exists()


@pytest.mark.parametrize("content", [b"{}", b"[]", b"no", b'{"features": []}', b'{"features": [1]}'])
def test_what_is_no_geojson_is_refused(keeper, content):
    with pytest.raises(NoUnits):
        bring_units(actor=keeper, upload=SimpleUploadedFile("x.json", content), valid_from=FIRST, source="x")


def test_nobody_but_the_keeper_changes_units(regulator, client_of):
    with pytest.raises(NotAllowed):
        bring_units(actor=regulator, upload=file_of(), valid_from=FIRST, source="x")
    assert client_of(regulator).get(reverse("towers:unit_list")).status_code == 403


def test_the_keeper_brings_them_in_by_the_page(keeper, client_of):
    client = client_of(keeper)

    client.post(reverse("towers:unit_list"), {"file": file_of(), "valid_from": "", "source": "Tổng cục Thống kê"})

    assert "Phường Hải Dương" in client.get(reverse("towers:unit_list")).content.decode()
