"""Planning on a Dask cluster: two workers on this machine, over TCP, as on any other."""

from __future__ import annotations

import json

import pytest

from phoihop.clauses.towers.commands.plan_towers import plan_towers_command
from phoihop.clauses.towers.tests.commands.conftest import plan_words

distributed = pytest.importorskip("distributed")

# What the cluster's own clean-up warns of when its processes end is no matter of the plan.
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def cluster():
    """A scheduler and two worker processes."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs="ERROR"
    ) as found:
        yield found


def test_a_plan_of_the_cluster_is_the_plan_of_one_process(cluster, province, planned, tmp_path):
    before = dict(cluster.scheduler.task_prefixes)

    code = plan_towers_command([*plan_words(province, tmp_path / "o"), "--scheduler", cluster.scheduler_address])

    assert code == 0
    for name in ("plan.csv", "new-masts.csv"):
        assert (tmp_path / "o" / name).read_bytes() == (planned / name).read_bytes()
    costs = [json.loads((folder / "summary.json").read_text())["cost_vnd"] for folder in (tmp_path / "o", planned)]
    assert costs[0] == costs[1]
    assert set(cluster.scheduler.task_prefixes) - set(before), "the workers solved nothing"
