import datetime as dt
from types import SimpleNamespace

import pytest

from phoihop.clauses.briefings.actions.forms.starting import load_starting_set
from phoihop.clauses.briefings.checking import check
from phoihop.clauses.briefings.demo import forms as demo
from phoihop.clauses.briefings.models import Indicator, Missing, ReportForm, RuleKind
from phoihop.clauses.briefings.queries.forms.problems import problems_of
from phoihop.clauses.briefings.queries.forms.shapes import shape_of, version_for
from phoihop.people.unit_loading import load_units, sample_units
from phoihop.programme.facts import fact_of


@pytest.fixture
def districts(db):
    sheet = sample_units()
    kept = [unit | {"outline": unit["outline"][:1]} for unit in sheet["units"] if unit["level"] != "commune"]
    load_units(sheet | {"units": kept}, valid_until=None)


def test_the_set_can_be_published_as_it_is(regulator, districts):
    made = load_starting_set(actor=regulator, regulator=regulator.party)

    assert [problem.text for version in made for problem in problems_of(version)] == []
    assert [Indicator.objects.filter(section__version=version).count() for version in made] == [40, 15]


def test_the_set_is_voluntary_and_asks_for_nothing_that_a_statutory_form_gives(regulator, districts):
    load_starting_set(actor=regulator, regulator=regulator.party)

    noted = Indicator.objects.exclude(statutory_note="")
    assert noted.count() >= 4
    assert not noted.filter(required=True).exists()
    assert not ReportForm.objects.filter(voluntary=False).exists()


def test_the_telecom_form_shows_every_kind_of_rule_and_of_breakdown(regulator, districts):
    (telecom, _post) = load_starting_set(actor=regulator, regulator=regulator.party)

    rules = list(telecom.rules.all())
    loaded = shape_of(telecom, telecom.effective_from)
    used = {breakdown.code: len(breakdown.members) for one in loaded.shape.indicators for breakdown in one.breakdowns}
    assert ({rule.kind for rule in rules}, {rule.missing for rule in rules}) == (set(RuleKind), set(Missing))
    assert used == {"district": 12, "technology": 4, "service": 5}
    facts = [one.fact for section in loaded.sections for one in section.indicators.all() if one.fact]
    assert [code for code in facts if fact_of(code) is None] == []


def test_loading_the_set_again_changes_nothing(regulator, districts):
    load_starting_set(actor=regulator, regulator=regulator.party)

    assert load_starting_set(actor=regulator, regulator=regulator.party) == []
    assert ReportForm.objects.count() == 2


def test_a_blank_form_says_what_is_required_and_nothing_else(regulator, districts):
    (telecom, _post) = load_starting_set(actor=regulator, regulator=regulator.party)

    found = check(shape_of(telecom, telecom.effective_from).shape, {})

    assert {finding.check for finding in found} == {"required"}


def test_the_demo_has_forms_in_force_and_a_draft(regulator, vnpt, post, districts):
    stage = SimpleNamespace(
        regulator=regulator.party, enterprises=[vnpt.party, post.party], now=regulator.at,
        officer=lambda moment: regulator.on(moment.date()),
    )  # fmt: skip

    demo.build(stage)

    telecom, postal = (ReportForm.objects.get(code=code) for code in (demo.TELECOM, demo.POST))
    in_force = [version_for(telecom, dt.date(year, 6, 30)).number for year in (2025, 2026)]
    assert (in_force, telecom.versions.get(status="draft").number) == ([1, 2], 3)
    assert [list(form.parties.all()) for form in (telecom, postal)] == [[vnpt.party], [post.party]]
