"""The pages: what an enterprise and the department see at each step."""

from __future__ import annotations

import datetime as dt
import json

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.base import jobs
from phoihop.clauses.towers.actions.joint import scenarios as scenario_actions
from phoihop.clauses.towers.joint.rulebook import Rulebook
from phoihop.clauses.towers.models import JointNeed, JointProposal, JointRound, JointScenario, NeedReceipt
from phoihop.clauses.towers.tests.joint.conftest import AFTER, CLOSES
from phoihop.testing.cast import NOON

NEED = {
    "label": "Chợ mới", "latitude": "20,9400", "longitude": "106,3300", "radius_m": "300", "height_m": "27,5",
    "technology": "5G",
}  # fmt: skip


def _url(name, *args):
    return reverse(f"towers:{name}", args=args)


def _see(client, name, *args):
    response = client.get(_url(name, *args))
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def at_noon():
    with time_machine.travel(NOON):
        yield


@pytest.fixture
def afterwards(at_noon):
    with time_machine.travel(AFTER):
        yield


def test_a_round_is_opened_from_the_form(at_noon, client_of, regulator, programme):
    answer = client_of(regulator).post(
        _url("joint_round_new"),
        {
            "programme": programme.pk,
            "year": "2026",
            "closes_at": "2026-07-05T17:00",
            "hint_budget": "20",
            "need_limit": "500",
        },
    )

    round_ = JointRound.objects.get()
    assert (answer.status_code, round_.hint_budget) == (302, 20)
    assert "Nhu cầu còn niêm phong" in _see(client_of(regulator), "joint_round", round_.pk)


def test_a_closing_date_in_the_past_is_refused_at_its_field(at_noon, client_of, regulator, programme):
    answer = client_of(regulator).post(
        _url("joint_round_new"),
        {
            "programme": programme.pk,
            "year": "2026",
            "closes_at": "2026-06-01T17:00",
            "hint_budget": "20",
            "need_limit": "500",
        },
    )

    assert answer.status_code == 422
    assert "ít nhất một giờ" in answer.content.decode()


def test_a_need_is_filed_changed_and_withdrawn(at_noon, client_of, round_, vnpt):
    client = client_of(vnpt)
    client.post(_url("need_new", round_.pk), NEED)
    need = JointNeed.objects.get()
    assert "Chợ mới" in _see(client, "need", need.pk)

    client.post(_url("need_edit", need.pk), NEED | {"radius_m": "450"})
    assert "450 m" in _see(client, "need", need.pk)

    client.post(_url("need_withdraw", need.pk))
    need.refresh_from_db()
    assert need.status == "withdrawn"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"latitude": "106,33", "longitude": "20,94"}, "đổi chỗ"),
        ({"latitude": "0", "longitude": "0"}, "ngoài lãnh thổ"),
        ({"radius_m": "50000"}, "5000"),
        ({"height_m": "-3"}, "3"),
    ],
)
def test_what_cannot_be_meant_is_refused(at_noon, client_of, round_, vnpt, wrong, said):
    answer = client_of(vnpt).post(_url("need_new", round_.pk), NEED | wrong)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not JointNeed.objects.exists()


def test_the_receipt_is_the_very_file_that_its_hash_is_of(at_noon, client_of, round_, vnpt, viettel):
    client = client_of(vnpt)
    client.post(_url("need_new", round_.pk), NEED)
    receipt = NeedReceipt.objects.get()

    answer = client.get(_url("need_receipt", receipt.pk))

    assert json.loads(answer.content)["facts"]["label"] == "Chợ mới"
    assert "no-store" in answer["Cache-Control"]
    for reader, known in ((client, True), (client_of(viettel), False)):
        upload = SimpleUploadedFile("phieu.json", answer.content)
        shown = reader.post(_url("receipt_check"), {"file": upload}).content.decode()
        assert receipt.commitment in shown
        assert ("Đúng phiếu đã cấp" in shown) is known


LIMITS = {"hint_budget": "20", "need_limit": "500"}
CSV = "Tên;Vĩ độ;Kinh độ;Bán kính;Độ cao;Công nghệ\nA;20,9400;106,3300;300;27;5G\nB;20,9500;106,3400;300;30;4G\n"


def _import(client, round_, text, epsg=""):
    upload = SimpleUploadedFile("nhu-cau.csv", text.encode())
    shown = client.post(_url("need_import", round_.pk), {"file": upload, "epsg": epsg})
    found = shown.content.decode()
    if 'name="content" value="' not in found:
        return found
    content = found.split('name="content" value="')[1].split('"')[0]
    assert client.post(_url("need_import_commit", round_.pk), {"content": content, "epsg": epsg}).status_code == 302
    return found


def test_a_file_is_previewed_and_then_filed_whole(at_noon, client_of, round_, vnpt):
    shown = _import(client_of(vnpt), round_, CSV)

    assert "Tệp có 2 nhu cầu" in shown
    assert JointNeed.objects.count() == 2


def test_a_file_with_a_wrong_line_files_nothing(at_noon, client_of, round_, vnpt):
    shown = _import(client_of(vnpt), round_, CSV + "C;106,33;20,94;50000;27;5G\n")

    assert "Dòng 4" in shown
    assert not JointNeed.objects.exists()


