import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.people import handover
from phoihop.people.actions.memberships import hand_over
from phoihop.people.models import Handover, Membership
from phoihop.testing.cast import DAY


@pytest.fixture
def work(monkeypatch):
    """Two open things of anybody; what was passed on is remembered."""
    passed = []
    monkeypatch.setattr(handover, "_sources", {})
    handover.register_handover(
        "test",
        lambda user, party: [
            handover.OpenWork("Hoạt động", "Hội thao ngành", "/x/", dt.date(2026, 8, 15)),
            handover.OpenWork("Góp ý", "Điều khoản 3", due_on=dt.date(2026, 7, 1)),
        ],
        lambda old, new, party, actor: passed.append((old.pk, new.pk, party.pk)),
    )
    return passed


def _hand_over(actor, giver, taker, **how):
    return hand_over(actor=actor, party=giver.party, from_user=giver.user, to_user=taker.user, **how)


def test_everything_open_passes_in_one_step(vnpt, colleague, work):
    _hand_over(vnpt, vnpt, colleague)

    assert work == [(vnpt.user.pk, colleague.user.pk, vnpt.party.pk)]


def test_sheet_keeps_it_as_it_was_soonest_first(vnpt, colleague, work):
    sheet = _hand_over(vnpt, vnpt, colleague, note="Chìa khóa ở văn thư").sheet

    assert [row["title"] for row in sheet] == ["Điều khoản 3", "Hội thao ngành"]
    assert sheet[1] == {"source": "Hoạt động", "title": "Hội thao ngành", "url": "/x/", "due_on": "2026-08-15"}


def test_successor_gets_the_role_and_the_leaver_loses_it(vnpt, colleague, work):
    _hand_over(vnpt, vnpt, colleague)

    assert Membership.objects.get(user=vnpt.user).ended_on == DAY
    roles = Membership.objects.current().filter(user=colleague.user).values_list("role", flat=True)
    assert set(roles) == {"focal_point", "member"}


def test_whoever_stays_keeps_the_role(vnpt, colleague, work):
    _hand_over(vnpt, vnpt, colleague, leaves=False)

    assert Membership.objects.get(user=vnpt.user).ended_on is None


def test_failure_of_one_app_undoes_all(vnpt, colleague, work):
    def fail(*args):
        raise Refused("không được")

    handover.register_handover("broken", lambda user, party: [], fail)

    with pytest.raises(Refused):
        _hand_over(vnpt, vnpt, colleague)
    assert not Handover.objects.exists()
    assert Membership.objects.get(user=vnpt.user).ended_on is None


def test_regulator_hands_over_for_a_party_that_nobody_serves(regulator, vnpt, colleague, work):
    assert _hand_over(regulator, vnpt, colleague).party == vnpt.party


@pytest.mark.parametrize("member", ["viettel", "colleague", "clerk"])
def test_others_hand_nothing_over(request, vnpt, colleague, member):
    with pytest.raises(NotAllowed):
        _hand_over(request.getfixturevalue(member), vnpt, colleague)


def test_successor_must_belong_to_the_party(vnpt, viettel):
    with pytest.raises(Refused, match="chưa thuộc đơn vị"):
        _hand_over(vnpt, vnpt, viettel)


def test_giver_must_belong_to_the_party(vnpt, viettel, colleague):
    with pytest.raises(NotVisible):
        hand_over(actor=vnpt, party=vnpt.party, from_user=viettel.user, to_user=colleague.user)


def test_page_lists_the_work_and_leads_to_the_sheet(client_of, regulator, vnpt, colleague, work):
    client = client_of(regulator)
    address = reverse("people:handover_new", args=[vnpt.party.pk, vnpt.user.pk])
    page = client.get(address).content.decode()
    done = client.post(address, {"to_user": colleague.user.pk, "leaves": "on"})
    sheet = client.get(done.url).content.decode()

    assert "Hội thao ngành" in page
    assert "Hội thao ngành" in sheet
    assert "15/08/2026" in sheet


def test_leaver_ends_on_a_page_that_they_may_see(client_of, vnpt, colleague, work):
    address = reverse("people:handover_new", args=[vnpt.party.pk, vnpt.user.pk])

    done = client_of(vnpt).post(address, {"to_user": colleague.user.pk, "leaves": "on"})

    assert done.url == reverse("home")


def test_sheet_of_a_rival_does_not_exist(client_of, vnpt, viettel, colleague, work):
    sheet = _hand_over(vnpt, vnpt, colleague)

    assert client_of(viettel).get(reverse("people:handover", args=[sheet.pk])).status_code == 404
    assert client_of(colleague).get(reverse("people:handover", args=[sheet.pk])).status_code == 200


def test_code_is_registered_once(work):
    with pytest.raises(ValueError, match="already"):
        handover.register_handover("test", lambda user, party: [], lambda *args: None)
