"""A small invented province, planned once for all tests of commands."""

import shutil

import pytest

from phoihop.clauses.towers.commands.invent_towers import invent_towers_command
from phoihop.clauses.towers.commands.plan_towers import plan_towers_command


@pytest.fixture(scope="package")
def province(tmp_path_factory):
    """Tables of a network in one province."""
    folder = tmp_path_factory.mktemp("province")
    words = ["--masts", "300", "--needs", "60", "--province", "hai duong", "--out", str(folder)]
    assert invent_towers_command(words) == 0
    return folder


def plan_words(province, out):
    """The words that plan the province into a folder."""
    return [
        *("--masts", str(province / "masts.csv"), "--needs", str(province / "needs.csv")),
        *("--rules", str(province / "rules.toml"), "--out", str(out), "--quiet"),
    ]


@pytest.fixture(scope="package")
def planned(province, tmp_path_factory):
    """The folder of a plan; not to be changed."""
    out = tmp_path_factory.mktemp("plans") / "plan"
    assert plan_towers_command([*plan_words(province, out), "--compare"]) == 0
    return out


@pytest.fixture
def plan_copy(planned, tmp_path):
    """A copy that a test may spoil."""
    return shutil.copytree(planned, tmp_path / "plan")