def test_a_file_in_vn_2000_is_understood(at_noon, client_of, round_, vnpt):
    text = "Tên;X;Y;Bán kính;Độ cao\nA;586127;2316534;300;27\nB;587162;2317647;300;27\n"
    assert "Hãy chọn hệ tọa độ" in _import(client_of(vnpt), round_, text)

    shown = _import(client_of(vnpt), round_, text, epsg="9209")

    assert "Tệp có 2 nhu cầu" in shown
    assert "20,94" in shown


def test_before_the_closing_date_the_page_of_the_department_is_the_same_with_and_without_needs(
    at_noon, client_of, round_, regulator, file, vnpt
):
    client = client_of(regulator)
    before = _see(client, "joint_round", round_.pk)
    file(vnpt)

    assert _see(client, "joint_round", round_.pk).split("<main")[1] == before.split("<main")[1]


def test_after_it_the_department_starts_a_scenario(afterwards, client_of, round_, regulator, file, vnpt, viettel):
    with time_machine.travel(NOON):
        file(vnpt)
        file(viettel, north_m=200)
    client = client_of(regulator)
    assert "1 nhu cầu" in _see(client, "joint_round", round_.pk)
    rules = {
        "name": "Một", "max_operators": "4", "radius_percent": "100", "honour_offers": "on", "assumed_slots": "1",
        "years": "10", "discount_percent": "8", "split_method": "equal",
    }  # fmt: skip
    client.post(_url("scenario_new", round_.pk), rules)
    scenario = JointScenario.objects.get()
    assert "Đang tính phương án" in _see(client, "scenario", scenario.pk)


def test_a_scenario_stopped_before_it_began_is_said_to_have_no_result(
    afterwards, client_of, round_, regulator, director, file, vnpt, later
):
    with time_machine.travel(NOON):
        file(vnpt)
    scenario, job = scenario_actions.start_scenario(
        actor=later(regulator), round_=round_, name="Một", rulebook=Rulebook()
    )
    assert "Dừng" in _see(client_of(regulator), "scenario", scenario.pk)
    assert "Đang tính phương án" in _see(client_of(director), "scenario", scenario.pk)
    jobs.cancel(actor=later(regulator), pk=job.pk)

    assert "không có kết quả" in _see(client_of(regulator), "scenario", scenario.pk)


def test_a_finished_scenario_is_shown_compared_and_published(
    afterwards, client_of, run, round_, regulator, file, vnpt, viettel
):
    with time_machine.travel(NOON):
        file(vnpt)
        file(viettel, north_m=200)
    scenario = run()
    client = client_of(regulator)
    assert "Bộ kiểm tra độc lập đã xác nhận" in _see(client, "scenario", scenario.pk)
    assert "rẻ nhất có thể" in _see(client, "scenario_compare", round_.pk)

    dates = {"answer_by": "2026-07-20", "starts_on": "2026-09-01", "ends_on": "2026-12-15"}
    assert client.post(_url("scenario_publish", scenario.pk), dates).status_code == 302
    assert JointProposal.objects.count() == 1


def test_two_agree_on_their_pages(afterwards, client_of, publish, round_, file, vnpt, viettel, regulator, plan):
    with time_machine.travel(NOON):
        file(vnpt)
        file(viettel, north_m=200)
    (proposal,) = publish()
    for member, other in ((vnpt, "Viettel"), (viettel, "VNPT")):
        client = client_of(member)
        assert other not in _see(client, "proposal", proposal.pk).split("<main")[1]
        assert client.post(_url("proposal_accept", proposal.pk), {"terms": "1"}).status_code == 302
    assert "Viettel Hải Dương" in _see(client_of(vnpt), "proposal", proposal.pk)
    assert "Hoạt động trong kế hoạch năm" in _see(client_of(viettel), "proposal", proposal.pk)


def test_declining_and_asking_for_other_terms(afterwards, client_of, publish, file, vnpt, viettel, regulator):
    with time_machine.travel(NOON):
        file(vnpt)
        file(viettel, north_m=200)
    (proposal,) = publish()
    client_of(vnpt).post(
        _url("proposal_counter", proposal.pk), {"terms": "1", "split_method": "equal", "text": "Chia đều"}
    )
    assert "Nhận đề nghị này" in _see(client_of(regulator), "proposal", proposal.pk)
    client_of(viettel).post(
        _url("proposal_decline", proposal.pk), {"terms": "1", "reason": "area", "text": "Vướng quy hoạch"}
    )
    assert "Vướng quy hoạch" in _see(client_of(regulator), "proposal", proposal.pk)
    assert "Vướng quy hoạch" not in _see(client_of(vnpt), "proposal", proposal.pk)


def test_more_time_prices_and_cancelling(at_noon, client_of, round_, regulator):
    client = client_of(regulator)
    later = (CLOSES + dt.timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    assert client.post(_url("joint_extend", round_.pk), {"closes_at": later}).status_code == 302
    prices = {"lines": "A2b; 42; 700.000.000", "extra_tenant_vnd": "0", "rent_vnd": "1", "concealed": ""}
    assert client.post(_url("joint_prices", round_.pk), prices).status_code == 302
    assert client.post(_url("joint_prices", round_.pk), prices | {"lines": "A2b 42"}).status_code == 422
    assert client.post(_url("joint_cancel", round_.pk), {"reason": "Hoãn"}).status_code == 302
    assert "Đã hủy" in _see(client, "joint_rounds")
