import pytest

from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.clauses.briefings.actions.forms import content, ordering
from phoihop.clauses.briefings.actions.forms.rules import BadRule
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import Dimension
from phoihop.clauses.briefings.queries.forms.problems import problems_of
from phoihop.clauses.briefings.queries.forms.shapes import shape_of
from phoihop.clauses.briefings.tests.forms.values import indicator, rule
from phoihop.testing.factories import RegulatorFactory


def _shape(small):
    return shape_of(small.draft, small.draft.effective_from)


def test_a_version_is_read_with_its_breakdowns(small, django_assert_num_queries):
    with django_assert_num_queries(5):
        loaded = _shape(small)

    assert loaded.shape.cells == (Cell("tram"), Cell("tram", "4g"), Cell("tram", "5g"), Cell("tram_moi"))
    assert loaded.row_ids[Cell("tram")] == (small.whole.pk, None)
    assert loaded.cells_by_row()[loaded.row_ids[Cell("tram", "5g")]] == Cell("tram", "5g")


@pytest.mark.parametrize("code", ["4g", "Tram", "trạm", "tram-4g", "tram", ""])
def test_a_code_that_no_rule_can_name_is_refused(regulator, small, code):
    with pytest.raises(content.BadCode) as told:
        content.save_indicator(actor=regulator, section=small.section, dimensions=[], **indicator(code))

    assert told.value.field == "code"


def test_an_indicator_keeps_its_code_when_it_is_changed_and_may_move_to_another_section(regulator, small):
    other = content.save_section(actor=regulator, version=small.draft, title="Mục hai", guidance="")

    content.save_indicator(
        actor=regulator, section=other, dimensions=[], indicator=small.whole, **indicator("tram", name="Trạm BTS")
    )

    (row,) = other.indicators.all()
    assert (row.name, row.dimensions.count(), _shape(small).shape.cells[0]) == ("Trạm BTS", 0, Cell("tram_moi"))


def test_another_departments_breakdown_is_refused(regulator, small):
    foreign = Dimension.objects.create(regulator=RegulatorFactory(), code="x", name="X")

    with pytest.raises(Refused):
        content.save_indicator(actor=regulator, section=small.section, dimensions=[foreign], **indicator("khac"))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"left": "tram_cu"}, "left"),
        ({"left": "5"}, "left"),
        ({"right": "tram[3g]"}, "right"),
        ({"right": ""}, "right"),
        ({"operator": ""}, "operator"),
        ({"kind": "together", "right": "1"}, "right"),
        ({"kind": "previous"}, "least_percent"),
        ({"kind": "previous", "most_percent": -1}, "most_percent"),
    ],
)
def test_a_rule_that_cannot_hold_is_told_beside_its_field(regulator, small, changes, field):
    with pytest.raises(BadRule) as told:
        content.save_rule(actor=regulator, version=small.draft, **rule(**changes))

    assert told.value.field == field


def test_a_rule_keeps_only_what_its_kind_asks(regulator, small):
    against = content.save_rule(actor=regulator, version=small.draft, **rule(kind="previous", most_percent=20))
    pair = content.save_rule(actor=regulator, version=small.draft, **rule(kind="exclusive", most_percent=20))

    assert (against.right, against.operator, against.most_percent) == ("", "", 20)
    assert (pair.operator, pair.most_percent) == ("", None)


def test_a_rule_that_lost_its_indicator_stops_the_publication(regulator, small):
    content.remove_indicator(actor=regulator, indicator=small.new)

    (problem,) = problems_of(small.draft)

    assert (problem.rule_id, "tram_moi" in problem.text) == (small.rule.pk, True)


def test_a_breakdown_without_values_stops_the_publication(regulator, small):
    small.technology.codes.all().delete()

    told = [problem.indicator_id for problem in problems_of(small.draft)]

    assert small.whole.pk in told


def test_parts_move_one_place_and_stay_at_the_ends(regulator, small):
    for part in (small.new, small.section, small.rule):
        ordering.move_part(actor=regulator, part=part, step=-1)

    assert [row.code for row in small.section.indicators.order_by("position")] == ["tram_moi", "tram"]


def test_an_order_of_other_rows_is_stale(regulator, small):
    ordering.order_indicators(actor=regulator, section=small.section, order=[small.new.pk, small.whole.pk])

    with pytest.raises(Stale):
        ordering.order_indicators(actor=regulator, section=small.section, order=[small.new.pk])
    assert [row.code for row in small.section.indicators.order_by("position")] == ["tram_moi", "tram"]


def test_an_enterprise_changes_nothing(vnpt, small):
    for act in (
        lambda: content.save_section(actor=vnpt, version=small.draft, title="Mục", guidance=""),
        lambda: content.save_indicator(actor=vnpt, section=small.section, dimensions=[], **indicator("khac")),
        lambda: content.save_rule(actor=vnpt, version=small.draft, **rule()),
        lambda: content.remove_indicator(actor=vnpt, indicator=small.whole),
        lambda: ordering.move_part(actor=vnpt, part=small.rule, step=1),
        lambda: ordering.order_sections(actor=vnpt, version=small.draft, order=[]),
    ):
        with pytest.raises(NotAllowed):
            act()
