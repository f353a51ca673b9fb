import pytest

from phoihop.clauses.towers.writing.folder import NotOurs, whole_folder


def test_a_folder_appears_when_it_is_whole(tmp_path):
    with whole_folder(tmp_path / "new" / "plan") as folder:
        (folder / "summary.json").write_text("{}")
        assert not (tmp_path / "new" / "plan").exists()

    assert (tmp_path / "new" / "plan" / "summary.json").read_text() == "{}"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["plan"]


def test_an_error_leaves_nothing(tmp_path):
    def fail(folder):
        (folder / "summary.json").write_text("{}")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), whole_folder(tmp_path / "plan") as folder:
        fail(folder)

    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_may_be_used(tmp_path):
    (tmp_path / "plan").mkdir()

    with whole_folder(tmp_path / "plan") as folder:
        (folder / "summary.json").write_text("{}")

    assert (tmp_path / "plan" / "summary.json").exists()


@pytest.mark.parametrize("name", ["plan/other.txt", "plan"])
def test_what_others_wrote_is_left_alone(tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")

    with pytest.raises(NotOurs), whole_folder(tmp_path / "plan"):
        pass

    assert path.read_text() == "mine"
