"""The frame of every page: who is there, which programme it is about, how little it asks."""

import pytest
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.test import RequestFactory

from phoihop.config.shell import Shell, clause_of, programme_of, shell
from phoihop.notices.models import Notice
from phoihop.programme.models import Activity
from phoihop.testing.factories import (
    ActivityFactory,
    ClauseFactory,
    MemorandumFactory,
    PlanItemFactory,
    ProgrammeFactory,
)


@pytest.fixture
def request_of():
    def make(actor, path="/"):
        request = RequestFactory().get(path)
        request.actor, request.resolver_match, request.session = actor, None, SessionStore()
        return request

    return make


def test_a_stranger_costs_nothing(request_of, visitor, django_assert_num_queries):
    frame = Shell(request_of(visitor))

    with django_assert_num_queries(0):
        assert (frame.signed_in, frame.unread, frame.party_names) == (False, 0, "")
        assert frame.navigation({}) == []


def test_the_processor_waits_until_a_template_looks(request_of, vnpt, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert shell(request_of(vnpt))["shell"].name == "Đầu mối VNPT"


def test_the_account_names_the_person_and_the_parties(request_of, vnpt):
    Notice.objects.create(user=vnpt.user, text="Mời họp", url="/", key="k")

    frame = Shell(request_of(vnpt))

    assert (frame.name, frame.party_names, frame.unread) == ("Đầu mối VNPT", "VNPT", 1)


def test_changing_the_demo_role_is_offered_in_demo_mode_alone(request_of, vnpt, settings, monkeypatch):
    monkeypatch.setattr("phoihop.config.shell.reverse", lambda name: name)  # the demo has no address outside the demo

    def offered():
        return any(item.url == "people:demo" for item in Shell(request_of(vnpt)).account)

    settings.DEMO = False
    before = offered()
    settings.DEMO = True

    assert (before, offered()) == (False, True)


def test_a_page_says_which_programme_it_is_about(programme):
    memorandum = MemorandumFactory(programme=programme)

    found = [programme_of({"programme": programme}), programme_of({"memorandum": memorandum}), programme_of({})]

    assert found == [programme.pk, programme.pk, None]


def test_an_activity_belongs_to_its_clause(request_of, clerk, programme, django_assert_num_queries):
    clause = ClauseFactory(memorandum=MemorandumFactory(programme=programme), heading="Giao ban")
    item = PlanItemFactory(plan__programme=programme, clause=clause)
    activity = ActivityFactory(item=item, programme=programme)
    path = f"/activities/{activity.pk}/"

    groups = Shell(request_of(clerk, path)).navigation({"activity": activity, "programme": programme})
    with django_assert_num_queries(0):
        unknown = clause_of({"activity": Activity(pk=activity.pk, item_id=item.pk)})

    assert [entry.label for group in groups for entry in group.items if entry.active] == ["Giao ban"]
    assert unknown == ""


def test_the_programme_last_looked_at_is_remembered(request_of, vnpt, programme):
    other = ProgrammeFactory(lead=programme.lead, name="A – đứng đầu danh sách")
    other.participants.create(party=vnpt.party, joined_on="2024-01-01")
    request = request_of(vnpt)
    Shell(request).navigation({"programme": programme})

    headings = [group.heading for group in Shell(request).navigation({})]

    assert programme.name in headings
    assert other.name not in headings


def test_somebody_elses_programme_is_never_shown(request_of, vnpt, programme):
    foreign = ProgrammeFactory()

    headings = [group.heading for group in Shell(request_of(vnpt)).navigation({"programme": foreign})]

    assert foreign.name not in headings
    assert programme.name in headings


@pytest.mark.parametrize("clauses", [1, 8])
def test_it_asks_as_much_for_many_clauses_as_for_few(
    request_of, regulator, programme, clauses, django_assert_num_queries
):
    memorandum = MemorandumFactory(programme=programme)
    ClauseFactory.create_batch(clauses, memorandum=memorandum)
    frame = Shell(request_of(regulator))

    with django_assert_num_queries(2):  # the programme, its memorandum, the clauses
        frame.navigation({"programme": programme})
