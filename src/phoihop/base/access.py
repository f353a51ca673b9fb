"""Who may do what: actors, roles, permissions, and the mark every view carries.

An :class:`Actor` is a person at one moment: who, sitting for which parties, in which request, at what time.
Actions call :func:`require`; views carry :func:`open_to`. Neither has a default that lets someone in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phoihop.base.errors import NotAllowed

View = TypeVar("View", bound=Callable[..., Any])


class PartyKind(StrEnum):
    """What a party is in a programme."""

    REGULATOR = "regulator"
    ENTERPRISE = "enterprise"
    GUEST = "guest"


class Role(StrEnum):
    """What a person is at a party."""

    LEADER = "leader"
    OFFICER = "officer"
    CLERK = "clerk"
    FOCAL_POINT = "focal_point"
    MEMBER = "member"
    AUDITOR = "auditor"


ROLE_LABELS: Mapping[Role, Any] = {
    Role.LEADER: _("Lãnh đạo"),
    Role.OFFICER: _("Chuyên viên"),
    Role.CLERK: _("Văn thư"),
    Role.FOCAL_POINT: _("Đầu mối"),
    Role.MEMBER: _("Thành viên"),
    Role.AUDITOR: _("Kiểm tra, giám sát"),
}


class Permission(StrEnum):
    """One thing that a role lets a person do for the party they sit for."""

    PARTY_EDIT = "party.edit"
    PARTY_CREATE = "party.create"
    PEOPLE_MANAGE = "people.manage"
    SIGNER_REGISTER = "signer.register"
    PROGRAMME_WRITE = "programme.write"
    MEMORANDUM_WRITE = "memorandum.write"
    MEMORANDUM_ANSWER = "memorandum.answer"
    DOCUMENT_SIGN = "document.sign"
    SIGN_ON_BEHALF = "document.sign_on_behalf"
    PLAN_WRITE = "plan.write"
    PLAN_AGREE = "plan.agree"
    ACTIVITY_RUN = "activity.run"
    ACTIVITY_ANSWER = "activity.answer"
    OUTCOME_RECORD = "outcome.record"
    EVIDENCE_ADD = "evidence.add"
    PAPER_WRITE = "paper.write"
    PAPER_NUMBER = "paper.number"
    REPORT_GATHER = "report.gather"
    REPORT_CONFIRM = "report.confirm"
    REPORT_FREEZE = "report.freeze"
    COMMENDATION_PROPOSE = "commendation.propose"
    COMMENDATION_DECIDE = "commendation.decide"
    HISTORY_READ = "history.read"
    DAYS_EDIT = "days.edit"
    OVERVIEW_READ = "overview.read"
    MAST_MANAGE = "mast.manage"  # keep one's own party's masts
    MAST_REVIEW = "mast.review"  # the department's codes, rules, zones; checking what owners declare
    MAST_DISCLOSE = "mast.disclose"  # ask for the positions of a rival's masts in an area
    SHARING_ASK = "sharing.ask"
    SHARING_ANSWER = "sharing.answer"
    SHARING_MEDIATE = "sharing.mediate"
    NEEDS_FILE = "needs.file"  # file needs of new sites, in confidence
    JOINT_PLAN_RUN = "joint_plan.run"
    JOINT_PLAN_ANSWER = "joint_plan.answer"
    FORM_WRITE = "form.write"  # the department's forms of reports
    FIGURES_ASK = "figures.ask"  # open rounds, send reports back, accept them
    FIGURES_FILL = "figures.fill"
    FIGURES_SUBMIT = "figures.submit"
    FIGURES_POOL = "figures.pool"  # make and publish pooled tables
    BRIEFING_RUN = "briefing.run"  # agenda, room, votes
    BRIEFING_SPEAK = "briefing.speak"  # propose topics, speak and vote for one's own party
    MINUTES_WRITE = "minutes.write"
    MINUTES_AMEND = "minutes.amend"
    DECISION_FOLLOW = "decision.follow"
    DECISION_REPORT = "decision.report"  # say what one's own party did
    OBSTACLE_RAISE = "obstacle.raise"
    OBSTACLE_HANDLE = "obstacle.handle"


P = Permission
_TOWER_OWNER = frozenset(
    {P.MAST_MANAGE, P.MAST_DISCLOSE, P.SHARING_ASK, P.SHARING_ANSWER, P.NEEDS_FILE, P.JOINT_PLAN_ANSWER}
)
_TOWER_DESK = frozenset({P.MAST_REVIEW, P.SHARING_MEDIATE, P.JOINT_PLAN_RUN})
_BRIEFED = frozenset({P.BRIEFING_SPEAK, P.MINUTES_AMEND, P.DECISION_REPORT})
_REPORTER = frozenset({*_BRIEFED, P.FIGURES_FILL, P.OBSTACLE_RAISE})
_BRIEFING_DESK = frozenset(
    {
        *_BRIEFED, P.FORM_WRITE, P.FIGURES_ASK, P.FIGURES_POOL, P.BRIEFING_RUN, P.MINUTES_WRITE, P.DECISION_FOLLOW,
        P.OBSTACLE_HANDLE,
    }
)  # fmt: skip
_OWN_PARTY = frozenset({P.ACTIVITY_ANSWER, P.OUTCOME_RECORD, P.EVIDENCE_ADD, P.MEMORANDUM_ANSWER})
_REGULATOR_DESK = frozenset(
    {
        P.PARTY_EDIT, P.PARTY_CREATE, P.PEOPLE_MANAGE, P.SIGNER_REGISTER, P.PROGRAMME_WRITE, P.MEMORANDUM_WRITE,
        P.SIGN_ON_BEHALF, P.PLAN_WRITE, P.ACTIVITY_RUN, P.PAPER_WRITE, P.REPORT_GATHER, P.COMMENDATION_PROPOSE,
        P.DAYS_EDIT, P.OVERVIEW_READ, P.HISTORY_READ, *_OWN_PARTY, *_TOWER_DESK,
        *_BRIEFING_DESK,
    }
)  # fmt: skip
_DECIDE = frozenset({P.DOCUMENT_SIGN, P.PLAN_AGREE, P.REPORT_CONFIRM})

GRANTS: Mapping[tuple[PartyKind, Role], frozenset[Permission]] = {
    (PartyKind.REGULATOR, Role.LEADER): _REGULATOR_DESK | _DECIDE | {P.REPORT_FREEZE, P.COMMENDATION_DECIDE},
    (PartyKind.REGULATOR, Role.OFFICER): _REGULATOR_DESK | {P.REPORT_CONFIRM, P.REPORT_FREEZE, P.PLAN_AGREE},
    (PartyKind.REGULATOR, Role.CLERK): frozenset(
        {P.PAPER_NUMBER, P.PAPER_WRITE, P.SIGN_ON_BEHALF, P.EVIDENCE_ADD, P.MINUTES_WRITE}
    ),
    (PartyKind.REGULATOR, Role.FOCAL_POINT): _OWN_PARTY,
    (PartyKind.REGULATOR, Role.MEMBER): frozenset({P.EVIDENCE_ADD}),
    (PartyKind.REGULATOR, Role.AUDITOR): frozenset({P.HISTORY_READ, P.OVERVIEW_READ}),
    (PartyKind.ENTERPRISE, Role.LEADER): _OWN_PARTY
    | _DECIDE
    | _TOWER_OWNER
    | _REPORTER
    | {P.FIGURES_SUBMIT, P.PARTY_EDIT, P.PEOPLE_MANAGE, P.SIGNER_REGISTER, P.OVERVIEW_READ},
    (PartyKind.ENTERPRISE, Role.OFFICER): _OWN_PARTY | _TOWER_OWNER | _REPORTER,
    (PartyKind.ENTERPRISE, Role.CLERK): frozenset({P.PAPER_NUMBER, P.PAPER_WRITE, P.DOCUMENT_SIGN, P.EVIDENCE_ADD}),
    (PartyKind.ENTERPRISE, Role.FOCAL_POINT): _OWN_PARTY
    | _DECIDE
    | _TOWER_OWNER
    | _REPORTER
    | {P.FIGURES_SUBMIT, P.PARTY_EDIT, P.PEOPLE_MANAGE, P.SIGNER_REGISTER, P.OVERVIEW_READ},
    (PartyKind.ENTERPRISE, Role.MEMBER): frozenset({P.EVIDENCE_ADD, P.OBSTACLE_RAISE}),
    (PartyKind.ENTERPRISE, Role.AUDITOR): frozenset({P.OVERVIEW_READ}),
    (PartyKind.GUEST, Role.LEADER): frozenset({P.ACTIVITY_ANSWER, *_BRIEFED}),
    (PartyKind.GUEST, Role.FOCAL_POINT): frozenset({P.ACTIVITY_ANSWER, P.EVIDENCE_ADD, *_BRIEFED}),
    (PartyKind.GUEST, Role.MEMBER): frozenset(),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """A person's role at a party, valid now."""

    party_id: UUID
    party_kind: PartyKind
    role: Role
    party_name: str = field(default="", compare=False)  # short, for the frame of a page

    @property
    def permissions(self) -> frozenset[Permission]:
        """What this seat lets its holder do for its party; nothing for a combination nobody listed."""
        return GRANTS.get((self.party_kind, self.role), frozenset())


