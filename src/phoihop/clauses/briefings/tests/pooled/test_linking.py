from phoihop.clauses.briefings.checking import RuleShape
from phoihop.clauses.briefings.pooling.linking import Group, groups_of
from phoihop.clauses.briefings.tests.pooled.shapes import ADDITIVE, SUM, equal, form, one_of, total_of


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

    assert tied == {"prepaid", "postpaid", "masts"}
    assert groups == [Group("subscribers")]


def test_a_circle_is_left_out_and_found_at_all():
    around = equal(total_of("prepaid"), total_of("subscribers", "masts"))
    groups, tied = groups_of(form(SUM, around), ADDITIVE)

    assert tied == {"prepaid", "postpaid", "masts"}
    assert groups == [Group("subscribers")]


def test_a_part_of_two_totals_is_told_by_neither():
    other = equal(total_of("masts"), total_of("prepaid", "radius"))
    groups, tied = groups_of(form(SUM, other), [*ADDITIVE, "radius"])

    assert (groups, tied) == ([Group("subscribers")], {"prepaid", "postpaid", "masts", "radius"})


def test_an_equality_of_single_values_hides_the_breakdown():
    values = RuleShape("r", "compare", one_of("masts", "4g", "5g"), "==", total_of("masts"))
    groups, _ = groups_of(form(values), ADDITIVE)

    assert [one.total for one in groups if one.bare] == ["masts"]
