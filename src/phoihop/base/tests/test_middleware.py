"""The wall in front of every view."""

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

from phoihop.base.access import KEEPER, PUBLIC, open_to
from phoihop.base.checks import every_view_has_a_rule
from phoihop.base.errors import NotAllowed, NotVisible, Refused, Stale


def unmarked(request):
    return HttpResponse("secret")


@open_to(PUBLIC)
def public(request):
    return HttpResponse(request.request_id)


@open_to(KEEPER)
def kept(request):
    return HttpResponse("kept")


def _raising(refusal):
    @open_to(PUBLIC)
    def view(request):
        raise refusal

    return view


REFUSALS = [Refused(), NotAllowed(), NotVisible(), Stale()]
urlpatterns = [
    path("", public, name="home"),
    path("unmarked/", unmarked),
    path("kept/", kept),
    path("account/login/", public, name="account_login"),
    *[path(f"refused/{refusal.status}/", _raising(refusal)) for refusal in REFUSALS],
]
planted = override_settings(ROOT_URLCONF=__name__, LOGIN_URL="/account/login/", TEMPLATES=[
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": [
        ("django.template.loaders.locmem.Loader", {"ui/refusal.html": "{{ status }}: {{ refusal }}"})]}},
])  # fmt: skip


@planted
def test_a_view_without_a_mark_is_refused_to_everybody(client_of, director):
    for client in (Client(), client_of(director)):
        response = client.get("/unmarked/")

        assert response.status_code == 403
        assert b"secret" not in response.content


@planted
def test_the_check_names_a_view_without_a_mark():
    errors = every_view_has_a_rule(None)

    assert [error.id for error in errors] == ["phoihop.E001"]
    assert "unmarked/" in errors[0].msg


def test_no_view_of_ours_is_without_a_mark():
    assert every_view_has_a_rule(None) == []


@planted
def test_a_visitor_is_sent_to_sign_in_and_back(client, db):
    response = client.get("/kept/?a=1")

    assert response.status_code == 302
    assert response["Location"] == "/account/login/?next=%2Fkept%2F%3Fa%3D1"


@planted
def test_who_is_signed_in_but_not_let_in_is_refused(client_of, director):
    response = client_of(director).get("/kept/")

    assert response.status_code == 403


@planted
@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_refusal_becomes_a_page_with_its_status_and_words(client, db, refusal):
    response = client.get(f"/refused/{refusal.status}/")

    assert response.status_code == refusal.status
    assert str(refusal) in response.content.decode()


@planted
def test_every_answer_carries_the_identifier_of_its_request(client, db):
    first, second = client.get("/"), client.get("/")

    assert first["X-Request-Id"] == first.content.decode()
    assert first["X-Request-Id"] != second["X-Request-Id"]


@planted
@pytest.mark.parametrize("address", ["/?q=%00", "/?%00=1", "/unmarked/?a=b%00c"])
def test_an_address_with_a_null_character_leads_nowhere(client, db, address):
    response = client.get(address)

    assert response.status_code == 404
