from decimal import Decimal

import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.models import Job
from phoihop.clauses.briefings.actions.pooled import making, publishing
from phoihop.clauses.briefings.models import OwnShare, PooledCell, PooledPublication, Report
from phoihop.clauses.briefings.queries.pooled import audits, files, tables
from phoihop.clauses.briefings.tests.pooled.conftest import accept
from phoihop.notices.models import Notice

SECRETS = ("987654", "987.654", "987684", "987.684", "987674")  # VNPT's revenue, and sums that would tell it


@pytest.fixture
def made(regulator, round_) -> PooledPublication:
    return making.make_publication(actor=regulator, round=round_)


@pytest.fixture
def published(regulator, made) -> PooledPublication:
    return publishing.publish(actor=regulator, publication=made)


def cells(publication) -> dict:
    rows = PooledCell.objects.filter(publication=publication)
    return {(one.indicator.code, one.code.code if one.code else None): one.value for one in rows}


def test_what_may_be_shown_is_kept_with_its_audit(made):
    assert made.status == "passed"
    assert cells(made)["thue_bao", None] == 8400
    assert cells(made)["doanh_thu", None] is None
    assert {one["group"] for one in made.audit["groups"]} == {"thue_bao", "doanh_thu"}
    assert made.lost_percent > 0


def test_before_it_is_published_no_enterprise_knows_of_it(made, vnpt):
    with pytest.raises(NotVisible):
        tables.visible_publication(actor=vnpt, pk=made.pk)
    assert not tables.published(actor=vnpt).exists()


def test_published_each_sees_totals_its_own_and_its_share(published, viettel):
    [section] = tables.table(actor=viettel, publication=published)
    subscribers, revenue = section.rows

    assert (subscribers.total, subscribers.own, subscribers.share) == (8400, 2800, Decimal("33.333"))
    assert (revenue.total, revenue.own, revenue.share) == (None, 20, None)
    assert (revenue.why, revenue.truth) == ("", None)
    assert Notice.objects.filter(user=viettel.user, key=f"pool.published:{published.pk}").exists()


def test_the_department_sees_why_and_what(published, regulator):
    [section] = tables.table(actor=regulator, publication=published)

    assert (section.rows[1].why, section.rows[1].truth) == ("rival", 987684)


@pytest.mark.parametrize("who", ["viettel", "post"])
def test_nothing_that_a_rival_gets_tells_the_secret(who, published, client_of, request):
    rival = request.getfixturevalue(who)
    client = client_of(rival)
    answers = [
        client.get(reverse("briefings:pooled_detail", args=[published.pk])),
        client.get(reverse("briefings:pooled_detail", args=[published.pk]) + "?indicator=doanh_thu"),
        client.get(reverse("briefings:pooled_export", args=[published.pk, "csv"])),
        client.get(reverse("briefings:pooled_list")),
    ]
    workbook, _, _ = files.table_file(actor=rival, publication=published, kind="xlsx")

    assert [answer.status_code for answer in answers] == [200] * 4
    assert not [word for word in SECRETS for answer in answers if word in answer.content.decode()]
    assert len(workbook) > 1000
    assert not OwnShare.objects.filter(indicator__code="doanh_thu").exists()
    assert tables.trend(actor=rival, publication=published, code="doanh_thu").totals == (None,)


def test_an_enterprise_makes_and_publishes_nothing(vnpt, round_, made):
    with pytest.raises(NotAllowed):
        making.make_publication(actor=vnpt, round=round_)
    with pytest.raises(NotAllowed):
        publishing.publish(actor=vnpt, publication=made)


def test_two_reports_are_too_few(regulator, round_):
    Report.objects.filter(party__short_name="VNPT").update(edition=0, status="draft", accepted_at=None)

    with pytest.raises(Refused, match="ba báo cáo"):
        making.start_pool(actor=regulator, round=round_)


