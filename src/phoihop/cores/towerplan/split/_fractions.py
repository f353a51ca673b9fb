"""Linear equations in fractions."""

from __future__ import annotations

from fractions import Fraction


def solve_exactly(matrix: list[list[Fraction]], unknowns: int) -> tuple[Fraction, ...]:
    """The only solution of equations that agree with each other.

    :param matrix: rows of ``unknowns`` coefficients and the right side; changed in place
    :raises ArithmeticError: there is no solution, or more than one

    >>> solve_exactly([[Fraction(2), Fraction(6)]], 1)
    (Fraction(3, 1),)
    """
    rank = 0
    for column in range(unknowns):
        pivot = next((at for at in range(rank, len(matrix)) if matrix[at][column]), None)
        if pivot is None:
            raise ArithmeticError(column)
        matrix[rank], matrix[pivot] = matrix[pivot], matrix[rank]
        first = matrix[rank][column]
        matrix[rank] = [value / first for value in matrix[rank]]
        for at, row in enumerate(matrix):
            if at != rank and row[column]:
                matrix[at] = [value - row[column] * top for value, top in zip(row, matrix[rank], strict=True)]
        rank += 1
    if any(row[unknowns] for row in matrix[rank:]):
        raise ArithmeticError("the equations disagree")
    return tuple(row[unknowns] for row in matrix[:unknowns])