class HasId(Protocol):
    """Anything with a primary key that is a UUID."""

    @property
    def id(self) -> UUID: ...


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the person, their seats, the request, and the instant, which serves as the clock of every action."""

    user_id: UUID | None = None
    name: str = ""
    seats: tuple[Seat, ...] = ()
    is_keeper: bool = False
    request_id: str = ""
    at: dt.datetime = field(default_factory=timezone.now)
    memo: dict[str, str] = field(default_factory=dict, compare=False, repr=False)  # what was looked up on the way

    @property
    def signed_in(self) -> bool:
        """True for a person with an account."""
        return self.user_id is not None

    @property
    def today(self) -> dt.date:
        """The date at the installation's own time zone."""
        return timezone.localtime(self.at, timezone.get_default_timezone()).date()

    @property
    def party_ids(self) -> frozenset[UUID]:
        """Every party the person sits for."""
        return frozenset(seat.party_id for seat in self.seats)

    @property
    def regulator_ids(self) -> frozenset[UUID]:
        """The regulators the person sits for."""
        return frozenset(seat.party_id for seat in self.seats if seat.party_kind is PartyKind.REGULATOR)

    def parties_with(self, permission: Permission) -> frozenset[UUID]:
        """The parties for which the person holds ``permission``."""
        return frozenset(seat.party_id for seat in self.seats if permission in seat.permissions)

    def may(self, permission: Permission, party: HasId | UUID | None = None) -> bool:
        """Whether the person holds ``permission`` for ``party``, or for any party where none is named."""
        parties = self.parties_with(permission)
        if party is None:
            return bool(parties)
        return (party if isinstance(party, UUID) else party.id) in parties


