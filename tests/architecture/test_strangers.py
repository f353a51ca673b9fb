import pytest

from tests.architecture.checks.strangers import HOSTS, committed, strangers


def test_the_repository_holds_our_own_work_alone(root):
    assert strangers(committed(root)) == []


def test_the_files_of_the_repository_are_found(root):
    assert {root / "pyproject.toml", root / "Makefile", root / "package-lock.json"} <= set(committed(root))


@pytest.mark.parametrize("host", HOSTS)
def test_the_address_of_a_registry_is_told(plant, host):
    package = plant("install.txt", f"see https://{host}/thing")

    assert host in strangers(package.rglob("*.txt"))[0]


@pytest.mark.parametrize("name", ["vendor/lib.js", "static/lib.min.js", "fonts/face.woff2", "locale/django.mo"])
def test_other_peoples_or_built_files_are_told(plant, name):
    package = plant(name, "x")

    assert len(strangers([package / name])) == 1


def test_a_minified_script_is_told(plant):
    package = plant("static/lib.js", "x=1;" * 600)

    assert "minified" in strangers([package / "static/lib.js"])[0]
