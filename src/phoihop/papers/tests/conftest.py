"""Papers at every stage, and an invented authority whose certificates the register knows."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.papers.actions import papers, register
from phoihop.papers.actions.rounds import SlotPlan, open_round
from phoihop.papers.models import RegisteredSigner, SigningMode, TrustedIssuer
from phoihop.papers.signatures.demo_authority import DemoAuthority
from phoihop.papers.tests.desk import SIGNERS, Desk, memorandum, report
from phoihop.testing.cast import DAY, NOON


@pytest.fixture
def draw(regulator, vnpt):
    """Draws a report of the regulator for VNPT to read."""

    def drawn(actor=regulator, **values):
        values = {"subject": vnpt.party, "audience": [vnpt.party], "lead_id": regulator.party.pk, **values}
        return papers.draw_paper(actor=actor, party=actor.party, description=report(), **values)

    return drawn


@pytest.fixture
def draft(draw):
    return draw()


@pytest.fixture
def sign(regulator, clerk):
    """Takes a draft to its signature."""

    def signed(paper, on: dt.date = DAY):
        papers.submit_paper(actor=regulator, paper=paper)
        return register.record_signature(actor=clerk, paper=paper, signed_on=on)

    return signed


@pytest.fixture
def issue(clerk, draw, sign):
    """Draws, signs and issues a paper."""

    def issued(on: dt.date = DAY, **values):
        return register.issue_paper(actor=clerk, paper=sign(draw(**values), on), issued_on=on)

    return issued


@pytest.fixture(scope="session")
def authority():
    return DemoAuthority.create(demo_mode=True, at=NOON)


@pytest.fixture
def desk(authority, director, vnpt, viettel):
    """The signing desk of each party; the register knows the certificate of each."""
    TrustedIssuer.objects.create(
        name="CA minh họa", certificate_pem=authority.certificate_pem.decode(), sha256="0" * 64,
        crl_pem=authority.crl_pem(at=NOON).decode(), is_demo=True,
    )  # fmt: skip
    hands = {}
    for member, name in zip((director, vnpt, viettel), SIGNERS, strict=True):
        hand = authority.issue(name=name, organisation=member.party.name, at=NOON)
        RegisteredSigner.objects.create(
            party=member.party, name=name, position="Giám đốc", valid_from=dt.date(2026, 1, 1),
            certificate_sha256=hand.rule.certificate_sha256,
        )  # fmt: skip
        hands[member.party.pk] = hand
    return Desk(authority, hands)


@pytest.fixture
def circulate(regulator, director, vnpt, viettel, desk):
    """Opens a round of the regulator, VNPT and Viettel."""

    def opened(mode=SigningMode.ORDERED, subject=None):
        parties = [director.party, vnpt.party, viettel.party]
        paper = papers.draw_paper(
            actor=regulator, party=regulator.party, description=memorandum(), subject=subject or vnpt.party,
            audience=parties, lead_id=regulator.party.pk,
        )  # fmt: skip
        slots = [SlotPlan(party, name, "Giám đốc") for party, name in zip(parties, SIGNERS, strict=True)]
        return open_round(actor=regulator, paper=paper, slots=slots, mode=mode)

    return opened


@pytest.fixture
def round_(circulate):
    return circulate()
