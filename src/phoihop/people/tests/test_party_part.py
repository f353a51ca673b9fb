import pytest
from django.urls import reverse

from phoihop.base.errors import NotVisible
from phoihop.people.actions.parties import save_part
from phoihop.people.models import Division, Service


def _post(client, party, part, *rows, initial=0):
    data = {f"{part}-TOTAL_FORMS": len(rows), f"{part}-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        data |= {f"{part}-{number}-{name}": value for name, value in row.items()}
    return client.post(reverse("people:party_part", args=[party.pk, part]), data)


@pytest.fixture
def division(vnpt):
    return Division.objects.create(party=vnpt.party, name="Phòng Kỹ thuật")


def test_rows_are_added_and_blank_ones_skipped(client_of, vnpt):
    _post(client_of(vnpt), vnpt.party, "services", {"name": "Di động", "note": ""}, {"name": "", "note": ""})

    assert list(Service.objects.values_list("name", flat=True)) == ["Di động"]


def test_row_is_changed_and_another_removed(client_of, vnpt, division):
    gone = Division.objects.create(party=vnpt.party, name="Phòng cũ", position=1)
    rows = (
        {"id": division.pk, "name": "Phòng Kỹ thuật mạng", "position": 0},
        {"id": gone.pk, "name": gone.name, "position": 1, "DELETE": "on"},
    )
    _post(client_of(vnpt), vnpt.party, "divisions", *rows, initial=2)

    assert list(Division.objects.values_list("pk", "name")) == [(division.pk, "Phòng Kỹ thuật mạng")]


def test_same_name_twice_is_refused_in_words(client_of, vnpt, division):
    rows = (
        {"id": division.pk, "name": division.name, "position": 0},
        {"name": division.name, "position": 1},
    )
    response = _post(client_of(vnpt), vnpt.party, "divisions", *rows, initial=1)

    assert response.status_code == 422
    assert "đã có phòng, ban tên này" in response.content.decode()


def test_missing_name_is_told_at_its_row(client_of, vnpt, division):
    response = _post(
        client_of(vnpt), vnpt.party, "divisions", {"id": division.pk, "name": "", "position": 0}, initial=1
    )

    assert response.status_code == 422
    assert Division.objects.get().name == division.name


def test_rival_finds_no_such_page(client_of, viettel, vnpt, division):
    assert _post(client_of(viettel), vnpt.party, "divisions", {"name": "x", "position": 0}).status_code == 404


def test_row_of_a_rival_is_not_taken(viettel, division):
    with pytest.raises(NotVisible):
        save_part(actor=viettel, party=viettel.party, part="divisions", rows=[{"id": division.pk, "DELETE": True}])

    assert Division.objects.filter(pk=division.pk).exists()


def test_unknown_part_does_not_exist(client_of, vnpt):
    assert client_of(vnpt).get(reverse("people:party_part", args=[vnpt.party.pk, "secrets"])).status_code == 404
