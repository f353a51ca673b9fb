"""What one operator files never reaches another: not the third, and not the partner before both agree."""

from __future__ import annotations

import re

import pytest
import time_machine
from django.urls import reverse

from phoihop.base.models import AuditEntry, Job
from phoihop.clauses.towers.joint.dues import joint_dues
from phoihop.clauses.towers.models import JointNeed, JointProposal, JointScenario, NeedReceipt
from phoihop.clauses.towers.tests.joint.conftest import AFTER
from phoihop.notices.models import Notice
from phoihop.programme.happenings import activity_happenings
from phoihop.testing.cast import NOON

MARK = "BÍ-MẬT"
SECRETS = (MARK, "20.9471", "106.3471", "20,9471", "106,3471", "317")  # label and note, the centre, the radius


@pytest.fixture
def secret(file, vnpt):
    """VNPT's need: its place has digits that nobody else's has."""
    return lambda: file(
        vnpt, latitude=20.94713, longitude=106.34712, radius_m=317, label=MARK, note=f"{MARK} ghi chú", height_m=28.0
    )


@pytest.fixture
def proposed(secret, file, viettel, post, publish):
    """Published: VNPT and Viettel could build together, the post office is alone."""
    with time_machine.travel(NOON):
        secret()
        file(viettel, latitude=20.9465, longitude=106.3465, label="Của Viettel")
        file(post, latitude=20.86, longitude=106.30, label="Của Bưu điện")
    with time_machine.travel(AFTER):
        publish()
        yield JointProposal.objects.get()


def _addresses():
    """Every address of the joint plan with every row in it."""
    rows = {
        "joint_round": JointProposal.objects.values_list("round_id", flat=True), "proposal": JointProposal.objects,
        "need": JointNeed.objects, "need_receipt": NeedReceipt.objects, "scenario": JointScenario.objects,
    }  # fmt: skip
    round_id = JointProposal.objects.get().round_id
    found = [reverse("towers:joint_rounds"), "/", reverse("notices:inbox")]
    for name, listed in rows.items():
        keys = listed if name == "joint_round" else listed.values_list("pk", flat=True)
        found += [reverse(f"towers:{name}", args=[pk]) for pk in keys]
    steps = ("need_list", "joint_hints", "scenario_compare", "joint_prices")
    return found + [reverse(f"towers:{name}", args=[round_id]) for name in steps]


def _told(text):
    bare = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|nonce=\"[^\"]*\"|csrf[^>]*>", "", text)
    return [word for word in SECRETS if word in bare]


def _leaks(client):
    read = {url: client.get(url).content.decode(errors="replace") for url in _addresses()}
    return {url: told for url, text in read.items() if (told := _told(text))}


def test_neither_the_partner_nor_a_third_reads_any_of_it(proposed, client_of, viettel, post):
    assert _leaks(client_of(viettel)) == {}
    assert _leaks(client_of(post)) == {}


def test_the_same_search_finds_it_for_its_owner_and_the_department(proposed, client_of, vnpt, regulator):
    for one in (vnpt, regulator):
        found = {word for told in _leaks(client_of(one)).values() for word in told}
        assert {MARK, "20,9471"} <= found


def test_the_third_learns_nothing_from_pages_after_the_two_agreed(
    proposed, client_of, accept, vnpt, viettel, post, plan
):
    before = {url: client_of(post).get(url).status_code for url in _addresses()}
    accept(vnpt, proposed)
    accept(viettel, proposed)

    assert {url: client_of(post).get(url).status_code for url in _addresses()} == before
    assert _leaks(client_of(post)) == {}
    assert activity_happenings(post, None) == []


def test_notices_dues_jobs_and_history_hold_no_secret(proposed, later, viettel, post, regulator):
    for one in (viettel, post):
        texts = [*Notice.objects.filter(user=one.user).values_list("text", flat=True)]
        texts += [due.title for due in joint_dues(later(one))]
        texts += [str(entry.after) for entry in AuditEntry.objects.visible_to(later(one))]
        assert [text for text in texts if _told(text)] == []
    assert [job for job in Job.objects.all() if _told(f"{job.title} {job.note} {job.payload} {job.error}")] == []
    history = AuditEntry.objects.filter(event__startswith="towers.need")
    assert history.exists()
    assert [entry for entry in history if _told(f"{entry.object_text} {entry.before} {entry.after}")] == []


def test_errors_of_forms_hold_no_secret(proposed, client_of, viettel):
    client = client_of(viettel)
    for name in ("proposal_decline", "proposal_counter"):
        answer = client.post(reverse(f"towers:{name}", args=[proposed.pk]), {"terms": "99"})
        assert answer.status_code == 422
        assert _told(answer.content.decode()) == []