NOBODY = Actor(user_id=None)


def require(actor: Actor, permission: Permission, *, party: HasId | UUID) -> None:
    """Refuse unless ``actor`` holds ``permission`` for ``party``.

    :raises NotAllowed: they do not
    """
    if not actor.may(permission, party):
        raise NotAllowed


def require_keeper(actor: Actor) -> None:
    """Refuse unless ``actor`` keeps the platform.

    :raises NotAllowed: they do not
    """
    if not actor.is_keeper:
        raise NotAllowed


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may call a view at all; what they see there is decided by queries."""

    code: str
    allows: Callable[[Actor], bool]
    needs_sign_in: bool = True


PUBLIC = Rule("public", lambda actor: True, needs_sign_in=False)
SIGNED_IN = Rule("signed_in", lambda actor: actor.signed_in)
SEATED = Rule("seated", lambda actor: bool(actor.seats))
REGULATOR = Rule("regulator", lambda actor: bool(actor.regulator_ids))
KEEPER = Rule("keeper", lambda actor: actor.is_keeper)


def holding(*permissions: Permission) -> Rule:
    """A rule that lets in whoever holds one of ``permissions`` for some party."""
    code = "holding:" + "|".join(permissions)
    return Rule(code, lambda actor: any(actor.may(permission) for permission in permissions))


def open_to(rule: Rule) -> Callable[[View], View]:
    """Mark a view with the rule that the middleware enforces."""

    def mark(view: View) -> View:
        view.open_to = rule  # type: ignore[attr-defined]
        return view

    return mark


def rule_of(view: Callable[..., Any]) -> Rule | None:
    """The mark of a view, or None where it was forgotten."""
    found = getattr(view, "open_to", None)
    return found if isinstance(found, Rule) else None


def open_urls(rule: Rule, patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """Mark every view below ``patterns``, which come from a library that knows no marks."""
    marked = list(patterns)
    for pattern in marked:
        if isinstance(pattern, URLPattern):
            mark_callback(pattern.callback, rule)
        else:
            open_urls(rule, pattern.url_patterns)
    return marked


def mark_callback(callback: Callable[..., Any], rule: Rule) -> None:
    """Mark one callback of a library, unless it carries a mark already."""
    if rule_of(callback) is None:
        callback.open_to = rule  # type: ignore[attr-defined]


class ActorRequest(HttpRequest):
    """A request after the middleware has found out who asks."""

    actor: Actor
    request_id: str
