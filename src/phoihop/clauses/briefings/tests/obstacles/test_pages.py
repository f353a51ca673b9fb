import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.clauses.briefings.models import Audience, Obstacle

PAGES = ("obstacle_list", "obstacle_board", "obstacle_map", "obstacle_statistics")


@pytest.fixture
def some(raised, vnpt, viettel):
    raised(vnpt, "BIMAT của VNPT tại thôn Đông", latitude=20.94, longitude=106.33, text="BIMAT hộ dân đòi tiền")
    raised(viettel, "Giá thuê cột điện tăng", audience=Audience.ALL, latitude=20.9, longitude=106.3)


@pytest.mark.parametrize("name", PAGES)
def test_pages_show_what_the_reader_may_see(name, some, regulator, vnpt, viettel, client_of):
    url = reverse(f"briefings:{name}")

    texts = [client_of(who).get(url).content.decode() for who in (regulator, vnpt, viettel)]

    secret = ["BIMAT" in text for text in texts]
    assert secret == ([False] * 3 if name == "obstacle_statistics" else [True, True, False])
    assert all("<h1" in text for text in texts)


def test_the_page_of_one_is_there_for_those_who_may_read_it(raised, regulator, vnpt, viettel, client_of):
    url = reverse("briefings:obstacle_detail", args=[raised(vnpt, latitude=20.94, longitude=106.33).pk])

    answers = [client_of(who).get(url).status_code for who in (regulator, vnpt, viettel)]

    assert answers == [200, 200, 404]


def test_a_form_raises_an_obstacle_with_a_picture_from_a_phone(vnpt, client_of):
    page = client_of(vnpt)
    typed = {
        "where": f"{_programme(vnpt)}.{vnpt.party.pk}", "title": "Dân phản đối", "text": "Không cho thi công",
        "urgency": "high", "latitude": "20,94", "longitude": "106,33", "sites": "HDG01\nHDG02",
        "uploads": [SimpleUploadedFile("a.txt", b"abc"), SimpleUploadedFile("b.txt", b"abd")],
    }  # fmt: skip

    refused = page.post(reverse("briefings:obstacle_new"), typed)
    for upload in typed["uploads"]:
        upload.seek(0)
    made = page.post(reverse("briefings:obstacle_new"), typed | {"audience": "department"})

    row = Obstacle.objects.get()
    assert (refused.status_code, made.status_code) == (422, 302)
    assert (row.sites.count(), row.files.count(), row.latitude, row.urgency) == (2, 2, 20.94, "high")


def _programme(who):
    return who.party.programmes_joined.get().programme_id


def test_nothing_is_chosen_beforehand_about_who_may_read_it(vnpt, client_of):
    text = client_of(vnpt).get(reverse("briefings:obstacle_new")).content.decode()

    radios = [part.split(">", 1)[0] for part in text.split("<input")[1:] if 'name="audience"' in part.split(">", 1)[0]]
    assert len(radios) == 2
    assert not any("checked" in radio for radio in radios)


def test_similar_ones_are_proposed_from_the_readers_own_sight(some, raised, vnpt, viettel, client_of):
    url, typed = reverse("briefings:obstacle_similar"), {"title": "BIMAT hộ dân thôn Đông"}

    own, rival = (client_of(who).post(url, typed).content.decode() for who in (vnpt, viettel))

    assert "BIMAT của VNPT" in own
    assert "BIMAT" not in rival


def test_the_commune_of_a_position_is_told(vnpt, client_of):
    answer = client_of(vnpt).post(reverse("briefings:obstacle_place"), {"latitude": "x", "longitude": "106"})

    assert answer.status_code == 200
    assert answer.content.strip() == b""
