import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.programme.actions.memorandum import (
    EditedMeanwhile,
    add_clause,
    edit_clause,
    move_clause,
    order_clauses,
    remove_clause,
)
from phoihop.programme.revising import CLAUSE_FIELDS, clause_token

FACTS = {
    "heading": "An toàn mạng lưới", "text": "Các bên cùng diễn tập.", "kind": "plain", "cadence": "yearly",
    "months": [9], "days": [], "lead_duty": "", "party_duty": "",
}  # fmt: skip


def facts_of(clause, **changes):
    return {name: getattr(clause, name) for name in CLAUSE_FIELDS} | changes


def headings(draft):
    return list(draft.clauses.order_by("order").values_list("heading", flat=True))


def test_a_clause_is_added_last(regulator, draft):
    add_clause(actor=regulator, memorandum=draft, **FACTS)

    assert headings(draft)[-1] == "An toàn mạng lưới"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"cadence": "named_days"}, "days"),
        ({"months": [13]}, "months"),
        ({"kind": "unheard-of"}, "kind"),
        ({"text": "  "}, "text"),
    ],
)
def test_facts_that_do_not_fit_are_refused_at_their_field(regulator, draft, changes, field):
    with pytest.raises(Refused) as refusal:
        add_clause(actor=regulator, memorandum=draft, **FACTS | changes)

    assert refusal.value.field == field


def test_months_of_an_ad_hoc_clause_are_left_out(regulator, draft):
    clause = add_clause(actor=regulator, memorandum=draft, **FACTS | {"cadence": "ad_hoc"})

    assert clause.months == []


def test_an_edit_on_an_old_page_is_refused_with_what_stands_now(regulator, director, first_clause):
    token = clause_token(first_clause)
    edit_clause(actor=director, clause=first_clause, token=token, **facts_of(first_clause, text="Bản một."))

    with pytest.raises(EditedMeanwhile) as stale:
        edit_clause(actor=regulator, clause=first_clause, token=token, **facts_of(first_clause, text="Bản hai."))

    first_clause.refresh_from_db()
    assert first_clause.text == "Bản một."
    assert stale.value.current["text"] == "Bản một."


def test_moving_a_clause_does_not_disturb_its_editor(regulator, first_clause):
    token = clause_token(first_clause)
    move_clause(actor=regulator, clause=first_clause, step=1)

    edit_clause(actor=regulator, clause=first_clause, token=token, **facts_of(first_clause, text="Mới."))

    first_clause.refresh_from_db()
    assert (first_clause.text, first_clause.order) == ("Mới.", 2)


def test_a_clause_that_was_removed_meanwhile_is_stale(regulator, first_clause):
    token = clause_token(first_clause)
    remove_clause(actor=regulator, clause=first_clause)

    with pytest.raises(Stale):
        edit_clause(actor=regulator, clause=first_clause, token=token, **facts_of(first_clause))


def test_order_must_name_every_clause_once(regulator, draft):
    ids = list(draft.clauses.order_by("order").values_list("pk", flat=True))

    with pytest.raises(Stale):
        order_clauses(actor=regulator, memorandum=draft, order=ids[1:])


def test_an_enterprise_may_not_add(vnpt, draft):
    with pytest.raises(NotAllowed):
        add_clause(actor=vnpt, memorandum=draft, **FACTS)


def test_dragging_posts_the_whole_order(client_of, regulator, draft):
    ids = [str(pk) for pk in draft.clauses.order_by("order").values_list("pk", flat=True)]
    before = headings(draft)

    page = client_of(regulator).post(reverse("programme:clause_order", args=[draft.pk]), {"order": [*ids[1:], ids[0]]})

    assert page.status_code == 204
    assert headings(draft) == [*before[1:], before[0]]


def test_buttons_move_without_script(client_of, regulator, draft, first_clause):
    before = headings(draft)

    page = client_of(regulator).post(reverse("programme:clause_move", args=[first_clause.pk, "down"]))

    assert page.status_code == 302
    assert headings(draft)[:2] == [before[1], before[0]]


def test_the_form_of_a_clause_saves(client_of, regulator, first_clause):
    data = facts_of(first_clause, cadence="named_days", days=[]) | {"token": clause_token(first_clause)}

    page = client_of(regulator).post(reverse("programme:clause_edit", args=[first_clause.pk]), data)

    assert page.status_code == 422
    assert "days" in page.context["form"].errors
    assert data["heading"] in page.content.decode()


def test_what_was_typed_for_a_clause_that_is_gone_becomes_a_new_one(client_of, regulator, draft, first_clause):
    url = reverse("programme:clause_edit", args=[first_clause.pk])
    data = facts_of(first_clause, text="Câu đã gõ mười phút.") | {"token": clause_token(first_clause)}
    remove_clause(actor=regulator, clause=first_clause)

    page = client_of(regulator).post(url, data | {"memorandum": str(draft.pk)})

    body = page.content.decode()
    assert page.status_code == 409
    assert "Câu đã gõ mười phút." in body
    assert reverse("programme:clause_new", args=[draft.pk]) in body


def test_a_clause_that_never_was_does_not_exist(client_of, regulator, draft):
    page = client_of(regulator).post(reverse("programme:clause_edit", args=[draft.pk]), {"memorandum": "nothing"})

    assert page.status_code == 404
