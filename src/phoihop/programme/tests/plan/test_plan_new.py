"""The list of plans, and the form that drafts one."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from phoihop.programme.models import Plan
from phoihop.testing.factories import ClauseFactory, MemorandumFactory, ProgrammeFactory

TYPED = {"year": 2026, "lead_days": 0}


def new(programme):
    return reverse("programme:plan_new", args=[programme.pk])


def test_plan_is_drafted(regulator, client_of, programme):
    ClauseFactory(memorandum=MemorandumFactory(programme=programme))

    answer = client_of(regulator).post(new(programme), TYPED)

    plan = Plan.objects.get()
    assert answer.url == reverse("programme:plan_detail", args=[plan.pk])
    assert plan.items.count() == 1


def test_missing_memorandum_is_said_at_the_year(regulator, client_of, programme):
    MemorandumFactory(programme=programme, starts_on=dt.date(2020, 1, 1), ends_on=dt.date(2020, 12, 31))

    answer = client_of(regulator).post(new(programme), TYPED)

    assert answer.status_code == 422
    assert "biên bản ghi nhớ" in answer.context["form"].errors["year"][0]


def test_another_leads_programme_does_not_exist(regulator, client_of):
    assert client_of(regulator).post(new(ProgrammeFactory()), TYPED).status_code == 404


def test_enterprise_drafts_nothing(vnpt, client_of, programme):
    assert client_of(vnpt).get(new(programme)).status_code == 403


def test_list_shows_a_draft_to_the_lead_alone(regulator, vnpt, client_of, draft_plan):
    address = reverse("programme:plan_list", args=[draft_plan.programme_id])
    link = reverse("programme:plan_detail", args=[draft_plan.pk])

    assert link in client_of(regulator).get(address).content.decode()
    assert link not in client_of(vnpt).get(address).content.decode()
