"""A small world in which every address has a row to show; VNPT's rows carry marked secrets."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base.access import Role
from phoihop.base.models import AuditEntry, Job
from phoihop.notices.actions import current_feed, tell
from phoihop.notices.models import Notice
from phoihop.papers.models import RegisteredSigner, TrustedIssuer
from phoihop.people.actions.invitations import hash_token
from phoihop.people.models import Handover, Invitation, Membership
from phoihop.programme.actions.activity import participation, results
from phoihop.programme.memorandum_rows import present_content
from phoihop.programme.models import Cadence, DayCategory, Memorandum, NamedDay, Programme
from phoihop.programme.revising import checksum
from phoihop.testing.cast import DAY, NOON, CastMember, seat
from phoihop.testing.factories import (
    ActivityFactory,
    ClauseFactory,
    MemorandumFactory,
    ParticipationFactory,
    PlanFactory,
    PlanItemFactory,
    RegulatorFactory,
    UserFactory,
)
from tests.access import (
    agreements,
    briefings_decisions,
    briefings_forms,
    briefings_meeting,
    briefings_minutes,
    briefings_obstacles,
    briefings_pooled,
    briefings_reports,
    briefings_room,
    briefings_sheets,
    spine,
    towers_joint,
    towers_map,
    towers_registry,
    towers_sharing,
)
from tests.access.markers import FIGURE, secret

Cast = dict[str, Any]


@dataclass
class World:
    """The people, and for each name of a row the arguments of its addresses."""

    people: dict[str, CastMember]
    programme: Programme
    args: dict[str, tuple[Any, ...]] = field(default_factory=dict)


def build(cast: Cast) -> World:
    """Everything once."""
    people = {name: one for name, one in cast.items() if isinstance(one, CastMember)}
    people["other"] = seat(RegulatorFactory(), Role.OFFICER, "Chuyên viên Sở khác", "khac@example.vn")
    keeper = UserFactory(full_name="Quản trị", email="quantri@example.vn", is_keeper=True)
    people["keeper"] = CastMember(user_id=keeper.pk, is_keeper=True, at=NOON, user=keeper)
    world = World(people, cast["programme"])
    _signers(world)
    agreements.memoranda(world)
    _year(world)
    agreements.plans(world)
    spine.reports(world)
    spine.papers(world)
    _people(world)
    _ground(world)
    towers_registry.registry(world)
    towers_map.disclosures(world)
    towers_sharing.sharing(world)
    towers_joint.joint(world)
    briefings_decisions.decisions(world)
    briefings_forms.forms(world)
    briefings_minutes.minutes(world)
    briefings_obstacles.obstacles(world)
    briefings_reports.reports(world)
    briefings_sheets.sheets(world)
    briefings_pooled.pooled(world)
    briefings_meeting.meeting(world)
    briefings_room.room(world)
    return world


def _signers(world: World) -> None:
    """Names of signers stand in the memorandum for all to read; how their certificate is known does not."""
    for name in ("regulator", "vnpt", "viettel", "post"):
        known = {"subject_attribute": "CN", "subject_value": secret("chung-thu"), "issuer_name": secret("noi-cap")}
        signer = RegisteredSigner.objects.create(
            party=world.people[name].party,
            name=f"Người ký {name}",
            position="Giám đốc",
            valid_from=dt.date(2020, 1, 1),
            **(known | {"serial": FIGURE} if name == "vnpt" else {}),
        )
        if name == "vnpt":
            world.args["signer"] = (signer.party_id, signer.pk)
    issuer = TrustedIssuer.objects.create(name="CA thử", certificate_pem="", sha256="0" * 64)
    world.args |= {"issuer": (issuer.pk,), "vnpt": (world.people["vnpt"].party.pk,)}


def _year(world: World) -> None:
    """The year's memorandum, its agreed plan, and an activity that VNPT has answered and filled."""
    officer, vnpt = world.people["regulator"], world.people["vnpt"]
    memorandum = MemorandumFactory(programme=world.programme)
    clause = ClauseFactory(memorandum=memorandum, cadence=Cadence.YEARLY)
    for order, name in enumerate(("regulator", "vnpt", "viettel", "post"), start=1):
        party = world.people[name].party
        memorandum.parties.create(party=party, order=order, name=party.name)
    content = present_content(memorandum)
    memorandum.revisions.create(number=1, content=content, checksum=checksum(content), circulated_at=NOON)
    Memorandum.objects.filter(pk=world.args["draft"][0]).update(renewed_from=memorandum)
    plan = PlanFactory(programme=world.programme, memorandum=memorandum)
    item = PlanItemFactory(plan=plan, clause=clause)
    target = item.targets.create(party=vnpt.party, label=secret("chi-tieu"), unit="km", value=Decimal(FIGURE))
    activity = ActivityFactory(programme=world.programme, item=item)
    for name in ("vnpt", "viettel", "post"):
        ParticipationFactory(activity=activity, party=world.people[name].party)
    participation.answer_invitation(
        actor=vnpt, activity=activity, party=vnpt.party, answer="accepted", expected=2, note=secret("loi-nhan")
    )
    people = [participation.Sent(secret("nguoi-du"), secret("chuc-vu"), "bimat-du@example.vn")]
    participation.send_attendees(actor=vnpt, activity=activity, party=vnpt.party, people=people)
    outcome = results.record_outcome(
        actor=vnpt, activity=activity, party=vnpt.party, label=secret("ket-qua"), unit="km", value=Decimal(FIGURE),
        note=secret("ghi-chu"),
    )  # fmt: skip
    upload = SimpleUploadedFile(f"{secret('tep')}.txt", secret("noi-dung-tep").encode())
    evidence = results.add_evidence(
        actor=vnpt, activity=activity, party=vnpt.party, upload=upload, caption=secret("minh-chung")
    )
    results.record_minutes(actor=officer, activity=activity, minutes="Đã họp.", secretary="Thư ký")
    named = {
        "programme": world.programme, "memorandum": memorandum, "clause": clause, "plan": plan, "item": item,
        "target": target, "activity": activity, "evidence_file": evidence.file,
    }  # fmt: skip
    world.args |= {name: (row.pk,) for name, row in named.items()}
    world.args |= {
        "activity_vnpt": (activity.pk, vnpt.party.pk), "outcome": (activity.pk, outcome.pk),
        "evidence": (activity.pk, evidence.pk), "activity_step": (activity.pk, "hold"),
        "activity_minutes": (activity.pk, "minutes"), "bundle": ("programme", "activity", activity.pk),
        "programme_vnpt": (world.programme.pk, vnpt.party.pk),
    }  # fmt: skip


