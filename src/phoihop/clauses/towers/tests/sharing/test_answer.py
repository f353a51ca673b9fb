import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.transitions import WrongState
from phoihop.clauses.towers.actions.sharing import answer
from phoihop.clauses.towers.actions.sharing.rules import set_reason
from phoihop.clauses.towers.models import RequestStatus
from phoihop.clauses.towers.tests.sharing.conftest import fresh
from phoihop.notices.models import Notice


def test_the_owner_takes_a_request_on(acknowledged, vnpt, viettel):
    row = fresh(acknowledged)

    assert (row.status, row.owner_person) == (RequestStatus.ACKNOWLEDGED, vnpt.user)
    assert Notice.objects.filter(user=viettel.user, text__contains=row.reference).exists()


def test_nobody_else_does(asked, viettel, post, regulator):
    for actor in (viettel, post, regulator):
        with pytest.raises(NotAllowed):
            answer.acknowledge(actor=actor, request=asked)


def test_twice_is_once(acknowledged, vnpt):
    with pytest.raises(Refused):
        answer.acknowledge(actor=vnpt, request=acknowledged)


def test_a_refusal_keeps_the_words_of_its_reason(asked, vnpt, regulator):
    answer.refuse(actor=vnpt, request=asked, reason="het-cho", text="Cả hai chỗ đã có người thuê.")
    set_reason(actor=regulator, regulator=regulator.party, use="refusal", code="het-cho", name_vi="Khác hẳn")

    row = fresh(asked)

    assert row.status == RequestStatus.REFUSED
    assert row.refusal_label == "Cột không còn chỗ ở độ cao được yêu cầu"


@pytest.mark.parametrize(("reason", "text", "field"), [("het-cho", " ", "text"), ("tu-nghi-ra", "Vì thế", "reason")])
def test_a_refusal_needs_a_reason_of_the_list_and_words(asked, vnpt, reason, text, field):
    with pytest.raises(Refused) as refused:
        answer.refuse(actor=vnpt, request=asked, reason=reason, text=text)

    assert refused.value.field == field


def test_a_hidden_reason_is_none(asked, vnpt, regulator):
    set_reason(
        actor=regulator, regulator=regulator.party, use="refusal", code="het-cho", name_vi="Hết chỗ", hidden=True
    )

    with pytest.raises(Refused):
        answer.refuse(actor=vnpt, request=asked, reason="het-cho", text="Hết.")


def test_the_department_routes_a_need(place_asked, regulator, vnpt, mast):
    row = answer.route(actor=regulator, request=place_asked, mast=mast)

    assert (row.status, row.owner_id) == (RequestStatus.ASKED, vnpt.party.pk)
    assert Notice.objects.filter(user=vnpt.user, text__contains=row.reference).exists()


def test_only_the_department_routes(place_asked, vnpt, viettel, mast):
    for actor in (vnpt, viettel):
        with pytest.raises(NotAllowed):
            answer.route(actor=actor, request=place_asked, mast=mast)


def test_a_need_is_not_routed_to_the_asker(place_asked, regulator, viettel, mast):
    mast.site.owner = viettel.party
    mast.site.save()

    with pytest.raises(Refused):
        answer.route(actor=regulator, request=place_asked, mast=mast)


def test_the_department_refuses_what_it_cannot_route(place_asked, regulator):
    answer.refuse(actor=regulator, request=place_asked, reason="khong-co-cot", text="Trong bán kính 500 m chưa có cột.")

    assert fresh(place_asked).status == RequestStatus.REFUSED


def test_the_department_does_not_refuse_for_an_owner(asked, regulator):
    with pytest.raises(NotAllowed):
        answer.refuse(actor=regulator, request=asked, reason="het-cho", text="Hết.")


def test_the_asker_withdraws(offered, viettel, vnpt):
    answer.withdraw(actor=viettel, request=offered, text="Đã có chỗ khác.")

    assert fresh(offered).status == RequestStatus.WITHDRAWN
    assert offered.offers.get().status == "lapsed"
    with pytest.raises(WrongState):
        answer.withdraw(actor=viettel, request=offered)
