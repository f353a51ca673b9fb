from django.urls import reverse

from phoihop.base.access import Role
from phoihop.people.models import User
from phoihop.testing.cast import seat


def _page(client, party):
    return client.get(reverse("people:people", args=[party.pk]))


def test_own_people_see_each_other(client_of, colleague, vnpt):
    page = _page(client_of(colleague), vnpt.party).content.decode()

    assert "Đầu mối VNPT" in page
    assert reverse("people:invite", args=[vnpt.party.pk]) not in page


def test_focal_point_and_regulator_manage_them(client_of, vnpt, regulator):
    for member in (vnpt, regulator):
        page = _page(client_of(member), vnpt.party).content.decode()
        assert reverse("people:invite", args=[vnpt.party.pk]) in page


def test_rival_and_stranger_find_no_such_page(client_of, vnpt, viettel, stranger):
    assert _page(client_of(viettel), vnpt.party).status_code == 404
    assert _page(client_of(stranger), vnpt.party).status_code == 404


def test_enterprise_does_not_see_the_people_of_the_department(client_of, vnpt, regulator):
    assert _page(client_of(vnpt), regulator.party).status_code == 404


def test_keeper_sees_people_of_departments_alone(client_of, keeper, regulator, vnpt):
    assert _page(client_of(keeper), regulator.party).status_code == 200
    assert _page(client_of(keeper), vnpt.party).status_code == 404


def test_last_activity_and_disabled_accounts_show(client_of, vnpt, colleague):
    User.objects.filter(pk=colleague.user.pk).update(is_active=False, disabled_reason="idle")
    page = _page(client_of(vnpt), vnpt.party).content.decode()

    assert "Đang khóa" in page
    assert reverse("people:account_enable", args=[colleague.user.pk]) in page


def test_number_of_queries_does_not_grow(client_of, vnpt, django_assert_max_num_queries):
    for n in range(10):
        seat(vnpt.party, Role.MEMBER, f"Người {n}", f"n{n}@example.vn")
    client = client_of(vnpt)
    with django_assert_max_num_queries(24):
        _page(client, vnpt.party)
