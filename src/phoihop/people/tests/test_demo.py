import pytest
from django.http import Http404
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from phoihop.people.models import User
from phoihop.people.views import demo


@pytest.fixture(autouse=True)
def _cast_of_the_demo(cast):
    User.objects.update(is_demo=True)


def test_addresses_exist_in_demo_mode_alone(client, vnpt):
    with pytest.raises(NoReverseMatch):
        reverse("people:demo")

    assert client.get("/demo/").status_code == 404
    assert client.post(f"/demo/{vnpt.user.pk}/").status_code == 404
    assert "_auth_user_id" not in client.session


def test_views_refuse_outside_demo_mode_even_if_somebody_routes_them(vnpt):
    request = RequestFactory().post("/")
    request.actor = vnpt

    with pytest.raises(Http404):
        demo.demo_sign_in(request, pk=vnpt.user.pk)
    with pytest.raises(Http404):
        demo.demo(RequestFactory().get("/"))


def test_page_shows_the_cast_by_party(client, demo_mode):
    page = client.get(reverse("people:demo")).content.decode()

    assert "VNPT Hải Dương" in page
    assert "Giám đốc Sở" in page


def test_one_click_signs_in(client, demo_mode, vnpt):
    response = client.post(reverse("people:demo_sign_in", args=[vnpt.user.pk]))

    assert response.url == reverse("home")
    assert client.session["_auth_user_id"] == str(vnpt.user.pk)


def test_link_alone_signs_nobody_in(client, demo_mode, vnpt):
    assert client.get(reverse("people:demo_sign_in", args=[vnpt.user.pk])).status_code == 405


@pytest.mark.parametrize("values", [{"is_demo": False}, {"is_active": False}])
def test_account_outside_the_cast_is_not_signed_in(client, demo_mode, vnpt, values):
    User.objects.filter(pk=vnpt.user.pk).update(**values)

    assert client.post(reverse("people:demo_sign_in", args=[vnpt.user.pk])).status_code == 404
    assert "_auth_user_id" not in client.session


def test_number_of_queries_does_not_grow(client, demo_mode, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        client.get(reverse("people:demo"))
