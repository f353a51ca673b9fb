import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.clauses.towers.models import RegistryImport, Site

DATA = "Mã vị trí;Tên;Vĩ độ;Kinh độ;Loại cột;Chiều cao\nHD1;Một;20,95;106,35;A2b;30\n".encode()


@pytest.fixture
def client(vnpt, classes, client_of):
    return client_of(vnpt)


@pytest.fixture
def address(client):
    """The page of a sheet that waits."""
    return client.post(reverse("towers:import_new"), {"file": SimpleUploadedFile("so.csv", DATA), "epsg": ""}).url


@pytest.fixture
def misread(address):
    """The same, with a system of coordinates that nobody knows."""
    RegistryImport.objects.update(crs="999999")
    return address


def test_columns_of_a_sheet_that_is_taken_are_chosen_no_more(client, address):
    client.post(f"{address}commit/")

    response = client.post(f"{address}columns/", {"epsg": ""}, follow=True)

    assert response.status_code == 200
    assert "đã được xử lý" in response.content.decode()


def test_a_wrong_system_can_be_corrected_where_it_is_refused(client, misread):
    form = client.get(misread).context["columns_form"]
    values = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}

    client.post(f"{misread}columns/", values | {"epsg": "4326"})
    client.post(f"{misread}commit/")

    assert Site.objects.get().code == "HD1"


@pytest.mark.parametrize("step", ["commit", "errors"])
def test_a_sheet_that_cannot_be_read_says_so_at_every_step(client, misread, step):
    send = client.post if step == "commit" else client.get

    response = send(f"{misread}{step}/", follow=True)

    assert response.redirect_chain[0][0] == misread
    assert "999999" in response.content.decode()
    assert not Site.objects.exists()


def test_a_wrong_choice_of_columns_is_shown_beside_the_refusal(client, misread):
    response = client.post(f"{misread}columns/", {"epsg": "1"})

    assert response.status_code == 422
    assert "epsg" in response.context["columns_form"].errors
