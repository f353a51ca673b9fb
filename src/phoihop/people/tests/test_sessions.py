from django.test import Client
from django.urls import reverse


def _sign_in():
    client = Client()
    client.post(reverse("account_login"), {"login": "vnpt@example.vn", "password": "mat-khau-thu"})
    client.get(reverse("people:profile"))
    return client


def test_sessions_are_listed_and_the_others_ended(vnpt):
    here, there = _sign_in(), _sign_in()
    listed = here.get(reverse("usersessions_list")).context["sessions"]

    here.post(reverse("usersessions_list"))

    assert len(listed) == 2
    assert there.get(reverse("people:profile")).status_code == 302
    assert here.get(reverse("people:profile")).status_code == 200
