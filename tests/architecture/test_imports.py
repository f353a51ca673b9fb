"""The contracts of pyproject.toml, held against the house and against a small house with a violation planted in it."""

import os
import shutil
import subprocess
import sys

import pytest

APPS = ("config", "clauses", "programme", "notices", "papers", "people", "base", "cores", "testing")


def _contracts_hold(folder, source):
    asked = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None))"
    return subprocess.run(
        [sys.executable, "-c", asked],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def house(root, plant):
    package = plant("__init__.py", "")
    for app in APPS:
        plant(f"{app}/__init__.py", "")
    for room in ("views", "forms", "actions", "queries", "models"):
        for app in ("programme", "notices", "papers", "people"):
            plant(f"{app}/{room}.py", "")
    plant("papers/rendering/__init__.py", "")
    plant("papers/signatures/__init__.py", "")
    plant("cores/viet/__init__.py", "")
    plant("cores/towerplan/__init__.py", "")
    plant("clauses/briefings/__init__.py", "")
    plant("clauses/towers/__init__.py", "")
    for room in ("sheets/__init__", "pooling/__init__", "folders"):
        plant(f"base/{room}.py", "")
    plant("clauses/towers/models.py", "")
    for room in ("reading", "writing", "commands"):
        plant(f"clauses/towers/{room}/__init__.py", "")
    plant("clauses/charity/__init__.py", "")
    shutil.copy(root / "pyproject.toml", package.parent)
    return package.parent


def test_the_contracts_hold(root):
    found = _contracts_hold(root, root / "src")

    assert found.returncode == 0, found.stdout


def test_a_sound_house_passes(house, plant):
    plant("people/views.py", "from phoihop.people import actions\n")
    plant("cores/towerplan/plan.py", "import phoihop.cores.viet\n")

    found = _contracts_hold(house, house)

    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("people/actions.py", "import phoihop.programme.models"),
        ("base/access.py", "import phoihop.people"),
        ("notices/queries.py", "import phoihop.notices.actions"),
        ("papers/models.py", "import phoihop.papers.forms"),
        ("people/views.py", "import phoihop.people.models"),
        ("people/views.py", "from phoihop.programme.models import Plan"),
        ("papers/rendering/pdf.py", "import django.db"),
        ("papers/signatures/check.py", "import phoihop.papers.models"),
        ("cores/towerplan/plan.py", "import django.conf"),
        ("clauses/towers/reading/case.py", "import django.db"),
        ("base/sheets/table.py", "import django.utils"),
        ("cores/towerplan/plan.py", "import phoihop.cores.disclosure"),
        ("clauses/towers/actions.py", "import phoihop.clauses.charity"),
    ],
)
def test_a_forbidden_import_is_told(house, plant, name, line):
    if "disclosure" in line:
        plant("cores/disclosure/__init__.py", "")
    plant("programme/models.py", "Plan = 1\n")
    plant(name, f"{line}\n")

    found = _contracts_hold(house, house)

    assert found.returncode == 1, found.stdout + found.stderr
    assert "BROKEN" in found.stdout
