"""Topics that parties propose, and the department's answer."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base.errors import NotAllowed, NotVisible, Refused, Stale
from phoihop.base.files import visible_file
from phoihop.clauses.briefings.actions.meeting import topics
from phoihop.clauses.briefings.queries.meeting.agenda import agenda, visible_item
from phoihop.notices.models import Notice


@pytest.fixture
def secret(vnpt, briefing):
    return topics.propose_topic(
        actor=vnpt, briefing=briefing, party=vnpt.party, title="Giá thuê của chúng tôi", confidential=True
    )


def test_a_confidential_proposal_is_the_departments_until_it_is_taken_in(regulator, viettel, briefing, secret):
    with pytest.raises(NotVisible):
        visible_item(actor=viettel, pk=secret.pk)

    topics.accept_topic(actor=regulator, item=secret, minutes=15)

    assert [line.item for line in agenda(actor=viettel, briefing=briefing).lines] == [secret]
    assert not secret.confidential
    assert secret.minutes == 15


def test_the_department_is_told_of_a_proposal_and_rivals_are_not(regulator, viettel, secret):
    assert Notice.objects.get(key__startswith="topic.proposed", user=regulator.user).text.endswith(secret.title)
    assert not Notice.objects.filter(user=viettel.user).exists()


def test_left_out_with_a_reason_that_its_party_reads(regulator, vnpt, viettel, secret):
    with pytest.raises(Refused, match="lý do"):
        topics.decline_topic(actor=regulator, item=secret, reason=" ")

    topics.decline_topic(actor=regulator, item=secret, reason="Sẽ trao đổi riêng")

    assert Notice.objects.get(user=vnpt.user).text.endswith("Sẽ trao đổi riêng")
    assert visible_item(actor=vnpt, pk=secret.pk).reason == "Sẽ trao đổi riêng"
    with pytest.raises(NotVisible):
        visible_item(actor=viettel, pk=secret.pk)


def test_answered_once(regulator, secret):
    topics.accept_topic(actor=regulator, item=secret)

    with pytest.raises(Stale):
        topics.decline_topic(actor=regulator, item=secret, reason="Muộn")


def test_a_party_takes_back_its_own_alone(vnpt, viettel, briefing, secret):
    with pytest.raises(NotAllowed):
        topics.withdraw_topic(actor=viettel, item=secret)

    topics.withdraw_topic(actor=vnpt, item=secret)

    assert not briefing.items.exists()


def test_only_parties_that_take_part_propose(vnpt, before):
    with pytest.raises(NotAllowed):
        topics.propose_topic(actor=vnpt, briefing=before, party=vnpt.party, title="Muộn")


def test_nobody_floods_the_department(vnpt, briefing):
    for number in range(10):
        topics.propose_topic(actor=vnpt, briefing=briefing, party=vnpt.party, title=f"Nội dung {number}")

    with pytest.raises(Refused, match="10"):
        topics.propose_topic(actor=vnpt, briefing=briefing, party=vnpt.party, title="Nữa")


def test_the_paper_of_a_confidential_proposal_opens_for_rivals_once_it_is_taken_in(
    regulator, vnpt, viettel, post, secret
):
    upload = SimpleUploadedFile("gia.txt", "83 triệu".encode())
    file = topics.add_file(actor=vnpt, item=secret, party=vnpt.party, upload=upload).file
    with pytest.raises(NotAllowed):
        topics.add_file(actor=post, item=secret, party=post.party, upload=upload)
    with pytest.raises(NotVisible):
        visible_file(actor=viettel, pk=file.pk)

    topics.accept_topic(actor=regulator, item=secret)

    assert visible_file(actor=viettel, pk=file.pk) == file
