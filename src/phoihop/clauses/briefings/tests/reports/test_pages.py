import datetime as dt
import json

import pytest
from django.urls import reverse

from phoihop.clauses.briefings.actions.reports import reviewing, rounds
from phoihop.clauses.briefings.models import Report, ReportRound, ReportValue
from phoihop.clauses.briefings.tests.reports.conftest import fill, fresh


@pytest.fixture
def open_now(report):
    """Open on whatever day the tests run."""
    ReportRound.objects.update(due_on=dt.date(2198, 1, 1), lock_on=dt.date(2199, 1, 1))
    return fresh(report)


def _cells(client, report, **more):
    cells = {"thue_bao": {"text": "1.923", "version": 0}, "doanh_thu": {"text": "x", "version": 0, "estimate": True}}
    return client.post(reverse("briefings:report_cells", args=[report.pk]), {"cells": json.dumps(cells), **more})


def test_cells_are_saved_and_answered(client_of, vnpt, open_now):
    answer = _cells(client_of(vnpt), open_now).json()

    assert answer["kept"]["thue_bao"] == {"version": 1, "text": "1.923", "estimate": False, "problem": ""}
    assert "1.923,5" in answer["kept"]["doanh_thu"]["problem"]
    assert {"required", "number"} == {one["check"] for one in answer["findings"]}
    assert answer["looked"]["indicators"] == ["doanh_thu", "thue_bao"]


def test_a_second_person_is_told_of_the_conflict(client_of, vnpt, open_now):
    fill(vnpt, open_now, thue_bao="10")

    answer = _cells(client_of(vnpt), open_now).json()

    assert answer["conflicts"]["thue_bao"]["text"] == "10"
    assert "thue_bao" not in answer["kept"]


def test_what_others_changed_is_asked_for(client_of, vnpt, open_now):
    fill(vnpt, open_now, thue_bao="10")

    url = reverse("briefings:report_cells", args=[open_now.pk])
    answer = client_of(vnpt).get(url, {"since": "2026-06-15T11:59:00+07:00"}).json()

    assert answer["others"]["thue_bao"]["text"] == "10"


@pytest.mark.parametrize(
    "sent", ["nope", "[1]", '{"thue_bao": 3}', '{"x y": {"text": "1"}}', '{"khac": {"text": "1"}}']
)
def test_what_cannot_be_read_changes_nothing(client_of, vnpt, open_now, sent):
    response = client_of(vnpt).post(reverse("briefings:report_cells", args=[open_now.pk]), {"cells": sent})

    assert response.status_code == 422
    assert response.json()["error"]
    assert not ReportValue.objects.exists()


def test_without_scripts_a_section_is_a_form(client_of, vnpt, open_now):
    client, url = client_of(vnpt), reverse("briefings:report_grid", args=[open_now.pk])
    sent = {"v:thue_bao": "7", "v:thue_bao[4g]": "7", "e:thue_bao": "on", "v:doanh_thu": "", "versions": "{}"}

    assert client.post(url, sent).status_code == 302

    page = client.get(url).content.decode()
    assert 'value="7"' in page
    assert ReportValue.objects.get(code=None).estimate
    assert client.post(url, sent | {"v:thue_bao": "8"}).status_code == 409


def test_offers_stand_beside_and_are_taken(client_of, vnpt, regulator, accepted, programme, version):
    row = rounds.draft_round(
        actor=regulator, programme=programme, version=version,
        period=rounds.Period("half", 2026, 2),
        dates=rounds.Dates(dt.date(2026, 6, 1), dt.date(2198, 1, 1), dt.date(2199, 1, 1)),
    )  # fmt: skip
    rounds.open_round(actor=regulator, round_=row)
    report = Report.objects.get(round=row, party=vnpt.party)
    client, url = client_of(vnpt), reverse("briefings:report_grid", args=[report.pk])

    assert 'data-offer="1.923"' in client.get(url).content.decode()
    client.post(reverse("briefings:report_prefill", args=[report.pk]))

    assert set(ReportValue.objects.filter(report=report).values_list("value", flat=True)) == {1923, 1900, 23}


def test_the_department_reads_no_figure_that_is_being_typed(client_of, regulator, vnpt, open_now):
    fill(vnpt, open_now, thue_bao="192.345")

    pages = [
        reverse("briefings:report_detail", args=[open_now.pk]),
        reverse("briefings:report_trend", args=[open_now.pk]),
    ]
    told = [client_of(regulator).get(page).content.decode() for page in pages]

    assert not any("192.345" in text for text in told)


def test_a_report_is_handed_in_on_its_page(client_of, vnpt, open_now):
    fill(vnpt, open_now, thue_bao="10", thue_bao__4g="4", thue_bao__5g="5", doanh_thu="1")
    client, url = client_of(vnpt), reverse("briefings:report_submit", args=[open_now.pk])
    assert "#o-thue_bao" in client.get(url).content.decode()
    assert client.post(url, {"submit": "1"}).status_code == 422

    fill(vnpt, open_now, {"thue_bao__5g": 1}, thue_bao__5g="6")

    assert client.post(url, {"submit": "1", "note": "Số ước."}).status_code == 302
    assert fresh(open_now).status == "submitted"


def test_editions_stand_side_by_side(client_of, accepted, regulator, vnpt):
    reviewing.reopen_report(actor=regulator, report=accepted, reason="Nhầm.")
    fill(vnpt, accepted, {"doanh_thu": 1}, doanh_thu="13,5")
    from_page = client_of(vnpt).post(reverse("briefings:report_submit", args=[accepted.pk]), {"submit": "1"})
    assert from_page.status_code == 302
    reviewing.accept_report(actor=regulator, report=fresh(accepted))

    page = client_of(vnpt).get(reverse("briefings:report_detail", args=[accepted.pk])).content.decode()

    assert "Bản 2" in page
    assert page.index("12,5") < page.index("13,5")


def test_remarks_are_typed_beside_figures_and_survive_a_refusal(client_of, regulator, submitted):
    client, url = client_of(regulator), reverse("briefings:report_return", args=[submitted.pk])

    assert client.post(url, {"reason": ""}).status_code == 422
    assert client.post(url, {"reason": "", "r:thue_bao[4g]": "Đối chiếu lại."}).status_code == 302

    assert fresh(submitted).remarks.get().code.code == "4g"


def test_the_department_compares_and_a_party_does_not(client_of, regulator, viettel, accepted):
    url = reverse("briefings:report_comparison")

    assert "1.923" in client_of(regulator).get(url).content.decode()
    assert client_of(viettel).get(url).status_code == 403


def test_a_rival_learns_of_no_report_by_any_address(client_of, viettel, accepted, vnpt):
    names = (
        "detail",
        "trend",
        "submit",
        "correction",
        "grid",
        "cells",
        "prefill",
        "accept",
        "return",
        "reopen",
        "extend",
    )
    client = client_of(viettel)

    answers = {
        name: {client.get(url).status_code, client.post(url).status_code}
        for name in names
        if (url := reverse(f"briefings:report_{name}", args=[accepted.pk]))
    }
    page = client.get(reverse("briefings:round_detail", args=[accepted.round_id])).content.decode()

    assert set.union(*answers.values()) <= {403, 404, 405}
    assert vnpt.party.short_name not in page
    assert "1.923" not in page
