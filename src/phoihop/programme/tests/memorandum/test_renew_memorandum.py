import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import Refused
from phoihop.programme.actions.memorandum import remove_clause, renew_memorandum
from phoihop.programme.models import Memorandum, MemorandumStatus

TERM = {"starts_on": dt.date(2027, 7, 1), "ends_on": dt.date(2028, 6, 30)}


@pytest.fixture
def in_force(draft):
    Memorandum.objects.filter(pk=draft.pk).update(status=MemorandumStatus.IN_FORCE)
    draft.refresh_from_db()
    return draft


def test_the_next_term_is_drafted_from_this_one(regulator, in_force):
    new = renew_memorandum(actor=regulator, memorandum=in_force, **TERM)

    assert new.status == MemorandumStatus.DRAFT
    assert new.renewed_from_id == in_force.pk
    assert "năm 2027 - 2028" in new.title
    assert "01/07/2027" in new.sections["effect"]
    assert [c.renewed_from_id for c in new.clauses.order_by("order")] == [
        c.pk for c in in_force.clauses.order_by("order")
    ]


def test_the_order_of_signature_is_kept(regulator, in_force, viettel):
    in_force.parties.filter(party=viettel.party).update(order=0)

    new = renew_memorandum(actor=regulator, memorandum=in_force, **TERM)

    assert list(new.parties.order_by("order").values_list("party__code", flat=True)) == ["VTL", "STTTT", "BD", "VNPT"]


def test_a_draft_cannot_be_renewed(regulator, draft):
    with pytest.raises(Refused):
        renew_memorandum(actor=regulator, memorandum=draft, **TERM)


def test_one_renewal_is_enough(regulator, in_force):
    renew_memorandum(actor=regulator, memorandum=in_force, **TERM)

    with pytest.raises(Refused):
        renew_memorandum(actor=regulator, memorandum=in_force, **TERM)


def test_the_two_terms_are_compared(client_of, regulator, in_force):
    new = renew_memorandum(actor=regulator, memorandum=in_force, **TERM)
    clause = new.clauses.select_related("memorandum__programme").order_by("order").first()
    remove_clause(actor=regulator, clause=clause)

    page = client_of(regulator).get(reverse("programme:memorandum_renewal", args=[new.pk]))

    counts = page.context["found"].comparison.counts
    assert (counts["removed"], counts["same"]) == (1, 5)
    assert page.context["found"].term is not None


def test_a_party_does_not_see_the_renewal_before_it_is_sent(client_of, vnpt, regulator, in_force):
    new = renew_memorandum(actor=regulator, memorandum=in_force, **TERM)

    page = client_of(vnpt).get(reverse("programme:memorandum_renewal", args=[new.pk]))

    assert page.status_code == 404


def test_the_page_leads_to_the_new_draft(client_of, regulator, in_force):
    data = {"starts_on": "2027-07-01", "ends_on": "2028-06-30"}

    page = client_of(regulator).post(reverse("programme:memorandum_renew", args=[in_force.pk]), data)

    new = Memorandum.objects.get(renewed_from=in_force)
    assert page["Location"] == reverse("programme:memorandum_edit", args=[new.pk])
