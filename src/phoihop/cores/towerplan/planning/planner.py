"""The plan of a year: rent, build together or build alone."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial

from phoihop.cores.towerplan.errors import Cancelled
from phoihop.cores.towerplan.model import Costs, Masts, Needs, Plan, Progress, Rules
from phoihop.cores.towerplan.planning.blocks import Blocks
from phoihop.cores.towerplan.planning.columns import columns_of, components
from phoihop.cores.towerplan.planning.ground import prepare
from phoihop.cores.towerplan.planning.groups import possible_groups
from phoihop.cores.towerplan.planning.large import SECONDS
from phoihop.cores.towerplan.planning.outcome import outcome
from phoihop.cores.towerplan.planning.parts import Division, solve_all, solve_bundle
from phoihop.cores.towerplan.planning.rents import possible_rents
from phoihop.cores.towerplan.planning.settling import Settling
from phoihop.cores.towerplan.planning.sites import enough_sites


@dataclass(slots=True)
class Clock:
    """Seconds by phase, and the wish to stop."""

    progress: Callable[[Progress], None] | None
    cancelled: Callable[[], bool] | None
    seconds: dict[str, float] = field(default_factory=dict)
    began: float = field(default_factory=time.perf_counter)
    last: float = field(default_factory=time.perf_counter)

    def lap(self, phase: str) -> None:
        """The phase ends here."""
        now = time.perf_counter()
        self.seconds[phase] = self.seconds.get(phase, 0.0) + now - self.last
        self.last = now

    def tell(self, phase: str, done: float, cost: int | None = None, bound: int | None = None) -> None:
        """Report, and stop where that was asked for.

        :raises Cancelled: the caller wants to stop
        """
        if self.cancelled is not None and self.cancelled():
            raise Cancelled(phase)
        if self.progress is not None:
            self.progress(Progress(phase, done, cost, bound))


def plan(
    masts: Masts, needs: Needs, rules: Rules, costs: Costs, *, executor: Executor | None = None, seed: int = 0,
    progress: Callable[[Progress], None] | None = None, cancelled: Callable[[], bool] | None = None,
    deadline_s: float | None = None,
) -> Plan:  # fmt: skip
    """The best plan there is under the rules, with its proof or how far from one it is.

    The same rows and seed give the same plan, in whatever order the rows come.

    :param executor: solves components elsewhere; here where none is given
    :param seed: chooses among plans of equal cost
    :param progress: told where the run stands
    :param cancelled: asked now and then; true stops the run
    :param deadline_s: seconds after which the best plan so far is given, with its gap
    :raises BadInput: rows that no plan can be made from
    :raises Cancelled: ``cancelled`` said so
    """
    clock = Clock(progress, cancelled)
    ground = prepare(masts, needs, rules, costs)
    sites = enough_sites(ground)
    clock.lap("candidates")
    clock.tell("candidates", 1.0)
    groups = possible_groups(ground, sites)
    columns = columns_of(ground, possible_rents(ground), groups, seed)
    label = components(len(needs), columns, [])
    division = Division.of(columns, label)
    clock.lap("columns")
    seconds = SECONDS if deadline_s is None else max(deadline_s - (time.perf_counter() - clock.began), 0.1)
    large = partial(clock.tell, "large", 0.0)
    answers = solve_all(division.bundle, executor, seconds, partial(clock.tell, "components"), large)
    clock.lap("components")
    told = partial(clock.tell, "spacing")
    again = partial(solve_bundle, seconds=seconds, told=large)
    settling = Settling(ground, sites, Blocks(columns, division, answers, len(needs)), again, told)
    settling.run()
    clock.lap("spacing")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    clock.seconds["total"] = time.perf_counter() - clock.began
    return outcome(ground, sites, settling, seed=seed, seconds=clock.seconds, peak_bytes=peak)
