"""Errors of this core.

DisclosureError (ValueError)    the work asked for cannot be done
├── BadInput                    contributions or rules that mean nothing; ``problem`` is a code in English
├── CannotRound                 no rounded table adds up within the steps allowed
└── SolverFailed                the library that solves programmes gave no usable answer
"""

from __future__ import annotations


class DisclosureError(ValueError):
    """The work asked for cannot be done."""


class BadInput(DisclosureError):
    """Contributions or rules that mean nothing.

    :param problem: a code such as ``value.negative``; the words for people are the caller's
    :param what: the name or value that was refused
    """

    def __init__(self, problem: str, what: str = "") -> None:
        super().__init__(f"{problem}: {what}" if what else problem)
        self.problem = problem
        self.what = what


class CannotRound(DisclosureError):
    """No rounded table adds up within the steps allowed."""


class SolverFailed(DisclosureError):
    """The library that solves programmes gave no usable answer."""