def test_a_table_of_figures_that_changed_since_is_not_published(regulator, made, vnpt):
    report = Report.objects.get(party=vnpt.party)
    accept(report, (3100, 2000, 1100, 987654), edition=2)

    with pytest.raises(Refused, match="lập lại"):
        publishing.publish(actor=regulator, publication=made)
    assert not audits.is_fresh(actor=regulator, publication=made)


def test_a_corrected_figure_is_not_told_by_the_difference_of_two_tables(regulator, published, round_, vnpt):
    accept(Report.objects.get(party=vnpt.party), (3100, 2000, 1100, 987654), edition=2)

    second = making.make_publication(actor=regulator, round=round_)

    assert cells(second)["thue_bao", None] is None
    assert PooledCell.objects.get(publication=second, indicator__code="thue_bao", code=None).why


def test_the_new_table_takes_the_place_of_the_old(regulator, published, round_, viettel):
    second = publishing.publish(actor=regulator, publication=making.make_publication(actor=regulator, round=round_))

    published.refresh_from_db()
    assert (published.status, second.status) == ("withdrawn", "published")
    assert list(tables.published(actor=viettel)) == [second]


def test_taken_back_it_is_gone_for_the_parties(regulator, published, viettel):
    with pytest.raises(Refused, match="lý do"):
        publishing.withdraw(actor=regulator, publication=published, reason=" ")
    publishing.withdraw(actor=regulator, publication=published, reason="Sai số liệu một đơn vị")

    with pytest.raises(NotVisible):
        tables.visible_publication(actor=viettel, pk=published.pk)


def test_rules_are_the_departments_and_stay_in_range(regulator, vnpt, round_):
    usual = {"minimum": 3, "p_percent": 10.0, "prior_percent": 100.0, "colluding": 1}
    with pytest.raises(NotAllowed):
        publishing.set_rules(actor=vnpt, regulator=regulator.party, **usual)
    with pytest.raises(Refused, match="từ 3"):
        publishing.set_rules(actor=regulator, regulator=regulator.party, **(usual | {"minimum": 2}))
    with pytest.raises(Refused, match="Quy tắc"):
        publishing.set_rules(actor=regulator, regulator=regulator.party, **(usual | {"prior_percent": 5.0}))

    publishing.set_rules(
        actor=regulator, regulator=regulator.party, **(usual | {"colluding": 2}), dominance=[(1, 75.0)]
    )
    strict = making.make_publication(actor=regulator, round=round_)
    assert set(cells(strict).values()) == {None}
    assert PooledPublication.objects.get(pk=strict.pk).rules["dominance"] == [[1, 75.0]]


def test_the_whole_way_in_the_browser(client_of, regulator, round_, viettel, django_capture_on_commit_callbacks):
    desk = client_of(regulator)

    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("briefings:pooled_make", args=[round_.pk]))
    made = PooledPublication.objects.get()
    page = desk.get(reverse("briefings:pooled_detail", args=[made.pk])).content.decode()
    desk.post(reverse("briefings:pooled_publish", args=[made.pk]))

    assert Job.objects.get().result_url == reverse("briefings:pooled_detail", args=[made.pk])
    assert "đối thủ suy ra được" in page
    assert "8.400" in client_of(viettel).get(reverse("briefings:pooled_detail", args=[made.pk])).content.decode()


def test_rules_are_typed_and_come_back(client_of, regulator):
    desk, address = client_of(regulator), reverse("briefings:pooled_rules")
    typed = {"minimum": "4", "p_percent": "12,5", "prior_percent": "100", "colluding": "1", "dominance": "1:75; 2:90"}

    wrong = desk.post(address, typed | {"dominance": "một nửa"})
    right = desk.post(address, typed)

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert audits.own_rules(actor=regulator)[1]["dominance"] == [[1, 75.0], [2, 90.0]]
    assert 'value="1:75; 2:90"' in desk.get(address).content.decode()
