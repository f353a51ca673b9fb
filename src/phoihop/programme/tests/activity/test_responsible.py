"""Who is responsible for an activity."""

import pytest
from django.urls import reverse

from phoihop.base.errors import Refused
from phoihop.base.models import AuditEntry
from phoihop.people.models import User
from phoihop.programme.actions.activity import edit_activity

FORM = {"title": "Họp giao ban", "starts_at": "2026-08-03T08:00", "ends_at": "2026-08-03T10:00"}


def test_the_lead_chooses_among_its_own_people(client_of, regulator, clerk, vnpt, activity):
    client, address = client_of(regulator), reverse("programme:activity_edit", args=[activity.pk])

    offered = client.get(address).context["form"].fields["responsible"].queryset
    response = client.post(address, FORM | {"responsible": str(clerk.user_id)})

    activity.refresh_from_db()
    assert response.status_code == 302
    assert activity.responsible_id == clerk.user_id
    assert offered.filter(pk=clerk.user_id).exists()
    assert not offered.filter(pk=vnpt.user_id).exists()


def test_the_history_names_the_person(regulator, clerk, activity):
    user = User.objects.get(pk=clerk.user_id)

    edit_activity(
        actor=regulator, activity=activity, starts_at=activity.starts_at, ends_at=activity.ends_at, responsible=user
    )

    assert AuditEntry.objects.get(event="programme.activity.edited").after["responsible"] == user.full_name


def test_nobody_of_another_party(regulator, vnpt, activity):
    user = User.objects.get(pk=vnpt.user_id)

    with pytest.raises(Refused) as refusal:
        edit_activity(
            actor=regulator, activity=activity, starts_at=activity.starts_at, ends_at=activity.ends_at, responsible=user
        )

    assert refusal.value.field == "responsible"


def test_an_enterprise_is_shown_no_people_of_the_lead(client_of, regulator, clerk, vnpt, activity):
    activity.responsible_id = clerk.user_id
    activity.save()
    address = reverse("programme:activity_detail", args=[activity.pk])

    assert "Người phụ trách" in client_of(regulator).get(address).content.decode()
    assert "Người phụ trách" not in client_of(vnpt).get(address).content.decode()
