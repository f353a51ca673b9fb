"""What people see when something does not work."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client, RequestFactory

from phoihop.config import views


@pytest.fixture
def request_():
    request = RequestFactory().get("/x/")
    request.request_id = "abc123"
    return request


@pytest.mark.parametrize(
    ("view", "status"),
    [(views.bad_request, 400), (views.csrf_failure, 403), (views.too_many, 429), (views.server_error, 500)],
)
def test_pages_that_stand_alone_ask_nothing_of_the_database(request_, view, status):
    def refuse(*args):
        raise AssertionError("the database was asked")

    with connection.execute_wrapper(refuse):
        response = view(request_)

    text = response.content.decode()
    assert response.status_code == status
    assert text.count("<h1") == 1
    assert "abc123" in text
    assert 'href="/"' in text


def test_the_fault_of_a_view_becomes_the_page_of_500(client_of, vnpt, monkeypatch):
    def fail(**kwargs):
        raise ZeroDivisionError("mật")

    monkeypatch.setattr("phoihop.base.queries.jobs", fail)
    client = client_of(vnpt)
    client.raise_request_exception = False

    response = client.get("/jobs/")

    assert response.status_code == 500
    assert "Có lỗi ở máy chủ" in response.content.decode()
    assert "mật" not in response.content.decode()


def test_an_unknown_address_keeps_the_frame(client_of, vnpt):
    response = client_of(vnpt).get("/khong-co/")

    text = response.content.decode()
    assert response.status_code == 404
    assert "Không tìm thấy" in text
    assert 'id="navigation"' in text


def test_a_stranger_gets_the_same_without_a_navigation(client, db):
    response = client.get("/khong-co/")

    assert response.status_code == 404
    assert 'id="navigation"' not in response.content.decode()


def test_forbidden_is_a_refusal(client_of, vnpt, request_):
    request_.actor, request_.session, request_.resolver_match = vnpt, {}, None

    assert views.forbidden(request_, PermissionDenied()).status_code == 403


def test_a_form_without_its_token_says_what_to_do(vnpt):
    client = Client(enforce_csrf_checks=True)
    client.force_login(vnpt.user, backend="phoihop.people.backends.AccountBackend")

    response = client.post("/language/", {"language": "en"})

    assert response.status_code == 403
    assert "tải lại trang rồi gửi lại" in response.content.decode()


@pytest.mark.parametrize(
    ("came_from", "offered"),
    [("http://testserver/papers/", True), ("http://elsewhere.example/", False), ("http://testserver/khong-co/", False)],
)
def test_the_way_back_stays_on_this_site(client_of, vnpt, came_from, offered):
    response = client_of(vnpt).get("/khong-co/", headers={"Referer": came_from})

    assert (f'href="{came_from}"' in response.content.decode()) is offered
