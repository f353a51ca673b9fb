import datetime as dt

from phoihop.clauses.towers.actions.sharing import mediation
from phoihop.clauses.towers.sharing.dues import sharing_dues
from phoihop.clauses.towers.tests.sharing.conftest import days_on


def codes(actor) -> list[str]:
    return sorted(due.key.split(":")[0].rpartition(".")[2] for due in sharing_dues(actor))


def test_an_owner_owes_an_answer_and_the_asker_sees_it(asked, vnpt, viettel, regulator, post):
    assert codes(vnpt) == codes(viettel) == ["acknowledge", "decide"]
    assert codes(regulator) == codes(post) == []


def test_it_is_due_after_ten_working_days(asked, vnpt):
    due = {one.key.split(":")[0]: one.due_on for one in sharing_dues(vnpt)}

    assert due["towers.sharing.acknowledge"] == dt.date(2026, 6, 29)
    assert due["towers.sharing.decide"] == dt.date(2026, 7, 15)


def test_an_offer_waits_for_the_asker(offered, viettel):
    owed = [due for due in sharing_dues(viettel) if due.party_id == viettel.party.pk]

    assert [due.key.split(":")[0] for due in owed] == ["towers.sharing.reply"]


def test_the_department_owes_routes_and_mediation(place_asked, offered, viettel, regulator):
    mediation.ask_mediation(actor=viettel, request=offered, party=viettel.party, text="Giá cao.")

    assert codes(regulator) == ["mediate", "route"]


def test_what_is_due_tells_no_price(offered, viettel):
    assert "5500000" not in str(list(sharing_dues(viettel)))


def test_the_number_of_queries_does_not_grow(place_asked, asked, vnpt, viettel, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        list(sharing_dues(days_on(viettel, 1)))
