"""Tables as one problem: cells that are sums of atoms, and what each contributor put into each atom."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from phoihop.cores.disclosure.errors import BadInput
from phoihop.cores.disclosure.records import TOTAL, Contribution, Earlier, Variable

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
IntArray = npt.NDArray[np.int64]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Linked tables over the same contributions.

    An atom is a combination of codes of all variables in use; a cell is a sum of atoms. Cells that sum the same atoms
    are one cell, whatever tables they stand in, so that a figure hidden in one table is hidden in the others.
    """

    contributors: tuple[str, ...]
    variables: tuple[str, ...]
    keys: tuple[tuple[Key, ...], ...]
    """Of each cell: its coordinates in each table it stands in, one a variable; ``*`` where it sums over one."""
    members: BoolArray
    """(cells, atoms): which atoms a cell sums."""
    amounts: FloatArray
    """(atoms, contributors)."""
    shown: BoolArray
    """(cells): stands in a table that is to be published."""
    low: FloatArray
    """(cells): known before, -inf where nothing is."""
    high: FloatArray
    sums: FloatArray = field(init=False)
    """``members`` as numbers."""
    parts: FloatArray = field(init=False)
    """(cells, contributors): what each put into each cell."""
    values: FloatArray = field(init=False)
    """(cells): the true figures."""

    def __post_init__(self) -> None:
        sums = self.members.astype(float)
        parts = sums @ self.amounts
        for name, found in (("sums", sums), ("parts", parts), ("values", parts.sum(axis=1))):
            object.__setattr__(self, name, found)

    @property
    def known(self) -> BoolArray:
        """(cells): exactly known before."""
        found: BoolArray = self.low == self.high
        return found

    def __len__(self) -> int:
        return len(self.keys)


def build(
    contributions: Sequence[Contribution],
    variables: Sequence[Variable],
    tables: Sequence[Sequence[str]],
    earlier: Sequence[Earlier] = (),
) -> Problem:
    """The problem of tables that are to be published together.

    :param tables: the variables of each table; it has every combination of their codes, subtotals and totals
    :param earlier: figures published before, over any of the variables
    :raises BadInput: an unknown variable, a contribution without a code, a value that is no number, an earlier figure
        that nothing adds up to or that is not what its contributions add up to (where figures were corrected since, the
        edition is a variable of its own)

    >>> rows = [Contribution("A", {"place": "x"}, 3.0), Contribution("B", {"place": "y"}, 4.0)]
    >>> problem = build(rows, [Variable("place")], [["place"]])
    >>> problem.keys, problem.values.tolist()
    (((('x',),), (('*',),), (('y',),)), [3.0, 7.0, 4.0])
    """
    by_name = {variable.name: variable for variable in variables}
    used = _used(by_name, tables, earlier)
    atoms, contributors, amounts = _atoms(contributions, used)
    sums: dict[bytes, tuple[list[Key], bool]] = {}
    for key, members in _sums(atoms, [by_name[name] for name in used], tables):
        keys, _ = sums.setdefault(members.tobytes(), ([], True))
        keys.append(key)
    intervals = _earlier(atoms, [by_name[name] for name in used], earlier)
    for packed, (key, _, _) in intervals.items():
        sums.setdefault(packed, ([key], False))
    for at, atom in enumerate(atoms):
        alone = np.zeros(len(atoms), bool)
        alone[at] = True
        sums.setdefault(alone.tobytes(), ([atom], False))
    none = (None, -math.inf, math.inf)
    problem = Problem(
        contributors,
        used,
        tuple(tuple(keys) for keys, _ in sums.values()),
        np.array([np.frombuffer(packed, bool) for packed in sums], bool).reshape(len(sums), len(atoms)),
        amounts,
        np.array([shown for _, shown in sums.values()], bool),
        np.array([intervals.get(packed, none)[1] for packed in sums], float),
        np.array([intervals.get(packed, none)[2] for packed in sums], float),
    )
    _check_earlier(problem)
    return problem


def _check_earlier(problem: Problem) -> None:
    values = problem.values
    tolerance = 1e-9 * np.maximum(1.0, (problem.sums @ np.abs(problem.amounts)).sum(axis=1))
    wrong = np.flatnonzero((values < problem.low - tolerance) | (values > problem.high + tolerance))
    if wrong.size:
        raise BadInput("earlier.differs", ", ".join(problem.keys[int(wrong[0])][0]))


def _used(
    by_name: Mapping[str, Variable], tables: Sequence[Sequence[str]], earlier: Sequence[Earlier]
) -> tuple[str, ...]:
    asked = dict.fromkeys([*itertools.chain(*tables), *itertools.chain(*(it.codes for it in earlier))])
    for name in asked:
        if name not in by_name:
            raise BadInput("variable.unknown", name)
    if not tables:
        raise BadInput("tables.none")
    return tuple(asked)


def _atoms(contributions: Sequence[Contribution], used: Key) -> tuple[list[Key], Key, FloatArray]:
    atoms: dict[Key, int] = {}
    names: dict[str, int] = {}
    found: dict[tuple[int, int], float] = {}
    for row in contributions:
        if not math.isfinite(row.value):
            raise BadInput("value.no_number", row.contributor)
        if missing := [name for name in used if not row.codes.get(name)]:
            raise BadInput("contribution.no_code", missing[0])
        atom = tuple(row.codes[name] for name in used)
        place = atoms.setdefault(atom, len(atoms)), names.setdefault(row.contributor, len(names))
        found[place] = found.get(place, 0.0) + row.value
    amounts = np.zeros((len(atoms), len(names)))
    for place, value in found.items():
        amounts[place] = value
    return list(atoms), tuple(names), amounts


def _sums(
    atoms: Sequence[Key], variables: Sequence[Variable], tables: Sequence[Sequence[str]]
) -> Iterator[tuple[Key, BoolArray]]:
    """Each figure of each table with its atoms, in the order in which atoms ask for them."""
    for table in tables:
        found: dict[Key, BoolArray] = {}
        for at, atom in enumerate(atoms):
            levels = [
                variable.ancestors(code) if variable.name in table else (TOTAL,)
                for variable, code in zip(variables, atom, strict=True)
            ]
            for key in itertools.product(*levels):
                found.setdefault(key, np.zeros(len(atoms), bool))[at] = True
        yield from found.items()


def _earlier(
    atoms: Sequence[Key], variables: Sequence[Variable], earlier: Sequence[Earlier]
) -> dict[bytes, tuple[Key, float, float]]:
    """Earlier figures by the atoms they sum; several intervals of one figure become their intersection."""
    found: dict[bytes, tuple[Key, float, float]] = {}
    for it in earlier:
        key = tuple(it.codes.get(variable.name, TOTAL) for variable in variables)
        members = np.array(
            [
                all(
                    variable.name not in it.codes or it.codes[variable.name] in variable.ancestors(code)
                    for variable, code in zip(variables, atom, strict=True)
                )
                for atom in atoms
            ],
            bool,
        )
        if not members.any():
            raise BadInput("earlier.nothing", ", ".join(it.codes.values()))
        low, high = it.interval
        _, least, most = found.get(members.tobytes(), (key, -math.inf, math.inf))
        found[members.tobytes()] = key, max(low, least), min(high, most)
    return found
