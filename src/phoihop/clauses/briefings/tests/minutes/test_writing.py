import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.clauses.briefings.actions.minutes import from_room, versions, writing
from phoihop.clauses.briefings.actions.minutes.writing import ParagraphChanged, Written
from phoihop.clauses.briefings.models import AgendaItem, Minutes, MinutesEntry, Speaker
from phoihop.clauses.briefings.queries.minutes import minutes as queries


def test_minutes_begin_once_with_the_names_of_the_activity(regulator, briefing):
    first = writing.start_minutes(actor=regulator, briefing=briefing)

    assert writing.start_minutes(actor=regulator, briefing=briefing) == first
    assert (first.chair, first.secretary) == ("Trần Minh Đức", "Lê Thu Hà")


def test_an_enterprise_writes_no_minutes(vnpt, briefing):
    with pytest.raises(NotAllowed):
        writing.start_minutes(actor=vnpt, briefing=briefing)


def test_of_two_secretaries_neither_loses_a_word(regulator, clerk, paragraph):
    opened_by_both = paragraph.version
    writing.edit_entry(actor=regulator, entry=paragraph, version=opened_by_both, written=Written("Bản của chuyên viên"))

    with pytest.raises(ParagraphChanged) as refusal:
        writing.edit_entry(actor=clerk, entry=paragraph, version=opened_by_both, written=Written("Bản của văn thư"))

    assert refusal.value.there.text == "Bản của chuyên viên"
    writing.edit_entry(actor=clerk, entry=paragraph, version=refusal.value.there.version, written=Written("Bản ghép"))
    assert MinutesEntry.objects.get(pk=paragraph.pk).text == "Bản ghép"


def test_the_form_shows_both_texts_and_the_next_save_stands(client_of, regulator, clerk, paragraph):
    address = reverse("briefings:minutes_entry_edit", args=[paragraph.pk])
    mine = {"text": "Bản của tôi", "kind": "information", "version": paragraph.version}
    writing.edit_entry(actor=clerk, entry=paragraph, version=1, written=Written("Bản của văn thư"))

    refused = client_of(regulator).post(address, mine)
    shown = refused.content.decode()
    again = client_of(regulator).post(address, mine | {"text": "Bản ghép", "version": 2})

    assert (refused.status_code, again.status_code) == (422, 302)
    assert "Bản của tôi" in shown
    assert "Bản của văn thư" in shown
    assert 'name="version" value="2"' in shown
    paragraph.refresh_from_db()
    assert paragraph.text == "Bản ghép"


def test_saving_what_is_there_already_is_no_conflict(regulator, paragraph):
    same = writing.edit_entry(actor=regulator, entry=paragraph, version=0, written=Written(paragraph.text))

    assert same.version == 1


def test_a_paragraph_that_was_taken_out_is_not_written(regulator, paragraph):
    writing.remove_entry(actor=regulator, entry=paragraph)

    with pytest.raises(Stale, match="chép lại"):
        writing.edit_entry(actor=regulator, entry=paragraph, version=1, written=Written("x"))


@pytest.mark.parametrize("kind", ["decision", "task"])
def test_what_binds_needs_an_owner(regulator, minutes, item, kind):
    with pytest.raises(Refused, match="đơn vị thực hiện"):
        writing.add_entry(actor=regulator, minutes=minutes, item=item, written=Written("Nộp báo cáo", kind))


def test_what_concerns_one_enterprise_is_given_to_no_other(regulator, minutes, item, vnpt, viettel):
    words = Written("Di dời trạm", "task", viettel.party, None, vnpt.party)

    with pytest.raises(Refused, match="riêng"):
        writing.add_entry(actor=regulator, minutes=minutes, item=item, written=words)


def test_paragraphs_change_places_under_their_topic(regulator, paragraph, task, minutes):
    writing.move_entry(actor=regulator, entry=task, up=True)

    first = queries.topics(actor=regulator, minutes=minutes)[0]
    assert [entry.pk for entry in first.entries] == [task.pk, paragraph.pk]


def test_a_version_brings_everything_back(regulator, minutes, paragraph, task):
    kept = versions.keep_version(actor=regulator, minutes=minutes, note="trước khi sửa")
    writing.edit_entry(actor=regulator, entry=paragraph, version=1, written=Written("Khác hẳn"))
    writing.remove_entry(actor=regulator, entry=task)
    writing.set_heads(actor=regulator, minutes=minutes, chair="Người khác", secretary="Thư ký khác")

    versions.restore_version(actor=regulator, version=kept)

    texts = [entry.text for entry in MinutesEntry.objects.standing().filter(minutes=minutes)]
    assert texts == [paragraph.text, task.text]
    assert Minutes.objects.get().chair == "Trần Minh Đức"
    assert [one.number for one in queries.versions(actor=regulator, minutes=minutes)] == [2, 1]


def test_nothing_new_is_no_new_version(regulator, minutes, paragraph):
    first = versions.keep_version(actor=regulator, minutes=minutes)

    assert versions.keep_version(actor=regulator, minutes=minutes) == first


def test_versions_are_compared_paragraph_by_paragraph(regulator, minutes, paragraph, task):
    kept = versions.keep_version(actor=regulator, minutes=minutes)
    words = Written("VNPT nêu giá thuê cột tăng 20 %.")
    writing.edit_entry(actor=regulator, entry=paragraph, version=1, written=words)
    writing.remove_entry(actor=regulator, entry=task)

    [topic] = queries.differences(actor=regulator, version=kept, other=None)

    assert [one.state for one in topic.paragraphs] == ["changed", "removed"]
    gone = [piece.text.strip() for piece in topic.paragraphs[0].pieces if piece.kind == "removed"]
    assert gone == ["15"]


def test_the_room_is_written_down_once(regulator, minutes, item, vnpt):
    Speaker.objects.create(item=item, party=vnpt.party, name="Đỗ Thị Lan", state="done", started_at=regulator.at)
    AgendaItem.objects.filter(pk=item.pk).update(presenter="Lê Thu Hà", spent_s=600)

    added = from_room.write_from_room(actor=regulator, minutes=minutes)

    texts = [entry.text for entry in MinutesEntry.objects.filter(item=item)]
    assert added == 2
    assert texts == ["Lê Thu Hà trình bày.", "Phát biểu: Đỗ Thị Lan (VNPT)."]
    with pytest.raises(Refused, match="không có gì mới"):
        from_room.write_from_room(actor=regulator, minutes=minutes)
