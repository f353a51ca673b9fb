"""The joint plan of a year: rounds, sealed needs, scenarios, proposals."""

from phoihop.clauses.towers.models.joint.needs import (
    JointNeed,
    NeedOutcome,
    NeedReceipt,
    NeedStatus,
    ReceiptVerb,
    ShareHint,
)
from phoihop.clauses.towers.models.joint.proposals import (
    PROPOSAL_TRANSITIONS,
    DeclineReason,
    JointProposal,
    PartAnswer,
    ProposalKind,
    ProposalPart,
    ProposalStatus,
    SplitMethod,
)
from phoihop.clauses.towers.models.joint.rounds import ROUND_TRANSITIONS, JointFiling, JointRound, RoundStatus
from phoihop.clauses.towers.models.joint.scenarios import SCENARIO_TRANSITIONS, JointScenario, ScenarioStatus

__all__ = [
    "PROPOSAL_TRANSITIONS",
    "ROUND_TRANSITIONS",
    "SCENARIO_TRANSITIONS",
    "DeclineReason",
    "JointFiling",
    "JointNeed",
    "JointProposal",
    "JointRound",
    "JointScenario",
    "NeedOutcome",
    "NeedReceipt",
    "NeedStatus",
    "PartAnswer",
    "ProposalKind",
    "ProposalPart",
    "ProposalStatus",
    "ReceiptVerb",
    "RoundStatus",
    "ScenarioStatus",
    "ShareHint",
    "SplitMethod",
]
