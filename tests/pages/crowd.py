"""More rows of everything that a page lists."""

from __future__ import annotations

import datetime as dt
import itertools

from phoihop.base import audit
from phoihop.base.models import Job, StoredFile
from phoihop.notices.models import Notice, OutgoingMail
from phoihop.papers.models import Paper, PaperStatus, RegisteredSigner, TrustedIssuer
from phoihop.people.models import Division, Party, PartyContact, Service
from phoihop.programme.models import (
    Activity,
    ClauseComment,
    Evidence,
    Memorandum,
    NamedDay,
    Participation,
    Plan,
    PlanAmendment,
    PlanItem,
    Revision,
    YearReport,
)
from phoihop.testing.cast import DAY, NOON
from phoihop.testing.factories import (
    ActivityFactory,
    ClauseFactory,
    MembershipFactory,
    ParticipationFactory,
    PartyFactory,
    ProgrammeFactory,
    ProgrammePartyFactory,
)
from tests.pages import (
    forms_crowd,
    joint_crowd,
    meeting_crowd,
    obstacles_crowd,
    reports_crowd,
    sharing_crowd,
    sheets_crowd,
    towers_crowd,
    towers_map_crowd,
)

_numbers = itertools.count(1000)  # no two rows of one number, however often rows are added


def multiply(world, more: int) -> None:
    """So many more parties, programmes, activities, papers … than there are."""
    officer, vnpt = world.people["regulator"], world.people["vnpt"]
    parties = [PartyFactory(registered_by=officer.party) for _ in range(more)]
    for party in parties:
        ProgrammePartyFactory(programme=world.programme, party=party)
    for _ in range(more):
        ProgrammePartyFactory(programme=ProgrammeFactory(lead=officer.party), party=vnpt.party)
    _agreements(world, parties)
    _year(world, parties)
    _papers(world, more)
    _desk(officer, vnpt, more)
    towers_crowd.registry(world, more)
    joint_crowd.joint(world, more)
    towers_map_crowd.disclosures(world, more)
    sharing_crowd.sharing(world, more)
    forms_crowd.forms(world, more)
    reports_crowd.reports(world, more)
    sheets_crowd.sheets(world, more)
    obstacles_crowd.obstacles(world, more)
    meeting_crowd.meetings(world, more)


def _agreements(world, parties: list[Party]) -> None:
    circulated = Revision.objects.get(pk=world.args["revision"][0])
    comment = ClauseComment.objects.get(pk=world.args["comment"][0])
    for number, party in zip(_numbers, parties, strict=False):
        for key in ("memorandum", "circulated"):
            Memorandum.objects.get(pk=world.args[key][0]).parties.create(party=party, order=number, name=party.name)
        circulated.answers.create(party=party, accepts=True, answered_at=NOON)
        ClauseComment.objects.create(
            revision=circulated, anchor=comment.anchor, party=party, text="Ý kiến", open_to_all=True
        )
        ClauseFactory(memorandum_id=world.args["memorandum"][0])
        ClauseFactory(memorandum_id=world.args["draft"][0])
        Memorandum.objects.create(
            programme=world.programme, title="Biên bản", starts_on=dt.date(1000 + number, 1, 1),
            ends_on=dt.date(1000 + number, 12, 31),
        )  # fmt: skip
        Revision.objects.create(
            memorandum_id=world.args["memorandum"][0], number=number, content=circulated.content,
            checksum=circulated.checksum, circulated_at=NOON,
        )  # fmt: skip


def _year(world, parties: list[Party]) -> None:
    activity = Activity.objects.get(pk=world.args["activity"][0])
    plan = Plan.objects.get(pk=world.args["plan"][0])
    vnpt = world.people["vnpt"].party
    evidence = Evidence.objects.get(pk=world.args["evidence"][1])
    for number, party in zip(_numbers, parties, strict=False):
        item = PlanItem.objects.create(
            plan=plan, clause_id=world.args["clause"][0], title="Việc", starts_on=DAY, ends_on=DAY, owner=party
        )
        item.participants.add(vnpt, party)
        item.targets.create(party=vnpt, label="Chỉ tiêu", unit="km", value=1)
        ParticipationFactory(activity=ActivityFactory(programme=world.programme, item=item), party=vnpt)
        Participation.objects.create(activity=activity, party=party, invited_at=NOON).attendees.create(name="A")
        activity.participations.get(party=vnpt).attendees.create(name=f"Người {number}")
        activity.outcomes.create(party=vnpt, label=f"Kết quả {number}", unit="km", value=1)
        Evidence.objects.create(activity=activity, party=party, file=evidence.file, caption="Ảnh", for_all=True)
        PlanAmendment.objects.create(
            plan=plan, item=item, number=number, reason="Mưa", author=vnpt.memberships.first().user
        )  # fmt: skip
        sketch = Plan.objects.get(pk=world.args["sketch"][0])
        PlanItem.objects.create(plan=sketch, title="Việc", starts_on=DAY, ends_on=DAY, owner=party)
        Plan.objects.create(programme=world.programme, memorandum=plan.memorandum, year=1000 + number)
    report = YearReport.objects.get(pk=world.args["report"][0])
    for party in parties:
        report.commendations.create(party=party, reason="Tốt", status="decided")
        report.answers.create(party=party, confirms=True, answered_at=NOON)
        report.addenda.create(number=next(_numbers), text="Phụ lục", checksum="")


def _papers(world, more: int) -> None:
    paper = Paper.objects.get(pk=world.args["paper"][0])
    audience = [world.people["vnpt"].party]
    for _ in range(more):
        copy = Paper.objects.get(pk=paper.pk)
        copy.pk, copy.number, copy.status, copy.year = None, None, PaperStatus.SIGNED, None
        copy.pk = StoredFile().pk
        copy._state.adding = True
        copy.save(force_insert=True)
        copy.audience.set(audience)
    for number in itertools.islice(_numbers, more):
        TrustedIssuer.objects.create(name=f"CA {number}", certificate_pem="", sha256=f"{number:064d}")
        RegisteredSigner.objects.create(party=audience[0], name="Người ký", position="Giám đốc", valid_from=DAY)


def _desk(officer, vnpt, more: int) -> None:
    for number in itertools.islice(_numbers, more):
        MembershipFactory(party=vnpt.party)
        Division.objects.create(party=vnpt.party, name=f"Phòng {number}")
        Service.objects.create(party=vnpt.party, name=f"Dịch vụ {number}")
        PartyContact.objects.create(party=vnpt.party, matter="Việc", name="Phòng", for_all_parties=True)
        for member in (officer, vnpt):
            Job.objects.create(kind="x", title="Việc nền", user_id=member.user_id)
            Notice.objects.create(user=member.user, text="Tin", key=f"n{number}")
            OutgoingMail.objects.create(to=member.user.email, subject="Thư", body="Thư", kind="digest")
            audit.record(member, "people.party.edited", vnpt.party)
        NamedDay.objects.create(
            keeper=officer.party, code=f"ngay-{number}", name_vi="Ngày", month=9, day=1, category="memorial"
        )
