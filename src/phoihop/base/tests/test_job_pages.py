"""One's long work, on pages."""

import pytest

from phoihop.base.models import Job, JobState


@pytest.fixture
def job(vnpt):
    return Job.objects.create(
        kind="x", title="Gửi giấy mời", user_id=vnpt.user_id, state=JobState.RUNNING, done=1, total=4
    )


def test_the_list_holds_ones_own(client_of, vnpt, viettel, job):
    assert "Gửi giấy mời" in client_of(vnpt).get("/jobs/").content.decode()
    assert "Gửi giấy mời" not in client_of(viettel).get("/jobs/").content.decode()


def test_a_running_job_is_fetched_again(client_of, vnpt, job):
    page = client_of(vnpt).get(f"/jobs/{job.pk}/").content.decode()

    assert 'value="25"' in page
    assert "hx-get" in page


def test_a_finished_job_is_not_fetched_again_and_leads_to_its_result(client_of, vnpt, job):
    Job.objects.filter(pk=job.pk).update(state=JobState.DONE, result_url="/papers/")

    part = client_of(vnpt).get(f"/jobs/{job.pk}/", headers={"HX-Request": "true"}).content.decode()

    assert "hx-get" not in part
    assert 'href="/papers/"' in part
    assert "<html" not in part


def test_a_failed_job_says_why(client_of, vnpt, job):
    Job.objects.filter(pk=job.pk).update(state=JobState.FAILED, error="Chưa có chữ ký.")

    assert "Chưa có chữ ký." in client_of(vnpt).get(f"/jobs/{job.pk}/").content.decode()


def test_asking_to_stop(client_of, vnpt, job):
    response = client_of(vnpt).post(f"/jobs/{job.pk}/cancel/")

    job.refresh_from_db()
    assert response.status_code == 302
    assert job.cancel_requested


def test_a_rival_finds_no_job(client_of, viettel, job):
    client = client_of(viettel)

    assert client.get(f"/jobs/{job.pk}/").status_code == 404
    assert client.post(f"/jobs/{job.pk}/cancel/").status_code == 404
