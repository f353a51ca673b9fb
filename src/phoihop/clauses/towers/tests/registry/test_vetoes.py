"""An owner states beforehand that a mast takes no more tenants; the department reviews."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.models import AuditEntry
from phoihop.clauses.towers.actions.registry import importing, masts, vetoes
from phoihop.clauses.towers.models import Mast, MastVeto
from phoihop.clauses.towers.queries.registry import vetoes as queries
from phoihop.clauses.towers.queries.registry.imports import preview
from phoihop.clauses.towers.registry.dues import registry_dues


@pytest.fixture
def mast(vnpt, mast_of):
    return mast_of(vnpt, offered_for_sharing=True)


@pytest.fixture
def veto(vnpt, mast):
    return vetoes.state_veto(actor=vnpt, mast=mast, reason="chiu-luc", text="Cột đã hết khả năng chịu lực")


def test_stating_takes_the_offer_back_and_is_kept(veto, mast):
    mast.refresh_from_db()

    assert (veto.state, mast.offered_for_sharing) == ("stated", False)
    assert veto.reason_label == "Cột không còn khả năng chịu lực, cản gió"
    assert AuditEntry.objects.filter(event="towers.veto.stated").exists()


@pytest.mark.parametrize("values", [{"reason": "khong-co", "text": "x"}, {"reason": "chiu-luc", "text": " "}])
def test_it_needs_a_reason_of_the_list_and_words(vnpt, mast, values):
    with pytest.raises(Refused):
        vetoes.state_veto(actor=vnpt, mast=mast, **values)

    assert not MastVeto.objects.exists()


def test_only_the_owner_states_and_once(vnpt, viettel, veto, mast):
    with pytest.raises(NotAllowed):
        vetoes.state_veto(actor=viettel, mast=mast, reason="chiu-luc", text="x")
    with pytest.raises(Refused, match="đã có tuyên bố"):
        vetoes.state_veto(actor=vnpt, mast=mast, reason="chiu-luc", text="x")


def test_a_closed_mast_is_offered_again_only_after_it_is_taken_back(vnpt, veto, mast):
    with pytest.raises(Refused, match="rút tuyên bố"):
        masts.edit_mast(actor=vnpt, mast=mast, offered_for_sharing=True)
    vetoes.withdraw_veto(actor=vnpt, veto=veto)

    masts.edit_mast(actor=vnpt, mast=mast, offered_for_sharing=True)

    assert Mast.objects.get().offered_for_sharing


def test_a_sheet_does_not_offer_it_either(vnpt, veto, mast):
    head = "Mã vị trí;Tên vị trí;Vĩ độ;Kinh độ;Loại cột;Chiều cao;Cho dùng chung"
    line = f"{mast.site.code};{mast.site.name};20,9401;106,33;A2b;42;Có"
    upload = SimpleUploadedFile("so.csv", f"{head}\n{line}".encode(), "text/csv")

    sheet = importing.begin_import(actor=vnpt, owner=vnpt.party, upload=upload)

    problems = preview(actor=vnpt, sheet=sheet).reading.problems
    (problem,) = [one for one in problems if one.level == "error"]
    assert (problem.line, "không nhận thêm" in problem.text()) == (2, True)


def test_the_department_upholds_or_says_why_not(regulator, vnpt, veto):
    with pytest.raises(Refused):
        vetoes.review_veto(actor=regulator, veto=veto, upheld=False, review="")
    with pytest.raises(NotAllowed):
        vetoes.review_veto(actor=vnpt, veto=veto, upheld=True, review="")

    vetoes.review_veto(actor=regulator, veto=veto, upheld=True, review="")

    assert MastVeto.objects.get().state == "upheld"


def test_it_closes_the_mast_until_the_department_overrules(regulator, veto, mast):
    before = queries.closed_masts(masts=[mast.pk])

    vetoes.review_veto(actor=regulator, veto=veto, upheld=False, review="Kiểm định còn đủ tải")

    assert (before, queries.closed_masts(masts=[mast.pk])) == ({mast.pk}, set())


def test_the_review_is_due_to_the_owner(regulator, vnpt, viettel, veto):
    dues = {one.party.short_name: [due.party_id for due in registry_dues(one)] for one in (regulator, vnpt, viettel)}

    assert dues == {regulator.party.short_name: [regulator.party.pk], "VNPT": [regulator.party.pk], "Viettel": []}


def test_rivals_do_not_read_it(viettel, veto):
    with pytest.raises(NotVisible):
        queries.visible_veto(actor=viettel, pk=veto.pk)

    assert not queries.vetoes(actor=viettel).exists()


def test_pages(client_of, vnpt, regulator, mast):
    client_of(vnpt).post(reverse("towers:veto_new", args=[mast.pk]), {"reason": "chiu-luc", "text": "Quá tải"})
    veto = MastVeto.objects.get()

    listed = client_of(regulator).get(reverse("towers:veto_list")).content.decode()
    client_of(regulator).post(reverse("towers:veto_review", args=[veto.pk]), {"answer": "overruled", "review": "Còn"})
    shown = client_of(vnpt).get(reverse("towers:mast_detail", args=[mast.pk])).content.decode()

    assert "Quá tải" in listed
    assert "Sở không chấp nhận" in shown
