from django.urls import reverse

from phoihop.people.models import Party


def _listed(client, **query):
    return [party.short_name for party in client.get(reverse("people:party_list"), query).context["parties"]]


def test_departments_come_first(client_of, vnpt):
    assert _listed(client_of(vnpt))[0] == "Sở TT&TT"


def test_parties_of_another_department_are_missing(client_of, vnpt, stranger):
    assert "VNPT HY" not in _listed(client_of(vnpt))


def test_filters_by_kind_and_name(client_of, vnpt):
    assert _listed(client_of(vnpt), kind="enterprise", q="viettel") == ["Viettel"]


def test_ended_parties_show_on_demand(client_of, vnpt):
    Party.objects.filter(short_name="Viettel").update(valid_to="2020-01-01")

    assert "Viettel" not in _listed(client_of(vnpt))
    assert "Viettel" in _listed(client_of(vnpt), past="1")


def test_only_the_regulator_adds(client_of, vnpt, regulator):
    assert reverse("people:party_new") in client_of(regulator).get(reverse("people:party_list")).content.decode()
    assert reverse("people:party_new") not in client_of(vnpt).get(reverse("people:party_list")).content.decode()


def test_number_of_queries_does_not_grow(client_of, vnpt, regulator, renamed, django_assert_max_num_queries):
    client = client_of(vnpt)
    with django_assert_max_num_queries(24):
        client.get(reverse("people:party_list"))
