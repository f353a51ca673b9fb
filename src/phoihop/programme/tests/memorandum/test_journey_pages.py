"""Every page of a memorandum opens for those who may see it, in each state."""

import pytest
from django.urls import reverse

from phoihop.programme.actions import memorandum as actions

LEAD_ONLY = [
    "memorandum_edit", "memorandum_terms", "clause_new", "memorandum_parties", "revision_save", "memorandum_circulate",
    "memorandum_recall", "memorandum_sign", "memorandum_renew", "memorandum_end",
]  # fmt: skip


@pytest.mark.parametrize("name", ["memorandum_detail", *LEAD_ONLY])
def test_lead_opens_a_draft(client_of, regulator, draft, name):
    response = client_of(regulator).get(reverse(f"programme:{name}", args=[draft.pk]))

    assert response.status_code == 200


@pytest.mark.parametrize("name", LEAD_ONLY)
def test_party_is_held_back_from_the_desk(client_of, vnpt, revision, name):
    response = client_of(vnpt).get(reverse(f"programme:{name}", args=[revision.memorandum_id]))

    assert response.status_code == 403


@pytest.mark.parametrize("name", ["memorandum_detail", "memorandum_compare"])
def test_draft_does_not_exist_for_a_party(client_of, vnpt, regulator, draft, name):
    actions.save_revision(actor=regulator, memorandum=draft, note="")

    response = client_of(vnpt).get(reverse(f"programme:{name}", args=[draft.pk]))

    assert response.status_code == 404


@pytest.mark.parametrize("who", ["regulator", "director", "clerk", "auditor", "vnpt"])
def test_everybody_of_the_programme_reads_a_circulated_one(client_of, cast, revision, who):
    page = client_of(cast[who]).get(reverse("programme:memorandum_detail", args=[revision.memorandum_id]))

    assert page.status_code == 200
    assert "Dùng chung hạ tầng trạm BTS" in page.content.decode()


def test_list_and_new_open(client_of, regulator, programme, draft):
    client = client_of(regulator)

    pages = [client.get(reverse(f"programme:memorandum_{n}", args=[programme.pk])) for n in ("list", "new")]

    assert [page.status_code for page in pages] == [200, 200]
    assert draft.title in pages[0].content.decode()
