import pytest
from django.urls import reverse

from phoihop.base.errors import Refused
from phoihop.base.models import AuditEntry
from phoihop.programme.actions.memorandum import discard_memorandum, recall
from phoihop.programme.models import Memorandum


def test_a_draft_that_nobody_saw_is_thrown_away(client_of, regulator, draft):
    page = client_of(regulator).post(reverse("programme:memorandum_discard", args=[draft.pk]))

    assert page.status_code == 302
    assert not Memorandum.objects.exists()
    assert "costs" in AuditEntry.objects.get(event="programme.memorandum.discarded").before["sections"]


def test_what_the_parties_saw_stays(regulator, draft, revision):
    recall(actor=regulator, memorandum=draft, reason="Sửa")

    with pytest.raises(Refused):
        discard_memorandum(actor=regulator, memorandum=draft)

    assert Memorandum.objects.exists()
