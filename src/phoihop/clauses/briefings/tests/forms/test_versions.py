import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed
from phoihop.base.models import AuditEntry
from phoihop.base.transitions import WrongState
from phoihop.clauses.briefings.actions.forms import content, versions
from phoihop.clauses.briefings.actions.forms.drafts import NotADraft
from phoihop.clauses.briefings.models import FormVersion, ReportRound
from phoihop.clauses.briefings.queries.forms.shapes import shape_of, version_for
from phoihop.clauses.briefings.tests.forms.values import days, indicator, rule

NEW_YEAR, JULY = dt.date(2026, 1, 1), dt.date(2026, 7, 1)


def _published(actor, version, first=NEW_YEAR):
    versions.edit_version(actor=actor, version=version, **days(first))
    version.refresh_from_db()
    versions.publish_version(actor=actor, version=version)
    return FormVersion.objects.select_related("form").get(pk=version.pk)


def _round(programme, version, status="open"):
    return ReportRound.objects.create(
        programme=programme, version=version, title="6 tháng đầu năm", period="2026H1", starts_on=NEW_YEAR,
        ends_on=dt.date(2026, 6, 30), opens_on=JULY, due_on=dt.date(2026, 7, 10), lock_on=dt.date(2026, 7, 25),
        status=status,
    )  # fmt: skip


def test_a_draft_begins_with_the_next_half_year(small):
    assert (small.draft.number, small.draft.status, small.draft.effective_from) == (1, "draft", JULY)


@pytest.mark.parametrize(
    ("day", "first"), [("2026-06-30", "2026-07-01"), ("2026-07-01", "2027-01-01"), ("2026-01-01", "2026-07-01")]
)
def test_a_half_year_follows_a_half_year(day, first):
    assert versions.next_half(dt.date.fromisoformat(day)) == dt.date.fromisoformat(first)


def test_a_published_version_never_changes(regulator, small):
    version = _published(regulator, small.draft)

    for change in (
        lambda: versions.edit_version(actor=regulator, version=version, **days(JULY)),
        lambda: versions.remove_draft(actor=regulator, version=version),
        lambda: content.save_section(actor=regulator, version=version, title="Mục", guidance=""),
        lambda: content.save_indicator(actor=regulator, section=small.section, dimensions=[], **indicator("khac")),
        lambda: content.save_rule(actor=regulator, version=version, rule=small.rule, **rule(message="Khác")),
        lambda: content.remove_indicator(actor=regulator, indicator=small.whole),
        lambda: content.remove_section(actor=regulator, section=small.section),
        lambda: content.remove_rule(actor=regulator, rule=small.rule),
    ):
        with pytest.raises(NotADraft):
            change()
    assert version.published_at == regulator.at


def test_the_version_before_ends_the_day_before(regulator, small):
    first = _published(regulator, small.draft)
    second = _published(regulator, versions.copy_version(actor=regulator, version=first), JULY)

    first.refresh_from_db()
    assert first.effective_until == dt.date(2026, 6, 30)
    in_force = [version_for(small.form, day) for day in (dt.date(2025, 12, 31), first.effective_until, JULY)]
    assert in_force == [None, first, second]


def test_a_version_cannot_begin_before_one_that_is_in_force(regulator, small):
    first = _published(regulator, small.draft)
    second = versions.copy_version(actor=regulator, version=first)

    with pytest.raises(versions.NotReady, match="01/01/2026, là ngày áp dụng của phiên bản 1"):
        _published(regulator, second, NEW_YEAR)


def test_a_copy_asks_the_same_with_rows_of_its_own(regulator, small):
    first = _published(regulator, small.draft)

    second = versions.copy_version(actor=regulator, version=first)

    old, new = (shape_of(version, JULY) for version in (first, second))
    assert (new.shape.indicators, new.shape.cells) == (old.shape.indicators, old.shape.cells)
    assert [rule.left.text for rule in new.shape.rules] == ["tram_moi"]
    assert not {ids[0] for ids in new.row_ids.values()} & {ids[0] for ids in old.row_ids.values()}
    with pytest.raises(versions.HasDraft):
        versions.copy_version(actor=regulator, version=first)


def test_a_draft_is_thrown_away_unless_a_round_was_prepared_with_it(regulator, small, programme):
    round_ = _round(programme, small.draft, "draft")
    with pytest.raises(versions.InUse):
        versions.remove_draft(actor=regulator, version=small.draft)
    round_.delete()

    versions.remove_draft(actor=regulator, version=small.draft)

    assert not small.form.versions.exists()


def test_a_version_is_withdrawn_once_no_round_asks_with_it(regulator, small, programme):
    version = _published(regulator, small.draft)
    round_ = _round(programme, version)
    with pytest.raises(versions.InUse):
        versions.withdraw_version(actor=regulator, version=version)
    ReportRound.objects.filter(pk=round_.pk).update(status="closed")

    versions.withdraw_version(actor=regulator, version=version)

    version.refresh_from_db()
    assert (version.status, version.effective_until) == ("withdrawn", regulator.today)
    assert version_for(small.form, NEW_YEAR) is None
    with pytest.raises(WrongState):
        versions.withdraw_version(actor=regulator, version=version)


def test_an_empty_draft_is_not_published(regulator, small):
    content.remove_section(actor=regulator, section=small.section)

    with pytest.raises(versions.NotReady, match="chưa có chỉ tiêu"):
        versions.publish_version(actor=regulator, version=small.draft)


@pytest.mark.parametrize("who", ["vnpt", "auditor", "clerk"])
def test_only_the_department_writes_its_forms(small, who, request):
    actor = request.getfixturevalue(who)

    for act in (versions.publish_version, versions.copy_version, versions.remove_draft, versions.withdraw_version):
        with pytest.raises(NotAllowed):
            act(actor=actor, version=small.draft)


def test_the_history_tells_what_was_published(regulator, small):
    _published(regulator, small.draft)

    entry = AuditEntry.objects.get(event="briefings.form_version.published")
    assert (entry.lead_id, entry.after["effective_from"]) == (regulator.party.pk, "2026-01-01")
