"""Errors of splitting; the words for people are the caller's, by ``code``."""

from __future__ import annotations


class SplitError(ValueError):
    """What was given cannot be split."""

    code = "split"

    def __init__(self, value: object) -> None:
        super().__init__(f"{type(self).__name__}: {value!r}")
        self.value = value


class BadGame(SplitError):
    """The costs of the groups are not a table of whole, non-negative đồng with one entry a group."""

    code = "bad_game"


class BadWeights(SplitError):
    """Weights are missing, negative, not finite or all zero."""

    code = "bad_weights"


class TooManyOperators(SplitError):
    """More operators than this method answers exactly."""

    code = "too_many_operators"
