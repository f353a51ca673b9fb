import pytest
from django.urls import reverse

from phoihop.base.errors import NotVisible, Refused
from phoihop.programme.actions.memorandum import remove_clause, save_revision
from phoihop.programme.queries.memorandum import visible_revision
from phoihop.programme.revising import checksum


def test_a_revision_keeps_the_whole_text_with_its_checksum(regulator, draft):
    revision = save_revision(actor=regulator, memorandum=draft, note="Bản đầu")

    revision.refresh_from_db()
    assert revision.number == 1
    assert len(revision.content["clauses"]) == 6
    assert revision.checksum == checksum(revision.content)


def test_saving_twice_without_a_change_is_refused(regulator, draft):
    save_revision(actor=regulator, memorandum=draft, note="")

    with pytest.raises(Refused):
        save_revision(actor=regulator, memorandum=draft, note="")


def test_a_revision_that_was_never_sent_does_not_exist_for_a_party(regulator, vnpt, draft):
    revision = save_revision(actor=regulator, memorandum=draft, note="")

    with pytest.raises(NotVisible):
        visible_revision(actor=vnpt, pk=revision.pk)


def test_the_lead_compares_a_revision_with_the_working_text(client_of, regulator, draft, first_clause):
    revision = save_revision(actor=regulator, memorandum=draft, note="")
    remove_clause(actor=regulator, clause=first_clause)

    page = client_of(regulator).get(
        reverse("programme:memorandum_compare", args=[draft.pk]), {"old": str(revision.pk), "view": "side"}
    )

    assert page.context["found"].comparison.counts["removed"] == 1
    assert "<del>" in page.content.decode()


def test_a_party_cannot_compare_with_what_it_was_never_sent(client_of, regulator, vnpt, revision):
    later = revision.memorandum.revisions.create(number=9, content=revision.content, checksum="0" * 64)
    url = reverse("programme:memorandum_compare", args=[revision.memorandum_id])

    page = client_of(vnpt).get(url, {"old": str(revision.pk), "new": str(later.pk)})

    assert page.status_code == 404


def test_a_party_never_compares_with_the_working_text(client_of, vnpt, revision):
    url = reverse("programme:memorandum_compare", args=[revision.memorandum_id])

    page = client_of(vnpt).get(url, {"old": str(revision.pk), "new": ""})

    assert page.context["new"].pk == revision.pk
