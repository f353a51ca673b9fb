import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.clauses.towers.actions.registry import masts, tenancies
from phoihop.clauses.towers.models import LocalRule, Mast, RestrictedZone, Site

SITE = {"code": "HD77", "name": "Cẩm Giàng 7", "latitude": "20°56'24\"N", "longitude": "106,2100", "zone": ""}


def test_a_mast_is_written_into_the_registry(vnpt, classes, client_of):
    mast = {"mast-mast_class": str(classes["A2b"].pk), "mast-height_m": "42,5", "mast-state": "in_use"}

    response = client_of(vnpt).post(reverse("towers:site_new"), SITE | mast | {"mast-own_use": "on"})

    made = Mast.objects.get()
    assert response.url == reverse("towers:mast_detail", args=[made.pk])
    assert (made.site.latitude, str(made.height_m)) == (20.94, "42.5")


def test_a_position_that_is_swapped_is_told_at_its_field(vnpt, classes, client_of):
    mast = {"mast-mast_class": str(classes["A2b"].pk), "mast-height_m": "42", "mast-state": "in_use"}
    swapped = SITE | {"latitude": "106,21", "longitude": "20,94"}

    response = client_of(vnpt).post(reverse("towers:site_new"), swapped | mast)

    assert response.status_code == 422
    assert "đổi chỗ" in response.context["form"].errors["latitude"][0]
    assert not Site.objects.exists()


def test_the_list_says_who_is_there_and_what_ran_out(vnpt, viettel, regulator, mast_of, client_of):
    mast = mast_of(vnpt, certificate_expires_on="2026-01-01")
    tenancies.add_tenancy(actor=vnpt, mast=mast, operator=viettel.party)

    shown = client_of(regulator).get(reverse("towers:mast_list"), {"certificate": "due"}).content.decode()

    assert mast.site.code in shown
    assert "dùng chung" in shown


def test_a_tenant_reads_its_part_and_neither_rent_nor_permit(vnpt, viettel, mast_of, client_of):
    mast = mast_of(vnpt, rent_asked_vnd=7_654_321, permit_number="GP-KIN")
    tenancies.add_tenancy(actor=vnpt, mast=mast, operator=viettel.party)

    shown = client_of(viettel).get(reverse("towers:mast_detail", args=[mast.pk])).content.decode()

    assert "Đơn vị của bạn đang dùng cột này" in shown
    assert "7.654.321" not in shown
    assert "GP-KIN" not in shown


def test_the_rent_is_shown_to_its_owner_alone(vnpt, regulator, mast_of, client_of):
    mast = mast_of(vnpt, rent_asked_vnd=7_654_321)
    address = reverse("towers:mast_detail", args=[mast.pk])

    assert "7.654.321" in client_of(vnpt).get(address).content.decode()
    assert "7.654.321" not in client_of(regulator).get(address).content.decode()


def test_an_enterprise_is_told_why_the_total_is_hidden(vnpt, mast_of, client_of):
    mast_of(vnpt)

    shown = client_of(vnpt).get(reverse("towers:figures")).content.decode()

    assert "ít nhất ba doanh nghiệp khác" in shown


def test_a_sheet_goes_in_by_two_steps(vnpt, classes, client_of):
    client = client_of(vnpt)
    data = "Mã vị trí;Tên;Vĩ độ;Kinh độ;Loại cột;Chiều cao\nHD1;Một;20,95;106,35;A2b;30\n".encode()
    sent = client.post(reverse("towers:import_new"), {"file": SimpleUploadedFile("so.csv", data), "epsg": ""})
    assert "HD1" in client.get(sent.url).content.decode()
    assert not Site.objects.exists()

    response = client.post(f"{sent.url}commit/")

    assert response.url == reverse("towers:mast_list")
    assert Site.objects.get().code == "HD1"


def test_bad_lines_are_taken_away_to_be_corrected(vnpt, classes, client_of):
    client = client_of(vnpt)
    data = "Mã vị trí;Tên;Vĩ độ;Kinh độ;Loại cột;Chiều cao\nHD1;Một;20,95;106,35;A9;30\n".encode()
    sent = client.post(reverse("towers:import_new"), {"file": SimpleUploadedFile("so.csv", data), "epsg": ""})

    page = client.get(sent.url).content.decode()
    sheet = client.get(f"{sent.url}errors/").content.decode("utf-8-sig")

    assert "Dòng 2" in page
    assert "Ghi tất cả vào sổ" not in page
    assert sheet.splitlines()[0].endswith("Lỗi")


RING = [[106.3, 20.9], [106.31, 20.9], [106.31, 20.91], [106.3, 20.9]]
LINES = "20,90; 106,30\n20,90; 106,31\n20,91; 106,31"


@pytest.mark.parametrize("outline", [LINES, json.dumps({"type": "Polygon", "coordinates": [RING]})])
def test_a_restricted_zone_is_drawn_by_lines_or_geojson(regulator, client_of, outline):
    values = {"name": "Khu di tích", "rule": "none", "outline": outline, "source": "Quyết định 5"}

    client_of(regulator).post(reverse("towers:zone_new"), values)

    assert RestrictedZone.objects.get().outline == [[RING]]


def test_a_zone_is_shown_as_it_may_be_typed(regulator, client_of):
    values = {"name": "Khu di tích", "rule": "none", "outline": LINES, "source": "Quyết định 5"}
    client = client_of(regulator)
    client.post(reverse("towers:zone_new"), values)
    zone = RestrictedZone.objects.get()

    shown = client.get(reverse("towers:zone_edit", args=[zone.pk])).context["form"]["outline"].value()
    client.post(reverse("towers:zone_edit", args=[zone.pk]), values | {"outline": shown})

    assert shown.splitlines()[0] == "20,900000; 106,300000"
    assert RestrictedZone.objects.get().outline == [[RING]]


@pytest.mark.parametrize("outline", ["20,90; 106,30\n20,91; 106,31", "a; b", "{}", "48,1; 2,1\n48,2; 2,1\n48,2; 2,2"])
def test_an_outline_that_is_none_is_refused(regulator, client_of, outline):
    values = {"name": "Khu di tích", "rule": "none", "outline": outline, "source": "Quyết định 5"}

    response = client_of(regulator).post(reverse("towers:zone_new"), values)

    assert "outline" in response.context["form"].errors


def test_samples_are_a_button_away(regulator, client_of):
    client_of(regulator).post(reverse("towers:samples_load"))

    assert LocalRule.objects.filter(regulator=regulator.party).count() == 2


def test_a_mast_that_is_used_says_why_it_stays(vnpt, viettel, mast_of, client_of):
    mast = mast_of(vnpt)
    tenancies.add_tenancy(actor=vnpt, mast=mast, operator=viettel.party)

    response = client_of(vnpt).post(reverse("towers:mast_delete", args=[mast.pk]), follow=True)

    assert "không xóa được" in response.content.decode()
    assert masts.Mast.objects.filter(pk=mast.pk).exists()
