from phoihop.clauses.briefings.pooling.linking import Group, groups_of
from phoihop.clauses.briefings.tests.pooled.shapes import ADDITIVE, SUM, equal, form, total_of


def test_a_total_and_its_parts_are_one_group():
    groups, tied = groups_of(form(SUM), ADDITIVE)

    assert groups == [Group("subscribers", {}, ["prepaid", "postpaid"]), Group("masts")]
    assert tied == set()


def test_without_a_rule_each_stands_alone():
    groups, _ = groups_of(form(), ADDITIVE)

    assert [one.total for one in groups] == list(ADDITIVE)


def test_parts_of_parts_stand_below_them():
    groups, _ = groups_of(form(SUM, equal(total_of("prepaid"), total_of("masts", "radius"))), [*ADDITIVE, "radius"])

    assert groups == [
        Group("subscribers", {"masts": "prepaid", "radius": "prepaid"}, ["prepaid", "postpaid", "masts", "radius"])
    ]


def test_what_two_rules_tie_is_left_out():
    twice = equal(total_of("subscribers"), total_of("prepaid", "masts"))
    groups, tied = groups_of(form(SUM, twice), ADDITIVE)

    assert tied == {"prepaid", "masts"}
    assert [one.total for one in groups] == ["subscribers"]


def test_a_circle_is_left_out_and_found_at_all():
    around = equal(total_of("prepaid"), total_of("subscribers", "masts"))
    groups, tied = groups_of(form(SUM, around), ADDITIVE)

    assert {"subscribers", "prepaid"} <= tied
    assert [one.total for one in groups] == []
