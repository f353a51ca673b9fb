import datetime as dt
from decimal import Decimal

import pytest

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.clauses.towers.actions.registry import codes as actions
from phoihop.clauses.towers.models import LocalRule, MastClass, SharingTarget, Zone
from phoihop.clauses.towers.queries.registry import codes as queries

RULE = {"source": "Quyết định 1", "mast_class": None, "height_over_m": None, "height_up_to_m": None}
NO_DAYS = {"valid_from": None, "valid_until": None}


@pytest.fixture
def ruled(regulator):
    actions.load_samples(actor=regulator, regulator=regulator.party)
    return regulator.party


def test_samples_are_loaded_once_and_may_be_loaded_again(regulator, ruled):
    actions.load_samples(actor=regulator, regulator=ruled)

    assert sorted(MastClass.objects.values_list("code", flat=True)) == ["A1a", "A1b", "A1c", "A2a", "A2b", "A2c"]
    assert dict(LocalRule.objects.values_list("zone", "spacing_m")) == {Zone.URBAN: 100, Zone.OTHER: 400}


def test_a_department_replaces_a_national_class_for_its_own_alone(regulator, vnpt, ruled):
    national = MastClass.objects.get(code="A2b")
    actions.save_class(
        actor=regulator, regulator=ruled, mast_class=national, code="A2b", label="Cột tự đứng", bulky=True,
        on_building=False, source="Quyết định", **NO_DAYS,
    )  # fmt: skip

    used = queries.mast_classes(actor=vnpt, regulator_id=ruled.pk).get(code="A2b")
    assert (used.label, used.keeper) == ("Cột tự đứng", ruled)
    assert MastClass.objects.get(pk=national.pk).keeper is None


def test_a_class_out_of_use_is_not_offered(regulator, vnpt, ruled):
    actions.save_class(
        actor=regulator, regulator=ruled, code="A9", label="Loại cũ", bulky=False, on_building=False, source="x",
        valid_from=None, valid_until=dt.date(2026, 6, 14),
    )  # fmt: skip

    assert not queries.mast_classes(actor=vnpt, regulator_id=ruled.pk).filter(code="A9").exists()
    assert queries.all_classes(actor=vnpt, regulator_id=ruled.pk).filter(code="A9").exists()


def test_the_rule_that_says_most_about_a_mast_holds(regulator, vnpt, ruled):
    a2a = MastClass.objects.get(code="A2a")
    for over, up_to, metres in ((None, Decimal(15), 150), (Decimal(15), None, 200)):
        values = RULE | {"mast_class": a2a, "height_over_m": over, "height_up_to_m": up_to, "spacing_m": metres}
        actions.save_rule(actor=regulator, regulator=ruled, zone=Zone.URBAN, **values)

    def spacing(**asked):
        return queries.spacing_rule(actor=vnpt, regulator_id=ruled.pk, zone=Zone.URBAN, **asked).spacing_m

    assert spacing(class_id=a2a.pk, height_m=15) == 150
    assert spacing(class_id=a2a.pk, height_m=15.1) == 200
    assert spacing(class_id=MastClass.objects.get(code="A2b").pk, height_m=15) == 100


def test_a_rule_that_ended_no_longer_holds(regulator, vnpt, ruled):
    LocalRule.objects.filter(zone=Zone.URBAN).update(valid_until=dt.date(2026, 6, 14))

    assert queries.spacing_rule(actor=vnpt, regulator_id=ruled.pk, zone=Zone.URBAN) is None


@pytest.mark.parametrize("values", [{"spacing_m": 6000}, {"height_over_m": Decimal(20), "height_up_to_m": Decimal(10)}])
def test_a_rule_that_cannot_be_is_refused(regulator, ruled, values):
    with pytest.raises(Refused):
        actions.save_rule(actor=regulator, regulator=ruled, zone=Zone.URBAN, **(RULE | {"spacing_m": 1} | values))


def test_enterprises_read_the_rules_and_change_none(vnpt, ruled):
    assert queries.local_rules(actor=vnpt, regulator_id=ruled.pk).count() == 2
    with pytest.raises(NotAllowed):
        actions.save_rule(actor=vnpt, regulator=ruled, zone=Zone.URBAN, spacing_m=1, **RULE)
    with pytest.raises(NotVisible):
        queries.editable_rule(actor=vnpt, pk=LocalRule.objects.first().pk)


def test_a_years_target_is_set_anew(regulator, ruled):
    for percent in ("20.0", "25.0"):
        actions.set_target(
            actor=regulator, regulator=ruled, year=2026, masts_percent=Decimal(percent), stations_percent=None,
            source="",
        )  # fmt: skip

    assert SharingTarget.objects.get().masts_percent == 25
