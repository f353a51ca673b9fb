"""Factories of rows, in plausible Vietnamese."""

from __future__ import annotations

import datetime as dt

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from phoihop.base.access import PartyKind, Role
from phoihop.people.models import Division, Membership, Party, User
from phoihop.programme import models as spine

DAY = dt.date(2026, 6, 15)
NOON = dt.datetime(2026, 6, 15, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))


class UserFactory(DjangoModelFactory):
    """A person with the password ``mat-khau-thu``."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"nguoi{n}@example.vn")
    full_name = factory.Sequence(lambda n: f"Nguyễn Văn {n}")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        password = kwargs.pop("password", "mat-khau-thu")
        return model_class.objects.create_user(password=password, **kwargs)

    @classmethod
    def _build(cls, model_class, *args, **kwargs):
        password = kwargs.pop("password", "mat-khau-thu")
        user = model_class(**kwargs)
        user.set_password(password)
        return user


class PartyFactory(DjangoModelFactory):
    """An enterprise."""

    class Meta:
        model = Party

    kind = PartyKind.ENTERPRISE.value
    name = factory.Sequence(lambda n: f"Doanh nghiệp Viễn thông {n}")
    short_name = factory.Sequence(lambda n: f"DN {n}")
    code = factory.Sequence(lambda n: f"DN{n}")
    place = "Hải Dương"


class RegulatorFactory(PartyFactory):
    """A department."""

    kind = PartyKind.REGULATOR.value
    name = factory.Sequence(lambda n: f"Sở Thông tin và Truyền thông {n}")
    short_name = factory.Sequence(lambda n: f"Sở {n}")
    code = factory.Sequence(lambda n: f"STTTT{n}")
    superior_name = "Ủy ban nhân dân tỉnh Hải Dương"


class DivisionFactory(DjangoModelFactory):
    """A division of a party."""

    class Meta:
        model = Division

    party = factory.SubFactory(PartyFactory)
    name = factory.Sequence(lambda n: f"Phòng {n}")


class MembershipFactory(DjangoModelFactory):
    """A seat."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    party = factory.SubFactory(PartyFactory)
    role = Role.FOCAL_POINT.value
    started_on = dt.date(2020, 1, 1)


class ProgrammeFactory(DjangoModelFactory):
    """A programme without participants."""

    class Meta:
        model = spine.Programme

    lead = factory.SubFactory(RegulatorFactory)
    name = factory.Sequence(lambda n: f"Chương trình phối hợp {n}")
    place = "tỉnh Hải Dương"
    first_year = 2024


class ProgrammePartyFactory(DjangoModelFactory):
    """A participant."""

    class Meta:
        model = spine.ProgrammeParty

    programme = factory.SubFactory(ProgrammeFactory)
    party = factory.SubFactory(PartyFactory)
    joined_on = dt.date(2024, 1, 1)


class MemorandumFactory(DjangoModelFactory):
    """A memorandum in force for 2026."""

    class Meta:
        model = spine.Memorandum

    programme = factory.SubFactory(ProgrammeFactory)
    title = "Biên bản ghi nhớ chương trình phối hợp công tác năm 2026"
    starts_on = dt.date(2026, 1, 1)
    ends_on = dt.date(2026, 12, 31)
    status = spine.MemorandumStatus.IN_FORCE


class ClauseFactory(DjangoModelFactory):
    """A yearly clause of the plain kind."""

    class Meta:
        model = spine.Clause

    memorandum = factory.SubFactory(MemorandumFactory)
    order = factory.Sequence(lambda n: n + 1)
    heading = factory.Sequence(lambda n: f"Nội dung {n}")
    text = "Các bên cùng phối hợp thực hiện."


class PlanFactory(DjangoModelFactory):
    """A frozen plan for 2026."""

    class Meta:
        model = spine.Plan

    programme = factory.SubFactory(ProgrammeFactory)
    memorandum = factory.SubFactory(MemorandumFactory, programme=factory.SelfAttribute("..programme"))
    year = 2026
    status = spine.PlanStatus.FROZEN


class PlanItemFactory(DjangoModelFactory):
    """An item in June."""

    class Meta:
        model = spine.PlanItem

    plan = factory.SubFactory(PlanFactory)
    title = factory.Sequence(lambda n: f"Giao ban lần {n}")
    starts_on = DAY
    ends_on = DAY
    owner = factory.SelfAttribute("plan.programme.lead")


class ActivityFactory(DjangoModelFactory):
    """An activity in preparation."""

    class Meta:
        model = spine.Activity

    programme = factory.SubFactory(ProgrammeFactory)
    item = factory.SubFactory(PlanItemFactory, plan__programme=factory.SelfAttribute("...programme"))
    title = factory.SelfAttribute("item.title")
    starts_at = NOON
    ends_at = NOON + dt.timedelta(hours=3)
    status = spine.ActivityStatus.OPEN


class ParticipationFactory(DjangoModelFactory):
    """A party invited to an activity."""

    class Meta:
        model = spine.Participation

    activity = factory.SubFactory(ActivityFactory)
    party = factory.SubFactory(PartyFactory)
    invited_at = factory.LazyFunction(timezone.now)
