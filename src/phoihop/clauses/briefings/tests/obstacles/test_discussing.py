import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.actions.obstacles import discussing, raising
from phoihop.clauses.briefings.models import Audience, ObstacleFile, ObstacleNote


def _texts(who):
    return [note.text for note in ObstacleNote.objects.visible_to(who)]


def test_each_note_stays_in_its_circle(raised, regulator, vnpt, viettel):
    row = raised(vnpt, audience=Audience.ALL)

    for party, actor, text, circle in (
        (regulator.party, regulator, "trong Sở", "internal"),
        (regulator.party, regulator, "hai bên", "two"),
        (vnpt.party, vnpt, "mọi bên", "all"),
        (viettel.party, viettel, "bên thứ ba", "two"),
    ):
        discussing.write_note(actor=actor, obstacle=row, party=party, text=text, circle=circle)

    assert _texts(regulator) == ["trong Sở", "hai bên", "mọi bên", "bên thứ ba"]
    assert _texts(vnpt) == ["hai bên", "mọi bên", "bên thứ ba"]
    assert _texts(viettel) == ["mọi bên", "bên thứ ba"]


def test_an_enterprise_writes_nothing_internal(raised, vnpt):
    note = discussing.write_note(actor=vnpt, obstacle=raised(vnpt), party=vnpt.party, text="chào", circle="internal")

    assert not note.internal


def test_opening_later_opens_no_word_and_no_file_of_before(raised, vnpt, viettel):
    row = raised(vnpt, uploads=[SimpleUploadedFile("a.txt", b"BIMAT")])
    discussing.write_note(actor=vnpt, obstacle=row, party=vnpt.party, text="BIMAT", circle="all")

    raising.open_to_all(actor=vnpt, obstacle=row)

    assert _texts(viettel) == []
    assert not ObstacleFile.objects.visible_to(viettel).exists()


def test_a_rival_adds_no_file_and_opens_none(raised, vnpt, viettel, client_of):
    row = raised(vnpt, audience=Audience.ALL)
    made = discussing.add_file(
        actor=vnpt, obstacle=row, party=vnpt.party, upload=SimpleUploadedFile("b.txt", b"abc"), circle="two"
    )

    with pytest.raises(NotVisible):
        discussing.add_file(
            actor=viettel, obstacle=row, party=viettel.party, upload=SimpleUploadedFile("c.txt", b"abc")
        )
    codes = [client_of(who).get(reverse("base:file", args=[made.file_id])).status_code for who in (vnpt, viettel)]

    assert codes == [200, 404]
