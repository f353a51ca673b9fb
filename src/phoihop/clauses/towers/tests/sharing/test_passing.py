from phoihop.base.access import Role
from phoihop.clauses.towers.models import RequestStatus
from phoihop.clauses.towers.sharing.passing import open_requests, pass_requests, take_over_requests
from phoihop.clauses.towers.tests.sharing.conftest import fresh
from phoihop.testing.cast import DAY, seat
from phoihop.testing.factories import PartyFactory, RegulatorFactory


def test_a_person_hands_over_what_they_deal_with(acknowledged, vnpt):
    heir = seat(vnpt.party, Role.OFFICER, "Người kế nhiệm", "ke-nhiem@example.vn")

    assert [work.title for work in open_requests(vnpt.user, vnpt.party)] == [acknowledged.reference]
    pass_requests(vnpt.user, heir.user, vnpt.party, vnpt)

    assert fresh(acknowledged).owner_person == heir.user


def test_an_enterprise_takes_over_open_requests(offered, viettel, regulator):
    heir = PartyFactory(registered_by=regulator.party)

    take_over_requests(viettel.party, heir, DAY, regulator)

    row = fresh(offered)
    assert (row.asker, row.awaited) == (heir, heir)


def test_two_that_become_one_have_nothing_to_ask(offered, vnpt, viettel, regulator):
    take_over_requests(viettel.party, vnpt.party, DAY, regulator)

    row = fresh(offered)
    assert (row.status, row.asker) == (RequestStatus.WITHDRAWN, viettel.party)


def test_closed_requests_keep_the_old_party(offered, viettel, vnpt, regulator):
    offered.status = RequestStatus.WITHDRAWN
    offered.save()

    take_over_requests(viettel.party, PartyFactory(registered_by=regulator.party), DAY, regulator)

    assert fresh(offered).asker == viettel.party


def test_a_new_department_goes_on_with_the_limits(asked, regulator):
    regulator.party.sharing_rules.create(valid_from=DAY, answer_days=7)
    heir = RegulatorFactory()

    take_over_requests(regulator.party, heir, DAY, regulator)

    assert fresh(asked).lead == heir
    assert heir.sharing_rules.get().answer_days == 7
