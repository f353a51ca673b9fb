"""set_target and remove_target; who sees them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.programme.actions import plan as actions
from phoihop.programme.models import PlanStatus, PlanTarget
from phoihop.programme.queries import plan as queries
from phoihop.testing.factories import PartyFactory, PlanFactory, PlanItemFactory


@pytest.fixture
def item(programme):
    return PlanItemFactory(plan=PlanFactory(programme=programme, status=PlanStatus.DRAFT))


def gifts(actor, item, **values):
    return actions.set_target(
        actor=actor, item=item, **{"label": "Quà", "unit": "suất", "value": Decimal(50), **values}
    )


def test_target_is_replaced_not_doubled(regulator, item):
    gifts(regulator, item)
    gifts(regulator, item, value=Decimal(70))

    assert PlanTarget.objects.get().value == 70


def test_together_and_of_a_party_stand_beside_each_other(regulator, vnpt, item):
    gifts(regulator, item)
    gifts(regulator, item, party=vnpt.party)

    assert PlanTarget.objects.count() == 2


def test_below_zero_is_refused(regulator, item):
    with pytest.raises(Refused):
        gifts(regulator, item, value=Decimal(-1))


def test_a_stranger_gets_no_target(regulator, item):
    with pytest.raises(Refused):
        gifts(regulator, item, party=PartyFactory())


def test_an_enterprise_sets_no_target(vnpt, item):
    with pytest.raises(NotAllowed):
        gifts(vnpt, item, party=vnpt.party)


def test_a_rival_sees_what_is_common_and_its_own(regulator, vnpt, viettel, item):
    gifts(regulator, item, value=Decimal(100))
    secret = gifts(regulator, item, party=vnpt.party)
    gifts(regulator, item, party=viettel.party, value=Decimal(40))
    actions_plan = type(item.plan).objects
    actions_plan.filter(pk=item.plan.pk).update(status=PlanStatus.FROZEN)
    item.plan.refresh_from_db()

    (row,) = queries.plan_picture(actor=viettel, plan=item.plan).rows

    assert sorted(target.value for target in row.targets) == [40, 100]
    with pytest.raises(NotVisible):
        queries.visible_target(actor=viettel, pk=secret.pk)


def test_target_is_removed(regulator, item):
    target = gifts(regulator, item)

    actions.remove_target(actor=regulator, target=target)

    assert not PlanTarget.objects.exists()
