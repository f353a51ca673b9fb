import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, Refused
from phoihop.clauses.towers.actions.sharing import codes, rules
from phoihop.clauses.towers.models import ShareCode, SharingReason, SharingRule
from phoihop.clauses.towers.sharing.clock import Limits
from phoihop.testing.cast import DAY


def test_limits_apply_from_a_day_on(regulator):
    rule = rules.add_rule(actor=regulator, regulator=regulator.party, valid_from=DAY, limits=Limits(answer_days=5))

    assert SharingRule.objects.in_force(regulator.party.pk, DAY) == rule
    assert SharingRule.objects.in_force(regulator.party.pk, DAY - dt.timedelta(days=1)) is None


def test_the_past_is_not_changed(regulator):
    with pytest.raises(Refused):
        rules.add_rule(
            actor=regulator, regulator=regulator.party, valid_from=DAY - dt.timedelta(days=1), limits=Limits()
        )
    rule = rules.add_rule(actor=regulator, regulator=regulator.party, valid_from=DAY, limits=Limits())
    with pytest.raises(Refused):
        rules.remove_rule(actor=regulator, rule=rule)


def test_only_the_department_sets_them(vnpt, regulator):
    with pytest.raises(NotAllowed):
        rules.add_rule(actor=vnpt, regulator=regulator.party, valid_from=DAY, limits=Limits())
    with pytest.raises(NotAllowed):
        rules.set_reason(actor=vnpt, regulator=regulator.party, use="refusal", name_vi="Không thích")


def test_a_reason_of_ones_own_joins_the_list(regulator, client_of):
    client_of(regulator).post(reverse("towers:sharing_reason_new"), {"use": "refusal", "name_vi": "Cột cho quân sự"})

    reason = SharingReason.objects.get()
    assert reason.code == "cot-cho-quan-su"
    assert "Cột cho quân sự" in client_of(regulator).get(reverse("towers:sharing_settings")).content.decode()


def test_a_hidden_reason_can_be_brought_back(regulator, client_of):
    client, url = client_of(regulator), reverse("towers:sharing_reason_edit", args=["refusal", "het-cho"])

    client.post(url, {"name_vi": "Hết chỗ", "hidden": "on"})
    client.post(url, {"name_vi": "Hết chỗ"})

    assert SharingReason.objects.get().hidden is False


def test_a_code_is_for_a_mast_on_offer(vnpt, mast):
    mast.offered_for_sharing = False
    mast.save()

    with pytest.raises(Refused):
        codes.make_code(actor=vnpt, mast=mast, expires_on=DAY)


def test_codes_are_the_owners_alone(vnpt, viettel, regulator, code):
    readers = [actor for actor in (vnpt, viettel, regulator) if ShareCode.objects.visible_to(actor).exists()]

    assert readers == [vnpt]
    with pytest.raises(NotAllowed):
        codes.revoke_code(actor=viettel, code=code)


def test_revoking_ends_a_code(vnpt, code):
    assert codes.revoke_code(actor=vnpt, code=code).revoked_at == vnpt.at
