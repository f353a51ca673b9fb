import pytest
from django.test import Client
from django.urls import reverse

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.people.actions.accounts import disable_account, enable_account
from phoihop.people.models import User


def test_keeper_finds_accounts(client_of, keeper, vnpt, viettel):
    page = client_of(keeper).get(reverse("people:accounts"), {"q": "vnpt@"}).content.decode()

    assert "vnpt@example.vn" in page
    assert "viettel@example.vn" not in page


@pytest.mark.parametrize("member", ["regulator", "vnpt"])
def test_others_see_no_accounts(client_of, request, member, vnpt):
    client = client_of(request.getfixturevalue(member))

    assert client.get(reverse("people:accounts")).status_code == 403
    assert client.post(reverse("people:account_disable", args=[vnpt.user.pk]), {"reason": "x"}).status_code == 403


def test_disabled_account_is_signed_out_everywhere(client_of, keeper, vnpt):
    there = Client()
    there.post(reverse("account_login"), {"login": "vnpt@example.vn", "password": "mat-khau-thu"})
    client_of(keeper).post(reverse("people:account_disable", args=[vnpt.user.pk]), {"reason": "Mất máy"})

    assert there.get(reverse("people:profile")).status_code == 302
    assert User.objects.get(pk=vnpt.user.pk).disabled_reason == "Mất máy"


def test_reason_is_asked(client_of, keeper, vnpt):
    response = client_of(keeper).post(reverse("people:account_disable", args=[vnpt.user.pk]), {"reason": ""})

    assert response.status_code == 422
    assert User.objects.get(pk=vnpt.user.pk).is_active


def test_keeper_does_not_lock_themselves_out(keeper):
    with pytest.raises(Refused):
        disable_account(actor=keeper, user=keeper.user, reason="x")


def test_keeper_enables_any(client_of, keeper, vnpt):
    disable_account(actor=keeper, user=vnpt.user, reason="x")
    client_of(keeper).post(reverse("people:account_enable", args=[vnpt.user.pk]))

    user = User.objects.get(pk=vnpt.user.pk)
    assert (user.is_active, user.disabled_at, user.disabled_reason) == (True, None, "")


@pytest.mark.parametrize("member", ["vnpt", "regulator"])
def test_manager_enables_whoever_was_idle(client_of, request, member, colleague):
    User.objects.filter(pk=colleague.user.pk).update(is_active=False, disabled_reason="idle")
    client_of(request.getfixturevalue(member)).post(reverse("people:account_enable", args=[colleague.user.pk]))

    assert User.objects.get(pk=colleague.user.pk).is_active


def test_manager_does_not_enable_whom_the_keeper_disabled(client_of, keeper, vnpt, colleague):
    disable_account(actor=keeper, user=colleague.user, reason="Lạm dụng")
    colleague.user.refresh_from_db()

    assert client_of(vnpt).post(reverse("people:account_enable", args=[colleague.user.pk])).status_code == 404
    with pytest.raises(NotAllowed):
        enable_account(actor=vnpt, user=colleague.user)


def test_rival_enables_nobody(client_of, viettel, colleague):
    User.objects.filter(pk=colleague.user.pk).update(is_active=False, disabled_reason="idle")

    assert client_of(viettel).post(reverse("people:account_enable", args=[colleague.user.pk])).status_code == 404


def test_regulator_reads_in_the_history_that_an_account_was_disabled(keeper, vnpt, auditor):
    disable_account(actor=keeper, user=vnpt.user, reason="x")

    assert AuditEntry.objects.visible_to(auditor).filter(event="people.account.disabled").exists()
