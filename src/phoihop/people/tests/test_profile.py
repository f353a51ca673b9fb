import json

from django.urls import reverse

from phoihop.people.models import User


def test_own_data_change_and_the_language_follows(client_of, vnpt):
    data = {"full_name": "Nguyễn Văn Đầu", "phone": "0912", "language": "en", "time_zone": "Asia/Tokyo"}
    response = client_of(vnpt).post(reverse("people:profile"), data)

    user = User.objects.get(pk=vnpt.user.pk)
    assert (user.full_name, user.phone, user.time_zone) == ("Nguyễn Văn Đầu", "0912", "Asia/Tokyo")
    assert response.cookies["django_language"].value == "en"


def test_unknown_time_zone_is_refused(client_of, vnpt):
    data = {"full_name": "Nguyễn Văn Đầu", "language": "vi", "time_zone": "Mars/Base"}

    assert client_of(vnpt).post(reverse("people:profile"), data).status_code == 422


def test_visitor_signs_in_first(client, db):
    assert client.get(reverse("people:profile")).status_code == 302


def test_everything_kept_about_oneself_is_taken_away(client_of, vnpt, viettel):
    client = client_of(vnpt)
    client.post(reverse("people:profile"), {"full_name": "Nguyễn Văn Đầu", "language": "vi"})
    response = client.get(reverse("people:own_data"))

    data = json.loads(response.content)
    assert "attachment" in response["Content-Disposition"]
    assert data["account"]["email"] == "vnpt@example.vn"
    assert data["roles"][0]["party__name"] == "VNPT Hải Dương"
    assert data["history"][0]["event"] == "people.profile.edited"
    assert "viettel" not in response.content.decode().lower()
    assert "password" not in response.content.decode()
