import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.clauses.towers.actions.registry import sites
from phoihop.clauses.towers.models import Site, Zone


def test_a_new_mast_stands_on_its_site_with_its_owner_on_it(vnpt, mast_of):
    mast = mast_of(vnpt)

    assert mast.site.regulator == vnpt.party.registered_by
    assert [one.operator for one in mast.tenancies.all()] == [vnpt.party]
    assert AuditEntry.objects.filter(event="towers.mast.created", party_id=vnpt.party.pk).count() == 1


def test_an_empty_mast_has_nobody_on_it(vnpt, mast_of):
    assert mast_of(vnpt, own_use=False).tenancies.count() == 0


@pytest.mark.parametrize(("longitude", "zone"), [(106.35, Zone.URBAN), (106.45, Zone.OTHER), (106.6, Zone.OTHER)])
def test_the_position_finds_commune_and_zone(vnpt, mast_of, communes, longitude, zone):
    site = mast_of(vnpt, site={"longitude": longitude}).site

    found = next((unit for unit in communes if unit.west <= longitude <= unit.east), None)
    assert (site.unit, site.zone) == (found, zone)


def test_a_zone_that_somebody_chose_stays(vnpt, mast_of, communes):
    assert mast_of(vnpt, site={"longitude": 106.35, "zone": Zone.OTHER}).site.zone == Zone.OTHER


@pytest.mark.parametrize(
    ("latitude", "longitude", "says"),
    [(106.33, 20.94, "đổi chỗ"), (48.85, 2.35, "ngoài lãnh thổ"), (0.0, 0.0, "ngoài lãnh thổ")],
)
def test_a_position_that_cannot_be_meant_is_refused(vnpt, mast_of, latitude, longitude, says):
    with pytest.raises(Refused, match=says):
        mast_of(vnpt, site={"latitude": latitude, "longitude": longitude})

    assert not Site.objects.exists()


def test_a_code_is_used_once_by_an_owner_and_freely_by_another(vnpt, viettel, mast_of):
    mast_of(vnpt, site={"code": "HD1"})
    mast_of(viettel, site={"code": "HD1"})

    with pytest.raises(Refused, match="mã này"):
        mast_of(vnpt, site={"code": "HD1"})


def test_a_rival_and_the_department_change_nothing(vnpt, viettel, regulator, mast_of):
    site = mast_of(vnpt).site

    for stranger in (viettel, regulator):
        with pytest.raises(NotAllowed):
            sites.edit_site(actor=stranger, site=site, name="Khác")


def test_editing_is_kept_with_before_and_after(vnpt, mast_of):
    site = mast_of(vnpt).site

    sites.edit_site(actor=vnpt, site=site, name="Tên mới")

    entry = AuditEntry.objects.get(event="towers.site.edited")
    assert (entry.before["name"], entry.after["name"]) == (site.name, "Tên mới")
