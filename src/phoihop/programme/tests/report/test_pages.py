"""Pages of reports: everyone reads the common part and their own."""

import pytest

from phoihop.papers.models import Paper
from phoihop.programme.actions import report as actions


def _page(client, report, rest=""):
    return client.get(f"/reports/{report.pk}/{rest}")


def test_a_draft_is_the_departments_alone(client_of, regulator, vnpt, draft):
    assert _page(client_of(regulator), draft).status_code == 200
    assert _page(client_of(vnpt), draft).status_code == 404


def test_a_rivals_part_is_on_no_page(client_of, vnpt, viettel, frozen):
    own, rival = (_page(client_of(member), frozen).context["parts"] for member in (vnpt, viettel))

    assert [part.party_id for part in own] == [str(vnpt.party.pk)]
    assert [part.party_id for part in rival] == [str(viettel.party.pk)]


def test_the_department_reads_every_part(client_of, director, frozen):
    assert len(_page(client_of(director), frozen).context["parts"]) == 3


def test_the_data_to_take_away_holds_ones_own_part(client_of, vnpt, viettel, frozen):
    data = _page(client_of(viettel), frozen, "data.json").json()

    assert set(data["content"]["parties"]) == {str(viettel.party.pk)}
    assert set(data["part_checksums"]) >= {"common", str(vnpt.party.pk)}
    assert data["checksum"] == frozen.checksum


def test_confirming_by_the_form(client_of, vnpt, circulated):
    response = client_of(vnpt).post(f"/reports/{circulated.pk}/answer/", {"confirms": "yes"})

    assert response.status_code == 302
    assert circulated.answers.get().confirms


def test_a_refusal_stays_beside_its_field_and_keeps_what_was_typed(client_of, vnpt, circulated):
    response = client_of(vnpt).post(f"/reports/{circulated.pk}/answer/", {"confirms": "no", "objection": ""})

    assert response.status_code == 422
    assert response.context["form"].errors["objection"]


def test_gathering_by_the_form(client_of, regulator, programme, plan, act):
    act(vnpt=1)

    response = client_of(regulator).post(
        f"/programmes/{programme.pk}/reports/gather/", {"year": "2026", "period": "year"}
    )

    assert response["Location"] == f"/reports/{plan.reports.get().pk}/"


def test_gathering_a_year_without_plan_says_what_to_choose(client_of, regulator, programme, plan):
    response = client_of(regulator).post(
        f"/programmes/{programme.pk}/reports/gather/", {"year": "1999", "period": "year"}, follow=True
    )

    assert "Hãy chọn năm và kỳ báo cáo." in response.content.decode()


def test_the_paper_tells_what_all_may_read(regulator, frozen, vnpt):
    paper = actions.draw_report(actor=regulator, report=frozen)

    text = str(Paper.objects.get(pk=paper.pk).description)
    assert "19" in text
    assert frozen.checksum in text
    assert vnpt.party.name not in text


@pytest.mark.parametrize("member", ["regulator", "vnpt"])
def test_the_list(client_of, cast, programme, frozen, member):
    page = client_of(cast[member]).get(f"/programmes/{programme.pk}/reports/")

    assert f"/reports/{frozen.pk}/" in page.content.decode()


def test_an_unknown_decision_is_not_there(client_of, director, regulator, frozen):
    made = actions.propose_from_figures(actor=regulator, report=frozen)[0]

    assert client_of(director).post(f"/commendations/{made.pk}/perhaps/").status_code == 404
