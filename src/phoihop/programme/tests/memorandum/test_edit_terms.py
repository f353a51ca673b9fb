import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed
from phoihop.programme.actions.memorandum import EditedMeanwhile, edit_terms
from phoihop.programme.revising import terms_token

NEW = {"title": "Biên bản mới", "starts_on": dt.date(2026, 8, 1), "ends_on": dt.date(2027, 7, 31)}


def test_title_and_term_change(regulator, draft):
    edit_terms(actor=regulator, memorandum=draft, token=terms_token(draft), **NEW)

    draft.refresh_from_db()
    assert (draft.title, draft.ends_on) == ("Biên bản mới", dt.date(2027, 7, 31))


def test_a_stale_page_changes_nothing(regulator, draft):
    token = terms_token(draft)
    edit_terms(actor=regulator, memorandum=draft, token=token, **NEW)

    with pytest.raises(EditedMeanwhile):
        edit_terms(actor=regulator, memorandum=draft, token=token, **NEW | {"title": "Khác"})

    draft.refresh_from_db()
    assert draft.title == "Biên bản mới"


def test_a_rival_regulator_or_enterprise_may_not(vnpt, draft):
    with pytest.raises(NotAllowed):
        edit_terms(actor=vnpt, memorandum=draft, token=terms_token(draft), **NEW)


def test_a_term_out_of_order_is_shown_at_its_field(client_of, regulator, draft):
    data = {"title": "X", "starts_on": "2026-08-01", "ends_on": "2026-07-01", "token": terms_token(draft)}

    page = client_of(regulator).post(reverse("programme:memorandum_terms", args=[draft.pk]), data)

    assert page.status_code == 422
    assert "ends_on" in page.context["form"].errors
