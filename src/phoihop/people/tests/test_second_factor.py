import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from phoihop.people.adapters import MfaAdapter


@pytest.fixture(autouse=True)
def _required(settings):
    settings.REQUIRE_SECOND_FACTOR = True


def _factor(user):
    return Authenticator.objects.create(user=user, type="totp", data={"secret": MfaAdapter().encrypt("ABC")})


@pytest.mark.parametrize("member", ["regulator", "director", "auditor", "keeper"])
def test_regulator_and_keeper_are_led_to_set_one_up(client_of, request, member):
    response = client_of(request.getfixturevalue(member)).get(reverse("people:profile"))

    assert response.status_code == 302
    assert response.url == reverse("mfa_index")


def test_the_way_to_set_it_up_is_open(client_of, regulator):
    client = client_of(regulator)

    assert client.get(reverse("mfa_index")).status_code == 200
    assert client.post(reverse("account_logout")).status_code == 302


def test_enterprise_may_go_without(client_of, vnpt):
    assert client_of(vnpt).get(reverse("people:profile")).status_code == 200


def test_whoever_has_one_goes_on(client_of, regulator):
    _factor(regulator.user)

    assert client_of(regulator).get(reverse("people:profile")).status_code == 200


def test_last_one_of_a_regulator_stays(regulator, vnpt):
    assert not MfaAdapter().can_delete_authenticator(_factor(regulator.user))
    assert MfaAdapter().can_delete_authenticator(_factor(vnpt.user))


def test_demo_cast_is_not_spared_elsewhere(client_of, regulator):
    type(regulator.user).objects.update(is_demo=True)

    assert client_of(regulator).get(reverse("people:profile")).status_code == 302


def test_demo_cast_is_spared_in_demo_mode(client_of, regulator, demo_mode):
    type(regulator.user).objects.update(is_demo=True)

    assert client_of(regulator).get(reverse("people:profile")).status_code == 200
