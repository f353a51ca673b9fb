"""The authorities that are trusted: the platform keeper's page."""

from dataclasses import replace

import pytest
from django.urls import reverse

from phoihop.base.access import Actor
from phoihop.base.errors import NotAllowed
from phoihop.papers.actions.issuers import distrust_issuer, trust_issuer, update_revocations
from phoihop.papers.models import TrustedIssuer
from phoihop.papers.signatures.demo_authority import DemoAuthority
from phoihop.papers.tests.desk import upload
from phoihop.testing.cast import NOON, CastMember
from phoihop.testing.factories import UserFactory

LIST = "papers:issuers"


@pytest.fixture
def keeper(db):
    user = UserFactory(full_name="Người quản trị", email="keeper@example.vn", is_keeper=True)
    return CastMember(user_id=user.pk, name=user.full_name, is_keeper=True, at=NOON, user=user)


@pytest.fixture
def issuer(keeper, authority):
    return trust_issuer(actor=keeper, name="CA", certificate=authority.certificate_pem, crl=authority.crl_pem(at=NOON))


def test_an_authority_is_trusted_with_its_list(client_of, keeper, authority):
    data = {
        "name": "CA", "certificate": upload(authority.certificate_pem, "ca.pem"),
        "crl": upload(authority.crl_pem(at=NOON), "ca.crl"),
    }  # fmt: skip

    assert client_of(keeper).post(reverse(LIST), data).status_code == 302

    assert "BEGIN X509 CRL" in TrustedIssuer.objects.get().crl_pem


def test_the_same_authority_is_trusted_once(client_of, keeper, issuer, authority):
    data = {"name": "CA", "certificate": upload(authority.certificate_pem, "ca.pem")}

    assert client_of(keeper).post(reverse(LIST), data).status_code == 422


@pytest.mark.parametrize("crl", [b"nonsense", b"-----BEGIN X509 CRL-----\nnonsense"])
def test_a_list_that_cannot_be_read_never_gets_in(client_of, keeper, authority, crl):
    data = {"name": "CA", "certificate": upload(authority.certificate_pem, "ca.pem"), "crl": upload(crl, "a.crl")}

    page = client_of(keeper).post(reverse(LIST), data)

    assert list(page.context["form"].errors) == ["crl"]
    assert not TrustedIssuer.objects.exists()


def test_another_authoritys_list_is_refused(client_of, keeper, issuer):
    stranger = DemoAuthority.create(demo_mode=True, at=NOON)  # of the same name, with another key
    address = reverse("papers:issuer_revocations", args=[issuer.pk])

    page = client_of(keeper).post(address, {"crl": upload(stranger.crl_pem(at=NOON), "a.crl")})

    assert "tổ chức khác" in page.context["form"].errors["crl"][0]


def test_a_newer_list_takes_the_place_of_the_old(client_of, keeper, issuer, authority):
    newer, before = authority.crl_pem(at=NOON), issuer.crl_pem

    answer = client_of(keeper).post(
        reverse("papers:issuer_revocations", args=[issuer.pk]), {"crl": upload(newer, "a.crl")}
    )  # fmt: skip

    issuer.refresh_from_db()
    assert answer.status_code == 302
    assert issuer.crl_pem == newer.decode() != before


def test_an_authority_is_trusted_no_more(client_of, keeper, issuer):
    assert client_of(keeper).post(reverse("papers:issuer_remove", args=[issuer.pk])).status_code == 302

    assert not TrustedIssuer.objects.exists()


def test_nobody_but_the_keeper_comes_near(client_of, regulator, director, issuer, authority):
    for member in (regulator, director):
        assert client_of(member).get(reverse(LIST)).status_code == 403
        assert client_of(member).post(reverse("papers:issuer_remove", args=[issuer.pk])).status_code == 403
    nobody: Actor = replace(regulator)
    for act in (
        lambda: trust_issuer(actor=nobody, name="CA", certificate=authority.certificate_pem),
        lambda: update_revocations(actor=nobody, issuer=issuer, crl=b""),
        lambda: distrust_issuer(actor=nobody, issuer=issuer),
    ):
        with pytest.raises(NotAllowed):
            act()
