"""The ways from a page: what each role is shown, and where the person is."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.urls import resolve

from phoihop.config.navigation import Place, groups, section_of
from phoihop.testing.factories import ClauseFactory, MemorandumFactory


def _place(path: str, clause: str = "") -> Place:
    return Place(path, section_of(path), clause)


def _items(actor, programme, path="/", clause=""):
    found = groups(actor=actor, programme=programme, place=_place(path, clause))
    return [item for group in found for item in group.items]


@pytest.mark.parametrize(
    ("path", "section"),
    [("/", "home"), ("/plans/1/", "plans"), ("/programmes/1/plans/", "plans"), ("/programmes/1/", "programmes"),
     ("/programmes/", "programmes"), ("/papers/check/", "papers"), ("/plan-items/1/edit/", "plan-items")],
)  # fmt: skip
def test_sections(path, section):
    assert section_of(path) == section


@pytest.mark.parametrize(
    ("who", "absent"),
    [("director", set()), ("auditor", {"/days/"}), ("clerk", {"/history/", "/days/"}),
     ("vnpt", {"/history/", "/days/"})],
)  # fmt: skip
def test_only_ways_that_are_open(who, absent, request, programme):
    urls = {item.url for item in _items(request.getfixturevalue(who), programme)}

    assert {"/history/", "/days/"} - urls == absent


@pytest.mark.parametrize("who", ["director", "clerk", "auditor", "vnpt"])
def test_every_way_leads_to_a_page_that_lets_the_person_in(who, request, client_of, programme):
    memorandum = MemorandumFactory(programme=programme)
    ClauseFactory(memorandum=memorandum)
    member = request.getfixturevalue(who)
    client = client_of(member)

    answers = {item.url: client.get(item.url).status_code for item in _items(member, programme)}

    assert set(answers.values()) == {200}, answers


def test_each_clause_in_force_leads_to_its_activities(clerk, programme):
    past = {"starts_on": "2025-01-01", "ends_on": "2025-12-31", "ended_on": "2025-12-31"}
    ended = MemorandumFactory(programme=programme, status="ended", **past)
    ClauseFactory(memorandum=ended, heading="Điều khoản cũ")
    clause = ClauseFactory(memorandum=MemorandumFactory(programme=programme), heading="Họp nửa năm", icon="podium")

    found = {item.label: item for item in _items(clerk, programme)}

    assert "Điều khoản cũ" not in found
    assert found["Họp nửa năm"].icon == "podium"
    assert found["Họp nửa năm"].url == f"/programmes/{programme.pk}/activities/?clause={clause.pk}"


def test_a_party_that_was_not_asked_sees_no_clauses(vnpt, programme):
    ClauseFactory(memorandum=MemorandumFactory(programme=programme), heading="Họp nửa năm")

    assert "Họp nửa năm" not in {item.label for item in _items(vnpt, programme)}


def test_the_memorandum_of_this_year_comes_before_one_already_signed_for_the_next(clerk, programme):
    now = MemorandumFactory(programme=programme)
    later = MemorandumFactory(programme=programme, starts_on="2027-01-01", ends_on="2027-12-31")
    ClauseFactory(memorandum=now, heading="Năm nay")
    ClauseFactory(memorandum=later, heading="Năm sau")

    items = {item.label: item.url for item in _items(clerk, programme)}

    assert items["Biên bản ghi nhớ"] == f"/memoranda/{now.pk}/"
    assert "Năm nay" in items
    assert "Năm sau" not in items


@pytest.mark.parametrize("path", ["/", "/papers/", "/history/", "/parties/", "/jobs/"])
def test_one_way_is_marked_as_the_present_one(director, programme, path):
    active = [item.url for item in _items(director, programme, path) if item.active]

    assert active == [path]


def test_the_clause_that_is_listed_is_marked(director, programme):
    clause = ClauseFactory(memorandum=MemorandumFactory(programme=programme), heading="Giao ban")
    path = f"/programmes/{programme.pk}/activities/"

    active = [item.label for item in _items(director, programme, path, str(clause.pk)) if item.active]

    assert active == ["Giao ban"]


def test_the_keys_of_the_keyboard_are_told_apart(director, programme):
    keys = [item.key for item in _items(director, programme) if item.key]

    assert len(keys) == len(set(keys))


def test_a_keeper_without_a_seat_sees_the_platform_and_no_programme(visitor):
    keeper = replace(visitor, user_id=uuid4(), is_keeper=True)

    urls = [item.url for item in _items(keeper, None)]

    assert urls == ["/", "/kinds/towers/units/", "/accounts/", "/papers/issuers/", "/jobs/"]
    assert all(resolve(url) for url in urls)