def _people(world: World) -> None:
    vnpt = world.people["vnpt"]
    member = seat(vnpt.party, Role.MEMBER, secret("thanh-vien"), "thanhvien@example.vn")
    membership = Membership.objects.get(user=member.user)
    invitation = Invitation.objects.create(
        party=vnpt.party, email="bimat-moi@example.vn", full_name=secret("duoc-moi"), role=Role.MEMBER.value,
        token_hash=hash_token("token"), expires_at=NOON + dt.timedelta(days=14), invited_by=vnpt.user,
    )  # fmt: skip
    handover = Handover.objects.create(
        party=vnpt.party, from_user=vnpt.user, to_user=member.user, on=DAY, note=secret("ban-giao"),
        sheet=[{"source": "", "title": secret("viec-ban-giao"), "due_on": None, "url": ""}],
    )  # fmt: skip
    world.args |= {
        "membership": (membership.pk,), "invitation": (invitation.pk,), "token": ("token",),
        "handover": (handover.pk,), "handover_new": (vnpt.party.pk, member.user.pk), "account": (member.user.pk,),
        "party_part": (vnpt.party.pk, "contacts"),
    }  # fmt: skip


def _ground(world: World) -> None:
    officer, vnpt = world.people["regulator"], world.people["vnpt"]
    job = Job.objects.create(kind="programme.invite", title=secret("viec-nen"), user_id=vnpt.user_id)
    tell(actor=officer, users_of=[vnpt.party.pk], text=secret("thong-bao"), url="/", key="secret")
    notice = Notice.objects.get(user=vnpt.user, key="secret")
    feed = current_feed(actor=vnpt)
    day = NamedDay.objects.create(
        keeper=officer.party, code="thanh-lap", name_vi="Ngày thành lập Sở", month=8, day=1,
        category=DayCategory.FOUNDING,
    )  # fmt: skip
    entry = AuditEntry.objects.filter(event="programme.outcome.recorded").first()
    assert entry is not None
    world.args |= {
        "": (), "job": (job.pk,), "notice": (notice.pk,), "feed": (feed.pk,), "feed_secret": (feed.secret,),
        "day": (day.pk,), "entry": (entry.seq,), "key": (1,), "reset": ("x", "y"),
    }  # fmt: skip
