"""Every registered kind keeps its promises, and one that does not is seen to fail."""

from __future__ import annotations

import dataclasses

import pytest
from django.apps import apps

from phoihop.people.models import Division
from phoihop.programme import kinds
from phoihop.programme.kinds import DuplicateKind, all_kinds, kind_of
from phoihop.testing.factories import ActivityFactory
from tests.contract.promises import deeds, facts

KINDS = pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.code)
PLAIN = all_kinds()[0]


def _rows() -> int:
    return sum(model._default_manager.count() for model in apps.get_models())


@pytest.fixture
def activity(programme):
    return ActivityFactory(programme=programme)


@KINDS
def test_what_a_kind_says_of_itself(kind):
    assert list(facts(kind)) == []


@KINDS
def test_what_a_kind_does(kind, regulator, activity):
    assert list(deeds(kind, regulator, activity, _rows)) == []


@KINDS
def test_a_rival_gets_no_figure_of_another_party(kind, regulator, vnpt, viettel, activity):
    kind.open(regulator, activity)

    shown = {figure.party_id for figure in kind.outcomes(viettel, activity)}

    assert vnpt.party.pk not in shown


def test_the_plain_kind_comes_first_and_serves_what_nobody_knows():
    assert PLAIN.code == "plain"
    assert kind_of("no-longer-installed") is PLAIN


def test_two_kinds_with_one_code_stop_the_start():
    with pytest.raises(DuplicateKind, match="plain"):
        kinds.register(PLAIN)

    assert len(all_kinds()) == len({kind.code for kind in all_kinds()})


@pytest.mark.parametrize(
    ("planted", "seen"),
    [
        ({"code": "Plain Kind"}, "code"),
        ({"label": ""}, "label"),
        ({"label": "Không dịch"}, "label"),
        ({"icon": "no-such-icon"}, "icon"),
        ({"urls": "phoihop.programme.kinds"}, "urls"),
        ({"code": "undescribed"}, "docs"),
    ],
)
def test_a_false_fact_is_seen(planted, seen):
    bad = dataclasses.replace(PLAIN, **planted)

    assert seen in {problem.split(":")[0] for problem in facts(bad)}


@pytest.mark.parametrize("deed", ["missing", "outcomes", "documents"])
def test_a_wrong_answer_is_seen(deed, regulator, activity):
    bad = dataclasses.replace(PLAIN, **{deed: lambda *_: ["text"]})

    assert [problem.split(":")[0] for problem in deeds(bad, regulator, activity, _rows)] == [deed]


def test_opening_that_cannot_be_repeated_is_seen(regulator, activity):
    def plant(actor, opened):
        Division.objects.create(party=regulator.party, name=f"Phòng {Division.objects.count()}")

    bad = dataclasses.replace(PLAIN, open=plant)

    assert [problem.split(":")[0] for problem in deeds(bad, regulator, activity, _rows)] == ["open"]
